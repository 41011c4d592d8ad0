"""The comment at the top says what the profile changed and who to ask, and never piles up."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from jdgen.merge import accept, merge_bytes, pending

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
ASK = "Human Resources, hr@agency.example"


@pytest.fixture
def made(word):
    """A file of these paragraphs, with a footer, and one paragraph that people edit."""

    def make(*texts: str, last: str = "end", footer: str = "Version one") -> bytes:
        paragraphs = tuple(word.para(text) for text in (*texts, last))
        return word.build(word.Doc(paragraphs, footer=footer))

    return make


def top(word, data: bytes) -> list[str]:
    """The lines of the comment at the top, without its reference."""
    told = [text for text in word.comments(data) if text.startswith("jdgen brought")]
    assert len(told) <= 1
    return told[0].split("\n")[:-1] if told else []


def test_it_says_in_words_what_changed_and_who_to_ask(word, made) -> None:
    base = made("The role has 20 hours a week.", "You keep records.")
    staff = made("The role has 20 hours a week.", "You keep records.", last="the end")
    fresh = made("The role has 25 hours a week.", "Walks with people.", footer="Version two")
    merged, _ = merge_bytes(base, staff, fresh, NOW, ask=ASK)
    assert top(word, merged) == [
        "jdgen brought changes of the profile into this document. "
        "Marked changes: 3. Left for you to decide: 0.",
        "“20” is now “25”, in: The role has 25 hours a week.",
        "“You keep records” is now “Walks with people”, in: Walks with people.",
        "footer: “one” is now “two”, in: Version two",
        f"Questions on this? Ask {ASK}.",
    ]


def test_new_and_deleted_paragraphs_and_rows_are_told(word) -> None:
    head = ("Duty", "Share")
    table = (word.grid(head, ("Walks", "20%")), word.grid(head, ("Calls", "5%"), ("Walks", "20%")))
    files = [
        word.build(word.Doc((word.para("start"), *middle, grid, word.para(last))))
        for middle, grid, last in (
            ((word.para("Old words."),), table[0], "end"),
            ((word.para("Old words."),), table[0], "the end"),
            ((), table[1], "end"),
        )
    ]
    merged, _ = merge_bytes(*files, NOW)
    assert top(word, merged)[1:] == ["Taken out: “Old words.”", "New: “Calls | 5%”"]


def test_of_many_changes_it_tells_six_and_counts_the_others(word, made) -> None:
    base = [f"Line {n} says one thing." for n in range(10)]
    merged, report = merge_bytes(
        made(*base),
        made(*base, last="the end"),
        made(*(text.replace("one", "another") for text in base)),
        NOW,
    )
    assert len(report.changes) == 10
    lines = top(word, merged)
    assert len(lines) == 8
    assert lines[-1] == "And 4 more."


def test_the_next_night_tells_all_that_still_waits_in_one_comment(word, made) -> None:
    texts = "We meet at noon.", "Bring your own cup."
    staff = made(*texts, last="the end")
    fresh = made("We meet at one.", texts[1])
    merged, _ = merge_bytes(made(*texts), staff, fresh, NOW)
    newer = made("We meet at two.", "Bring your own mug.")
    twice, _ = merge_bytes(fresh, merged, newer, NOW.replace(day=5))
    assert top(word, twice)[1:] == [
        "“noon” is now “two”, in: We meet at two.",
        "“cup” is now “mug”, in: Bring your own mug.",
    ]
    decided = accept(twice, "jdgen")
    newest = made("We meet at ten.", "Bring your own mug.")
    third, _ = merge_bytes(newer, decided, newest, NOW.replace(day=6))
    assert top(word, third)[1:] == ["“two” is now “ten”, in: We meet at ten."]


def test_it_counts_what_is_left_to_decide_every_night(word, made) -> None:
    texts = "We meet at noon.", "Bring your own cup."
    base, staff = made(*texts), made("We meet at ten.", texts[1])
    fresh = made("We meet at one.", texts[1])
    merged, _ = merge_bytes(base, staff, fresh, NOW)
    assert "Left for you to decide: 1." in top(word, merged)[0]
    newer = made("We meet at one.", "Bring your own mug.")
    twice, report = merge_bytes(fresh, merged, newer, NOW.replace(day=5))
    assert not report.conflicts
    assert "Marked changes: 1. Left for you to decide: 1." in top(word, twice)[0]


def test_when_all_is_taken_back_the_comment_goes(word, made) -> None:
    base, staff = made("We meet at noon."), made("We meet at noon.", last="the end")
    fresh = made("We meet at one.")
    merged, _ = merge_bytes(base, staff, fresh, NOW)
    back, _ = merge_bytes(fresh, merged, base, NOW.replace(day=5))
    assert not word.comments(back)
    assert pending(back).settled


def test_what_word_cannot_track_is_told_every_night(word, made) -> None:
    base, staff = made("We meet at noon."), made("We meet at noon.", last="the end")
    fresh = word.changed(made("We meet at one."), '"22"', '"24"', "word/styles.xml")
    merged, report = merge_bytes(base, staff, fresh, NOW)
    assert report.untracked == ("styles",)
    newer = word.changed(made("We meet at two."), '"22"', '"24"', "word/styles.xml")
    twice, report = merge_bytes(fresh, merged, newer, NOW.replace(day=5))
    assert report.untracked == ()
    assert top(word, twice)[-1].endswith("left as they are here: styles.")


def test_a_comment_whose_changes_were_rejected_does_not_hold_back_the_same_change_later(
    word, made
) -> None:
    base, staff = made("We meet at noon."), made("We meet at noon.", last="the end")
    fresh = made("We meet at one.")
    merged, _ = merge_bytes(base, staff, fresh, NOW)
    main = word.unpack(merged)
    for mark in (b"w:ins ", b"w:del "):
        assert mark in main["word/document.xml"]
    rejected = word.pack(
        {**main, "word/document.xml": without_changes(word, main["word/document.xml"])}
    )
    back, report = merge_bytes(fresh, rejected, base, NOW)
    assert (back, report.mode) == (rejected, "unchanged")
    again, report = merge_bytes(base, back, fresh, NOW)
    assert [change.after for change in report.changes] == ["one"]
    assert "We meet at one." in word.text(accept(again, "jdgen"))


def without_changes(word, part: bytes) -> bytes:
    """The main text after a person rejected all changes and left the comments."""
    text = part.decode()
    kept = [piece.split("</w:del>") for piece in text.split("<w:del ")]
    text = kept[0][0] + "".join(
        gone.partition(">")[2].replace("delText", "t") + rest for gone, rest in kept[1:]
    )
    before, *pieces = text.split("<w:ins ")
    return (before + "".join(piece.split("</w:ins>", 1)[1] for piece in pieces)).encode()

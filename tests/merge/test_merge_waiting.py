"""What still waits for people in a Word file is counted as they would count it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from jdgen.errors import WordFileError
from jdgen.merge import accept, merge_bytes, pending

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def merged(word, base, staff, fresh) -> bytes:
    return merge_bytes(*map(word.build, (base, staff, fresh)), NOW)[0]


def say(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.fixture
def night(word) -> bytes:
    """A word replaced, a row and a paragraph added, and one place that both sides changed."""
    rows = ("Duty", "Share"), ("Listens", "40%")
    base = word.Doc(
        (word.para("one two three"), word.para("four five"), word.grid(*rows), word.para("end"))
    )
    staff = word.Doc(
        (word.para("one two three"), word.para("four 5"), word.grid(*rows), word.para("the end"))
    )
    fresh = word.Doc(
        (
            word.para("one 2 three"),
            word.para("four FIVE"),
            word.para("quite a new sentence"),
            word.grid(*rows, ("Walks", "20%")),
            word.para("end"),
        )
    )
    return merged(word, base, staff, fresh)


def test_proposals_and_conflicts_are_counted_apart(night: bytes) -> None:
    told = pending(night)
    assert (told.proposals, told.conflicts) == (3, 1)
    assert told.revisions == 0
    assert told.comments == 1, "the one at the top, which sums up"
    assert told.since == date(2026, 3, 4)
    assert not told.settled


def test_nothing_waits_once_all_is_accepted_but_the_conflict(night: bytes) -> None:
    told = pending(accept(night, "jdgen"))
    assert (told.proposals, told.conflicts, told.settled) == (0, 1, False)


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "\uf0b7"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ('<w:fldChar w:fldCharType="begin"/>', "(no words)"),
    ],
)
def test_a_change_that_has_no_letter_in_it_waits_as_any_other(word, thing: str, shown: str) -> None:
    mark = f'<w:ins w:id="7" w:author="jdgen" w:date="{NOW.isoformat()}"><w:r>{thing}</w:r></w:ins>'
    told = pending(word.raw(f"<w:p><w:r><w:t>Go </w:t></w:r>{mark}</w:p>"))
    assert [change.after for change in told.changes] == [shown]
    assert not told.settled


def test_a_symbol_that_the_profile_changed_is_told_at_the_top(word) -> None:
    sign = '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>'
    files = [sign + say("Ask."), sign + say("Ask us."), sign.replace("B7", "B8")]
    files[2] += say("Ask.")
    data, _ = merge_bytes(*map(word.raw, files), NOW)
    assert "Marked changes: 1." in "".join(word.comments(data))
    assert merge_bytes(word.raw(files[0]), data, word.raw(files[2]), NOW)[0] == data


def test_changes_and_comments_of_people_are_counted_apart(word) -> None:
    colleague = word.Para((word.Run("one "), word.Run("two", "", "ins")))
    told = pending(word.build(word.Doc((colleague,))))
    assert (told.proposals, told.revisions, told.settled) == (0, 1, False)


def test_a_plain_file_is_settled(word) -> None:
    assert pending(word.build(word.Doc((word.para("one"),)))).settled


def test_what_is_no_word_file_is_told() -> None:
    with pytest.raises(WordFileError):
        pending(b"nothing")

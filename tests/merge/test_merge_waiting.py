"""What still waits for people in a Word file is counted as they would count it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from jdgen.errors import WordFileError
from jdgen.merge import accept, merge_bytes, pending

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def merged(word, base, staff, fresh) -> bytes:
    return merge_bytes(*map(word.build, (base, staff, fresh)), NOW)[0]


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


def test_changes_and_comments_of_people_are_counted_apart(word) -> None:
    colleague = word.Para((word.Run("one "), word.Run("two", "", "ins")))
    told = pending(word.build(word.Doc((colleague,))))
    assert (told.proposals, told.revisions, told.settled) == (0, 1, False)


def test_a_plain_file_is_settled(word) -> None:
    assert pending(word.build(word.Doc((word.para("one"),)))).settled


def test_what_is_no_word_file_is_told() -> None:
    with pytest.raises(WordFileError):
        pending(b"nothing")

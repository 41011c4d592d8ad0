"""The statements of a sheet are found by number, however people edited it in Word."""

from __future__ import annotations

import pytest

from jdgen.guidelines.registry import rule_of
from jdgen.guidelines.rule import Example
from jdgen.guidelines.statements import counted_by_word, statement_numbers, words_of
from jdgen.model import Block


def blocks(*rows):
    return [Block("word/document.xml", at, role, text) for at, (role, text) in enumerate(rows)]


@pytest.mark.parametrize(
    "rows",
    [
        [("cell", "3"), ("cell", "to rest."), ("cell", "4"), ("cell", "to talk.")],
        [("cell", "E03"), ("cell", "to rest."), ("cell", "E04"), ("cell", "to talk.")],
        [("body", "3. to rest."), ("body", "4) to talk.")],
        [("bullet", "No. 3 to rest."), ("bullet", "No. 4 to talk.")],
    ],
)
def test_numbers_are_found_however_they_are_written(rows):
    found = statement_numbers(blocks(*rows))
    assert {number: words_of(block) for number, block in found.items()} == {
        3: "to rest.",
        4: "to talk.",
    }


def test_a_list_that_word_numbers_is_counted_and_known_for_it():
    rows = blocks(("number", "to rest."), ("number", "to talk."))
    assert {n: b.text for n, b in statement_numbers(rows).items()} == {1: "to rest.", 2: "to talk."}
    assert len(counted_by_word(rows)) == 2


def test_a_sheet_edited_in_word_still_needs_every_number(bench):
    """Other words under a number are fine; a line without its number is not (EXP-07)."""
    told = bench.documents["expectation-statements"]["blocks"]
    sixth = next(words for (_, number), (_, words, *_) in pairs(told) if number == "6")
    sheet = ["expectation-statements"]
    reworded = Example("", edits={sixth: "to be met without judgment."}, documents=sheet)
    deleted = Example("", edits={"6": "", sixth: ""}, documents=sheet)
    assert lacking(bench, reworded) == []
    assert lacking(bench, deleted) == ["The sheet lacks statement 6 of 17."]


def pairs(rows):
    cells = [row for row in rows if row[0] == "cell"]
    return zip(cells[::2], cells[1::2], strict=True)


def lacking(bench, example):
    found = bench.findings(rule_of("EXP-01"), example)
    return [finding.message for finding in found if finding.rule == "EXP-01"]

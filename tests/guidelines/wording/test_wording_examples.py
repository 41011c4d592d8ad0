"""Every wording rule proves itself: its `bad` examples are found, its `good` ones are not.

Each is read as a sentence, a bullet, a heading and a table cell, since most of a job description
is no running text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from jdgen.guidelines import check_text
from jdgen.guidelines.wording.entries import Wording, catalogue
from jdgen.model import Finding

_SMALL = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _bullet(text: str) -> str:
    return f"• {text.rstrip('.')}"


def _heading(text: str) -> str:
    return " ".join(
        word if word.lower() in _SMALL else word[0].upper() + word[1:] for word in text.split()
    ).rstrip(".")


def _cell(text: str) -> str:
    return f"3\t{text.rstrip('.')}\t20 %"


SHAPES: Mapping[str, Callable[[str], str]] = {
    "sentence": _sentence,
    "bullet": _bullet,
    "heading": _heading,
    "table cell": _cell,
}
WORDINGS = {f"{wording.category}, {wording.id}": wording for wording in catalogue().wordings}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", WORDINGS)
def test_a_bad_example_is_found_in_every_shape(name: str, shape: str) -> None:
    wording = WORDINGS[name]
    missed = [
        text
        for field, text in wording.bad
        if wording.category not in _categories(SHAPES[shape](text), field)
    ]
    assert not missed


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", WORDINGS)
def test_a_good_example_is_silent_in_every_shape(name: str, shape: str) -> None:
    wording = WORDINGS[name]
    told = {
        text: [(found.rule, found.quote) for found in _read(SHAPES[shape](text), field)]
        for field, text in wording.good
    }
    assert {text: found for text, found in told.items() if found} == {}


@pytest.mark.parametrize("name", WORDINGS)
def test_a_rule_finds_at_least_one_of_its_own_bad_examples(name: str) -> None:
    wording = WORDINGS[name]
    assert any(_found_by(wording, field, text) for field, text in wording.bad)


def _categories(text: str, field: str) -> set[str]:
    return {finding.category for finding in _read(text, field)}


def _found_by(wording: Wording, field: str, text: str) -> bool:
    return any(finding.rule == wording.rule for finding in _read(text, field))


def _read(text: str, field: str) -> list[Finding]:
    return check_text(text, field, advice=True)

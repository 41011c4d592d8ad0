"""Papers that jdgen did not make are judged as what they call themselves; all are invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jdgen.guidelines import check_alone, check_settings
from jdgen.guidelines.known_kinds import kind_by_title
from jdgen.model import Block, WordText
from jdgen.plain import read_plain

PAPERS = Path(__file__).with_name("papers")
SOUND = sorted((PAPERS / "sound").glob("*.md"))
POOR = {
    "interview-guide": {"HIR-06", "HIR-07"},
    "reference-summary": {"HIR-09"},
    "note-form": {"DOC-01", "DOC-05", "DOC-06", "DOC-10", "NCL-02", "WRD-02"},
    "documentation-guide": {
        *("DOC-02", "DOC-03", "DOC-04", "DOC-05", "DOC-07", "DOC-08", "DOC-09", "DOC-10", "WRD-02"),
    },
    "value-conflict-worksheet": {"VCF-01", "VCF-02", "VCF-04"},
    "onboarding-checklist": {"ONB-03", "ONB-04", "ONB-07", "SUP-11"},
    "role-definition": {"STR-11", "STR-14"},
    "values-card": {"VAL-04"},
}


def paper(path: Path) -> WordText:
    return read_plain(path.read_bytes(), name=path.name, markdown=True).text


def rules(text: WordText) -> set[str]:
    found = check_alone(text, "text", date(2026, 12, 1), check_settings())
    return {finding.rule for finding in found}


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_paper_is_known_and_free_of_findings(path: Path) -> None:
    text = paper(path)
    assert kind_by_title(text) == path.stem
    assert rules(text) == set()


@pytest.mark.parametrize("kind", POOR)
def test_a_poor_paper_is_told_what_it_lacks(kind: str) -> None:
    text = paper(PAPERS / "poor" / f"{kind}.md")
    assert kind_by_title(text) == kind
    assert rules(text) == POOR[kind]


def test_a_finding_names_the_place_and_the_words() -> None:
    text = paper(PAPERS / "poor" / "reference-summary.md")
    found = check_alone(text, "text", date(2026, 12, 1), check_settings())
    assert [finding.quote for finding in found] == [
        *("peer support worker", "lived experience", "mental health challenges", "in recovery"),
    ]
    assert found[0].place == "Reference request, line 5"


@pytest.mark.parametrize(
    "lines",
    [
        ["Peer Support Worker", "We talk about the interview guide here."],
        ["Meeting of the team", "Agenda", "Notes", "Interview guide: who writes it?"],
        ["The interview guide that we used last year was far too long, and so we drop it now."],
    ],
)
def test_a_paper_that_only_speaks_of_a_kind_is_none(lines: list[str]) -> None:
    blocks = tuple(Block("text", number, "body", line) for number, line in enumerate(lines))
    assert kind_by_title(WordText(blocks)) == ""

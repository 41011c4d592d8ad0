"""What rules on documents share: sections that must stay, tables of values, places of findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from jdgen.guidelines.checking import check_document
from jdgen.guidelines.core_values import core_values, value_sets, values_missing_from
from jdgen.guidelines.registry import rule_of
from jdgen.guidelines.rule import Example
from jdgen.guidelines.settings import check_settings
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block, Kind, WordText
from jdgen.timetable import SHARES_WITHOUT_DUTY
from jdgen.yaml_source import load_data

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "jdgen" / "guidelines" / "facts"
TODAY = date(2026, 12, 1)


def text_of(*rows):
    blocks = [
        Block("word/document.xml", at, role, text, place=f"paragraph {at + 1}")
        for at, (role, text) in enumerate(rows)
    ]
    return WordText(tuple(blocks), title="A handout", language="en-CA")


def test_a_kind_of_ones_own_keeps_its_sections(bench):
    kind = Kind("handout", "Handout", "handout", sections=("What we do", "How to reach us"))
    text = text_of(("heading1", "How to reach us"), ("body", "What we do"))
    subject = DocumentSubject(bench.profile(), kind, text, (), (), TODAY, check_settings())
    told = [(miss.message, miss.block) for miss in rule_of("WRF-08").in_document(subject)]
    assert told == [("“What we do” is plain text here and no heading.", text.blocks[1])]


def test_a_missing_section_is_told_with_its_neighbour(bench):
    kind = Kind("handout", "Handout", "handout", sections=("What we do", "How to reach us"))
    subject = DocumentSubject(
        bench.profile(), kind, text_of(("heading1", "What we do")), (), (), TODAY, check_settings()
    )
    message = "The heading “How to reach us” is missing. It comes after “What we do”."
    told = [(miss.message, miss.block.text) for miss in rule_of("WRF-08").in_document(subject)]
    assert told == [(message, "What we do")]


def test_a_full_panel_is_told_with_its_place(bench):
    kind, text = bench.kind("brochure"), bench.text("brochure")
    blocks = [replace(block, place="page 1 panel 2, paragraph 3") for block in text.blocks]
    fits = [SimpleNamespace(panel="page 1 panel 2", used=579.0, available=551.0)]
    found = check_document(
        bench.profile(),
        kind,
        replace(text, blocks=tuple(blocks)),
        (),
        fits,
        TODAY,
        check_settings(),
    )
    finding = next(finding for finding in found if finding.rule == "WRF-09")
    assert finding.message == "The text of page 1 panel 2 is about 2 lines too long."
    assert finding.place == "page 1 panel 2, paragraph 3"


def test_a_finding_on_a_quote_never_repeats_it(bench):
    gone = {"brochure.quotes.0.consent": None, "brochure.quotes.0.attribution": ""}
    found = bench.findings(rule_of("COM-09"), Example("", gone))
    told = " ".join(str(finding) for finding in found)
    assert "COM-09" in told
    assert "Quote 1" in told
    assert "I felt heard" not in told


def test_the_core_values_are_those_that_documents_print():
    printed = load_data(ROOT / "jdgen" / "documents" / "texts" / "core_values.yaml")["all"]
    assert dict(core_values()) == {value["id"]: value["name"] for value in printed}
    stands_for = {v for table in value_sets().values() for ids in table.values() for v in ids}
    assert stands_for <= core_values().keys()


def test_a_value_that_is_named_over_a_line_break_is_found():
    missing = values_missing_from(["Hope, health and\nwellness"])
    assert "Hope" not in missing
    assert "Health and wellness" not in missing
    assert len(missing) == 11


def test_the_general_duties_are_the_fifteen_named_ones():
    table = load_data(FACTS / "general_duties.yaml")
    assert sorted(map(int, table["duties"])) == list(range(1, 16))
    assert table["shares"].keys() <= set(SHARES_WITHOUT_DUTY)

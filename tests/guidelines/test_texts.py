"""A whole text is judged paragraph by paragraph, and what it says elsewhere counts."""

from __future__ import annotations

from datetime import date

from jdgen.guidelines import check_alone, check_settings, judge_texts, told_once
from jdgen.model import Block, WordText

FRENCH = (
    "La personne rencontre les participants chez eux ou dans un café et parle avec eux de ce qui "
    "est important pour eux."
)


def blocks(*rows: tuple[str, str]) -> list[Block]:
    return [
        Block("word/document.xml", number, role, text, place=f"paragraph {number}")
        for number, (role, text) in enumerate(rows)
    ]


def test_a_finding_tells_its_place_kind_and_field() -> None:
    rows = blocks(("heading1", "Duties"), ("bullet", "Watches residents swallow their tablets"))
    (told,) = judge_texts(rows, kind="job-description").findings
    assert told.finding.place == "paragraph 1"
    assert told.finding.document == "job-description"
    assert told.field == "duty"


def test_a_term_that_another_paragraph_explains_is_no_jargon() -> None:
    bare = ("body", "We believe in self-determination.")
    explained = ("body", "Self-determination: You make the choices in your own life.")
    assert judge_texts(blocks(bare), field="brochure").findings
    judged = judge_texts(blocks(bare, explained), field="brochure")
    assert not judged.findings
    assert "explained elsewhere in the document" in {told.cause for told in judged.silenced}


def test_a_term_for_people_is_one_finding_with_a_count() -> None:
    rows = blocks(*[("bullet", f"Meets clients in room {number}") for number in range(3)])
    found = [told.finding for told in judge_texts(rows, field="duty").findings]
    (told,) = told_once(found)
    assert told.rule == "WRD-02"
    assert told.message.endswith("It stands in 2 more places.")


def test_an_endless_paragraph_is_read_in_parts_and_each_finding_keeps_its_place() -> None:
    text = "Sit with people and listen. " * 400 + "Count the pills of residents. W" + "ord " * 2000
    (told,) = judge_texts(blocks(("bullet", text)), field="duty").findings
    finding = told.finding
    assert text[finding.start : finding.end] == finding.quote
    assert finding.start >= 400 * len("Sit with people and listen. ")
    assert finding.sentence == "Count the pills of residents."


def test_a_sentence_with_one_fault_in_many_words_is_one_finding() -> None:
    text = "Short shifts only, because peer workers tire easily and may relapse."
    word = WordText(tuple(blocks(("heading1", "Hours"), ("body", text))))
    found = check_alone(word, "word", date(2026, 12, 1), check_settings())
    assert [finding.rule for finding in found if finding.rule == "JDS-11"] == ["JDS-11"]


def test_a_paragraph_in_another_language_is_told_and_not_read() -> None:
    english = ("body", "You talk with people about what matters to them, where they choose to.")
    judged = judge_texts(blocks(english, english, english, ("body", FRENCH)))
    assert [(block.place, language) for block, language in judged.unread] == [
        ("paragraph 3", "French")
    ]
    assert not judged.unchecked


def test_a_text_in_another_language_is_not_read_at_all() -> None:
    judged = judge_texts(blocks(("body", FRENCH), ("body", FRENCH)))
    assert judged.unchecked
    assert judged.language == "French"

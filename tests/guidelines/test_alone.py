"""What is told of a file that nobody's profile stands behind."""

from __future__ import annotations

from datetime import date

from jdgen.guidelines import check_alone, check_settings
from jdgen.model import Block, WordText

TODAY = date(2026, 12, 1)


def rules(text: WordText, form: str) -> set[str]:
    return {finding.rule for finding in check_alone(text, form, TODAY, check_settings())}


def test_a_foreign_word_file_is_judged_by_what_needs_no_profile() -> None:
    blocks = (
        Block("word/document.xml", 0, "body", "Duties", alt=("",)),
        Block("word/document.xml", 1, "body", "Pay:\tTBD"),
    )
    assert rules(WordText(blocks), "word") == {"WRF-01", "WRF-04", "WRF-05", "WRF-06"}


def test_a_text_file_is_not_asked_for_what_only_word_has() -> None:
    assert rules(WordText((Block("text", 0, "body", "Pay:\tTBD"),)), "text") == {"WRF-01"}
    assert rules(WordText((Block("text", 0, "body", "Pay: 24 dollars"),)), "text") == set()

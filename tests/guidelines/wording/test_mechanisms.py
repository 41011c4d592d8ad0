"""What the reader of clauses has to get right, on invented sentences, mechanism by mechanism."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdgen.errors import UsageError
from jdgen.guidelines import check_text, read_text
from jdgen.yaml_source import load_data

_SENTENCES = load_data(Path(__file__).parent / "mechanisms.yaml")


def _cases(mechanism: str) -> list[tuple[str, str, set[str]]]:
    cases = []
    for told in _SENTENCES[mechanism]:
        expected = {part.strip() for part in told["raise"].split(",") if part.strip()}
        ((field, text),) = ((key, value) for key, value in told.items() if key != "raise")
        cases.append((field, text, expected))
    return cases


@pytest.mark.parametrize("mechanism", _SENTENCES)
def test_the_right_categories_are_raised(mechanism: str) -> None:
    wrong = {}
    for field, text, expected in _cases(mechanism):
        found = {finding.category for finding in check_text(text, field)}
        if found != expected:
            wrong[text] = (found, expected)
    assert wrong == {}


def test_a_finding_says_where_what_why_and_what_to_write() -> None:
    text = "Greet people, then conduct intake assessments."
    (finding,) = check_text(text, field="duty")
    assert (finding.rule, finding.category, finding.severity) == (
        "NCL-03",
        "clinical-task",
        "error",
    )
    assert text[finding.start : finding.end] == finding.quote
    assert finding.quote.startswith("conduct intake")
    assert finding.quote in finding.message
    assert finding.why and finding.suggestion and finding.source
    assert finding.sentence == text


@pytest.mark.parametrize(
    ("field", "text", "cause"),
    [
        ("duty", "Peer workers do not diagnose", "negated"),
        ("duty", "The nurse gives out tablets", "not the worker"),
        ("qualification", "Knowledge of how to administer medication", "governed by"),
        ("duty", "Write to the Client Services Division", "name"),
        ("brochure", "Do you give therapy?", "question"),
        ("duty", "Avoid the word 'addict'", "sense"),
        ("brochure", "We take WRAP, a plan that you write yourself", "explained"),
    ],
)
def test_a_silenced_hit_is_kept_with_its_cause(field: str, text: str, cause: str) -> None:
    reading = read_text(text, field)
    assert reading.findings == ()
    assert any(cause in told.cause for told in reading.suppressed)


def test_the_same_words_are_told_once() -> None:
    findings = check_text("Count pills, count pills and count pills", field="duty")
    assert len({(finding.start, finding.category) for finding in findings}) == len(findings)


def test_a_text_without_words_says_nothing() -> None:
    assert [check_text(text) for text in ("", " \n\t", "…—!?", "1234 $%&")] == [[], [], [], []]


def test_an_unknown_field_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError) as raised:
        check_text("Meet people", field="dutty")
    assert "worker_profile" in str(raised.value.problems[0])


def test_a_paragraph_of_strange_signs_does_no_harm() -> None:
    strange = "Give\u00a0pills\u200b 💊 — “‘’” ((( n't 's ''' ﷺ \ue000 Ｇｉｖｅ"
    assert isinstance(check_text(strange * 50), list)

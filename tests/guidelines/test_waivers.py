"""Waivers answer findings for a time, with a reason, and never quietly."""

from __future__ import annotations

from datetime import date

import pytest

from jdgen.guidelines import apply_waivers, check_document, check_profile, check_settings
from jdgen.guidelines.rule import Example

TODAY = date(2026, 12, 1)
UNTIL = date(2027, 3, 31)
TOP = "Job description, Riverbend Community Mental Health"
BLANK = "Bring your own cup ____ please."


def waiver(rule, **more):
    return {"rule": rule, "reason": "Agreed for the winter", "until": UNTIL, **more}


def judged(bench, *waivers, patch=None, **more):
    profile = bench.patched_profile({"waivers": list(waivers), **(patch or {})})
    found = check_profile(profile, bench.kinds(), TODAY, check_settings())
    return apply_waivers(profile, found, TODAY, **more)


def judged_document(bench, *waivers, sentence=BLANK):
    profile = bench.patched_profile({"waivers": list(waivers)})
    kind = bench.kind("job-description")
    text = bench.text(kind.name, Example("", edits={TOP: f"{TOP}. {sentence}"}))
    found = check_document(profile, kind, text, [], [], TODAY, check_settings())
    return apply_waivers(profile, found, TODAY)


def rules(judgement):
    return sorted(finding.rule for finding in judgement.findings if finding.severity != "advice")


def test_a_waiver_takes_a_finding_away_and_keeps_both_for_the_report(bench):
    result = judged(bench, waiver("TIM-01"), patch={"time.meetings": 10})
    assert rules(result) == []
    [answered] = result.waived
    assert answered.finding.rule == "TIM-01"
    assert answered.waiver.reason == "Agreed for the winter"


def test_a_waiver_holds_on_its_last_day_and_not_after(bench):
    on_last_day = judged(bench, waiver("TIM-01", until=TODAY), patch={"time.meetings": 10})
    assert rules(on_last_day) == []
    ended = waiver("TIM-01", until=date(2026, 11, 30))
    after = judged(bench, ended, patch={"time.meetings": 10})
    assert rules(after) == ["TIM-01", "WAV-01"]


def test_a_waiver_of_a_rule_that_was_not_run_is_not_called_unused(bench):
    assert rules(judged(bench, waiver("TIM-03"), in_force={"TIM-01"})) == []
    assert rules(judged(bench, waiver("TIM-03"), in_force={"TIM-01", "TIM-03"})) == ["WAV-02"]


def test_a_guarded_rule_cannot_be_switched_off(bench):
    result = judged_document(bench, waiver("WRF-01"))
    assert rules(result) == ["WAV-03", "WRF-01"]


def test_one_sentence_of_a_guarded_rule_can_be_answered_by_repeating_it(bench):
    result = judged_document(bench, waiver("WRF-01", text=BLANK))
    assert rules(result) == []
    assert result.waived[0].finding.sentence == BLANK


@pytest.mark.parametrize("changed", ["Bring your own mug ____ please.", f"{BLANK} And ____."])
def test_the_answer_lapses_when_the_sentence_changes(bench, changed):
    result = judged_document(bench, waiver("WRF-01", text=BLANK), sentence=changed)
    assert "WRF-01" in rules(result) or result.waived[0].finding.sentence == BLANK
    assert rules(judged_document(bench, waiver("WRF-01", text="____"), sentence=changed)) == [
        "WAV-02",
        "WRF-01",
    ]


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (waiver("TIM-01", reason=" "), "does not say reason"),
        (waiver("TIM-01", until=None), "does not say until"),
        (waiver("TMI-01"), "did you mean TIM-01?"),
    ],
)
def test_a_waiver_that_is_not_complete_answers_nothing(bench, told, message):
    result = judged(bench, told, patch={"time.meetings": 10})
    assert rules(result) == ["TIM-01", "WAV-04"]
    assert any(message in finding.message for finding in result.findings)


def test_the_result_holds_until_the_next_day_that_the_profile_names(bench):
    patch = {
        "effective_date": date(2026, 1, 1),
        "review_by": date(2026, 12, 31),
        "history": [],
        "brochure.quotes": [],
    }
    assert judged(bench, patch=patch).valid_until == date(2026, 12, 31)
    soon = waiver("TIM-01", until=date(2026, 12, 1))
    assert judged(bench, soon, patch=patch).valid_until == date(2026, 12, 2)


def test_a_profile_without_a_day_ahead_holds_for_good(bench):
    past = {"effective_date": date(2026, 1, 1), "review_by": None, "brochure.quotes": []}
    assert judged(bench, patch=past).valid_until is None

"""What examples of single rules cannot show: private pay, own answers, frequencies, today."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jdgen.guidelines.checking import check_profile
from jdgen.guidelines.registry import rule_of
from jdgen.guidelines.rule import Example
from jdgen.guidelines.settings import check_settings


@pytest.fixture
def told(bench):
    """What one rule says of the sound profile with these changes."""

    def run(rule_id, patch, **more):
        found = bench.findings(rule_of(rule_id), Example("", patch, **more))
        return [(f.severity, f.message) for f in found if f.rule == rule_id]

    return run


def answer(number, verdict, day="2026-10-01"):
    return {
        "number": number,
        "verdict": verdict,
        "reason": "Agreed with the team.",
        "approved_by": "Director",
        "date": day,
    }


def test_pay_that_is_private_is_compared_and_not_repeated(told):
    private = {"compensation.private": True, "compensation.min": 17}
    [(severity, message)] = told("HIR-02", private)
    assert severity == "error"
    assert "17" not in message
    wide = {
        "legal.packs": ["CA-ON"],
        "compensation.private": True,
        "compensation.per": "year",
        "compensation.min": 41234,
        "compensation.max": 98765,
    }
    [(_, message)] = told("HRX-07", wide)
    assert not [figure for figure in ("41", "98", "57") if figure in message]


@pytest.mark.parametrize(
    ("per", "low", "enough"),
    [("week", 627, True), ("week", 626, False), ("month", 2717, True), ("year", 32000, False)],
)
def test_pay_by_the_week_month_or_year_is_compared_by_paid_hours(told, per, low, enough):
    pay = {"compensation.per": per, "compensation.min": low, "compensation.max": low * 2}
    assert (told("HIR-02", pay) == []) is enough


def test_an_own_answer_lifts_a_no_that_is_no_conflict_of_values(told):
    ride = {"duties.2.activity": 11}
    assert [severity for severity, _ in told("TSK-02", ride)] == ["error"]
    own = {**ride, "overrides.activities": [answer(11, "yes")]}
    assert told("TSK-02", own) == []


def test_no_own_answer_makes_therapy_a_duty(told):
    therapy = {"duties.2.activity": 20, "overrides.activities": [answer(20, "yes")]}
    assert [severity for severity, _ in told("TSK-02", therapy)] == ["error"]
    assert [severity for severity, _ in told("RCL-04", therapy)] == ["warning"]


def test_of_two_own_answers_the_newer_one_holds(told):
    answers = [answer(11, "no", "2026-11-01"), answer(11, "yes", "2026-10-01")]
    ride = {"duties.2.activity": 11, "overrides.activities": answers}
    assert [severity for severity, _ in told("TSK-02", ride)] == ["error"]


def test_an_own_answer_ends_the_dispute_on_activity_47(told):
    own_story = {"duties.2.activity": 47}
    assert [severity for severity, _ in told("TSK-02", own_story)] == ["warning"]
    assert told("TSK-03", own_story) == []
    agreed = {**own_story, "overrides.activities": [answer(47, "yes")]}
    assert told("TSK-02", agreed) == []


def test_a_note_bounds_what_an_own_answer_makes_doubtful(told):
    doubtful = {"duties.2.activity": 3, "overrides.activities": [answer(3, "maybe")]}
    assert [severity for severity, _ in told("TSK-03", doubtful)] == ["warning"]
    assert told("TSK-03", {**doubtful, "duties.2.note": "With a second peer worker."}) == []


def test_a_figure_of_the_project_takes_the_place_of_a_shipped_one(bench):
    settings = check_settings({"TRN-01": {"days": 9}, "TSK-13": {"times_others": Decimal("0.5")}})
    profile = bench.profile()
    found = check_profile(profile, bench.kinds(), date(2026, 12, 1), settings)
    messages = {finding.rule: finding.message for finding in found}
    assert "9 days" in messages["TRN-01"]
    assert "up to 9" in messages["TSK-13"]


@pytest.mark.parametrize(("size", "silent"), [(24, True), (25, False), (None, False)])
def test_a_law_with_a_least_size_spares_smaller_employers(told, size, silent):
    wide = {
        "legal.packs": ["CA-ON"],
        "organization.employer_size": size,
        "compensation.per": "year",
        "compensation.min": 45000,
        "compensation.max": 110000,
    }
    assert (told("HRX-07", wide) == []) is silent


def test_reviews_are_counted_from_the_day_in_force_and_not_from_today(told):
    late_run = {"effective_date": date(2026, 12, 1), "review_by": date(2027, 12, 1)}
    assert told("HRX-11", late_run, today=date(2027, 11, 30)) == []

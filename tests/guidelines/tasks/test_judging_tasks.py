"""A task gets the verdict a careful person would give, or a question; never a careless yes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.tasks import (
    ASIDE,
    LEAST_DECIDED,
    LEAST_RIGHT,
    MOST_NO_AS_YES,
    SETS,
    page,
    score,
    tasks_of,
)
from jdgen.guidelines import judge_task
from jdgen.guidelines.facts import activities
from jdgen.guidelines.tasks.factors import activity_factors, five_steps

ROOT = Path(__file__).parents[3]

# One word or clause flips each pair.
PAIRS = [
    ("Phone the landlord for a resident", "no", 30),
    ("Sit with a member while they phone the landlord", "yes", 31),
    ("Buy groceries for a tenant", "no", 13),
    ("Buy groceries together with a tenant", "yes", 14),
    ("Fill in a client's pension form for her", "no", 21),
    ("Help a client fill in her pension form", "yes", 1),
    ("Help strap a patient to the bed", "no", 18),
    ("Respond to a code white and lead the other patients out of the room", "yes", 19),
    ("Urge a resident to stay on his medication", "no", 52),
    ("Prepare with a resident what she wants to tell her psychiatrist", "yes", 41),
    ("Visit a tenant at home for a chat", "yes", 33),
    ("Visit a tenant at home to see whether he takes his tablets, for the nurse", "no", 54),
    ("Have a coffee with a member during your shift", "yes", 26),
    ("Have a coffee with a member on your day off", "no", 27),
    ("Clean a tenant's kitchen for her", "no", 32),
    ("Drive a client to the clinic and wait in the car", "no", 11),
    ("Go with a client to the clinic and stay in the room with her", "yes", 2),
]


@pytest.mark.parametrize(("task", "verdict", "activity"), PAIRS)
def test_one_detail_decides_between_near_activities(task: str, verdict: str, activity: int) -> None:
    judged = judge_task(task)
    assert (judged.verdict, judged.activity) == (verdict, activity)


@pytest.mark.parametrize("names", [("develop",), ("develop_2",), ("invented",), ASIDE])
def test_labelled_tasks_are_judged_as_well_as_asked(names: tuple[str, ...]) -> None:
    """What was kept aside counts as one set: the labelled examples among it are too few alone."""
    told = score(*names)
    assert told.no_as_yes_share <= MOST_NO_AS_YES
    assert told.right_share >= LEAST_RIGHT
    assert told.decided_share >= LEAST_DECIDED


def test_the_page_of_figures_is_up_to_date() -> None:
    shown = (ROOT / "docs" / "accuracy-tasks.md").read_text(encoding="utf-8")
    assert shown == page(), "run `python -m benchmarks.tasks --write`"


def test_a_declared_activity_wins_over_the_words() -> None:
    judged = judge_task("Phone the landlord for a resident", activity=31)
    assert (judged.verdict, judged.activity) == ("yes", 31)
    assert "declared" in judged.reason


def test_an_activity_that_does_not_exist_is_as_good_as_none() -> None:
    assert judge_task("Phone the landlord for a resident", activity=99).activity == 30


def test_a_task_in_two_readings_brings_the_question_that_settles_it() -> None:
    judged = judge_task(
        "Have coffee with a resident, to find out if she is drinking, for the doctor"
    )
    assert judged.verdict in {"no", "unsure"}
    unsure = judge_task("Look after Tom")
    assert unsure.verdict == "unsure"
    assert unsure.question.endswith("?")


def test_the_reason_names_the_activity_and_quotes_the_task() -> None:
    judged = judge_task("Phone the landlord for a resident")
    assert "activity 30" in judged.reason
    assert "“for a resident”" in judged.reason


def test_the_factors_come_with_the_verdict_as_the_last() -> None:
    judged = judge_task("Lend a client ten dollars")
    assert "".join(judged.factors) == "abcdefgh"
    assert judged.factors["f"] == "yes"
    assert judged.factors["h"] == judged.verdict == "no"


@pytest.mark.parametrize("task", ["", "   ", "Begleite eine Bewohnerin zum Arzt", "7", "🙂", "'s"])
def test_a_task_that_cannot_be_read_is_left_open(task: str) -> None:
    assert judge_task(task).verdict == "unsure"


def test_a_whole_page_is_not_one_task() -> None:
    judged = judge_task("Walk with a resident. " * 10_000)
    assert judged.verdict == "unsure"
    assert "longer" in judged.reason


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_it_fail(text: str) -> None:
    assert judge_task(text).reason


def test_the_five_steps_give_what_the_table_prints_but_for_known_exceptions() -> None:
    """The rule, and the five activities on which the source departs from it."""
    printed = {"yes": "yes", "likely": "yes", "conditional": "yes", "preferably_not": "maybe"}
    departs = {
        number
        for number, told in activities().items()
        if five_steps(activity_factors(number)) != printed.get(told.printed, told.printed)
    }
    assert departs == {15, 23, 31, 42, 47}


def test_an_activity_that_clashes_with_values_is_known_by_its_factor_f() -> None:
    clashing = {number for number in activities() if activity_factors(number)["f"] == "yes"}
    assert clashing == {number for number, told in activities().items() if told.against_values}


def test_no_labelled_task_is_in_two_sets() -> None:
    tasks = [told["task"] for told in tasks_of(*SETS)]
    assert len(tasks) == len(set(tasks))

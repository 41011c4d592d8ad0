"""Rules that need no check: the schema, the shipped data or the time table cannot break them."""

from __future__ import annotations

import json
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jdgen.documents import build_context
from jdgen.errors import ProfileError
from jdgen.guidelines.facts import activities, sides
from jdgen.guidelines.registry import rule_of
from jdgen.guidelines.rule import Example
from jdgen.guidelines.tasks.factors import activity_factors
from jdgen.profile import json_schema, load_profile
from jdgen.yaml_source import load_data

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FACTS = ROOT / "jdgen" / "guidelines" / "facts"
ASKED = [
    "role.title",
    "role.department",
    "role.location",
    "supervision.reports_to",
    "role.employment_type",
    "role.hours_per_week",
    "effective_date",
    "version",
]


def schema_at(*path: str) -> Any:
    known: Any = json_schema()
    for step in path:
        known = known["items"] if step == "each" else known["properties"][step]
    return known


@pytest.fixture(scope="module")
def sound_profile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sound")
    shutil.copy(HERE / "base.yaml", folder / "riverbend.yaml")
    return load_profile(folder / "riverbend.yaml")


@pytest.fixture(scope="module")
def time_view(sound_profile):
    context = build_context(
        sound_profile,
        frozenset({"time"}),
        trace=False,
        today=date(2026, 12, 1),
    )
    return context.values["time"]


def test_time_without_lived_experience_is_told_as_a_total(time_view):
    assert time_view["other_percent"] == "39%"
    assert time_view["other_percent"] in time_view["other_sentence"]


def test_the_hours_of_a_time_table_add_up_to_the_paid_week(time_view, sound_profile):
    hours = sum(Decimal(row["hours"]) for row in time_view["rows"])
    assert hours == sound_profile.get("role.hours_per_week")


def test_each_printed_share_has_its_hours_beside_it(time_view):
    shares = [row["percent"] for row in time_view["rows"]]
    assert len(shares) == 13
    assert all(Decimal(row["hours"]) > 0 for row in time_view["rows"])


@pytest.mark.parametrize("field", ASKED)
def test_what_every_job_description_must_hold_is_asked_for(field, bench, tmp_path):
    assert refused(bench, {field: None}, tmp_path) == [field]


def test_a_supervisor_without_a_part_is_refused(bench, tmp_path):
    field = "supervision.supervisors.0.kind"
    assert refused(bench, {field: None}, tmp_path) == [field]


def plain(value):
    return float(value) if isinstance(value, Decimal) else value.isoformat()


def refused(bench, patch, folder):
    """The fields that the loader complains of in the sound profile, changed so."""
    path = folder / "riverbend.yaml"
    changed = bench.patched_profile(patch).data
    path.write_text(json.dumps(changed, default=plain), encoding="utf-8")
    with pytest.raises(ProfileError) as told:
        load_profile(path)
    return [problem.place.field for problem in told.value.problems]


def test_the_core_values_are_one_set_of_thirteen():
    shipped = load_data(ROOT / "jdgen" / "documents" / "texts" / "core_values.yaml")["all"]
    chosen_from = schema_at("duties", "each", "values", "each")["enum"]
    assert [value["id"] for value in shipped] == chosen_from
    assert len(set(chosen_from)) == 13
    assert {"dignity", "hope", "recovery"} <= set(chosen_from)


def test_activity_47_keeps_its_printed_answer_and_is_no_error(bench):
    told = activities()[47]
    assert (told.printed, told.effective) == ("no", "maybe")
    example = Example("", {"duties.2.activity": 47})
    found = bench.findings(rule_of("TSK-02"), example)
    assert {finding.rule: finding.severity for finding in found}["TSK-02"] == "warning"


def test_the_worker_signs_the_job_description(bench):
    profile = bench.patched_profile({"acknowledgment": None})
    day = date(2026, 12, 1)
    signed = build_context(profile, frozenset({"approvals"}), trace=False, today=day)
    assert signed.values["approvals"]["acknowledgment"]
    rows = [block.text for block in bench.text("job-description").blocks]
    assert any(row.startswith("I have read this job description") for row in rows)
    assert rows.index("Executive Director") < rows.index("Peer Support Worker", 1)


def test_the_table_holds_all_activities_with_the_answers_of_the_source():
    told = activities().values()
    assert [activity.number for activity in told] == list(range(1, 55))
    answers = [activity.printed for activity in told]
    counts = {answer: answers.count(answer) for answer in set(answers)}
    assert counts == {
        "yes": 22,
        "likely": 6,
        "conditional": 4,
        "maybe": 3,
        "preferably_not": 1,
        "no": 18,
    }
    against = {activity.number for activity in told if activity.against_values}
    assert against == {18, 20, 22, 27, 30, 32, 34, 37, 45, 46, 52, 53, 54}
    assert all(activities()[number].effective == "no" for number in against)


def test_a_likely_or_conditional_activity_has_its_condition_in_the_table():
    bound = [a for a in activities().values() if a.effective in ("likely", "conditional")]
    assert all(activity.condition for activity in bound)
    assert all(a.note for a in activities().values() if a.printed != a.effective != "likely")


def test_the_kinds_of_activity_are_those_a_duty_can_have():
    chosen_from = schema_at("duties", "each", "activity_type")["enum"]
    assert list(sides()) == [kind for kind in chosen_from if kind]
    assert [side for _, side in sides().values()] == ["direct"] * 8 + ["indirect"] * 7


def test_the_role_clarity_table_is_whole_and_keeps_its_answers_apart():
    factors = {number: activity_factors(number) for number in activities()}
    assert sorted(factors) == list(range(1, 55))
    assert {"".join(told) for told in factors.values()} == {"abcdefg"}
    words = " ".join(told.activity for told in activities().values()).split()
    assert not {"yes", "no", "maybe"} & set(words)


def test_no_number_of_the_role_clarity_table_stands_twice():
    table = (FACTS / "activities.csv").read_text(encoding="utf-8").splitlines()[1:]
    numbers = [line.partition(",")[0] for line in table]
    assert numbers == [str(number) for number in range(1, 55)]

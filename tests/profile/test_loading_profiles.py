"""From a file to a checked profile."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jdgen.errors import ProfileError
from jdgen.profile import load_profile

ROOT = Path(__file__).parents[2]


def test_a_first_profile_is_short_and_loads(folder):
    lines = (folder / "lakeside.yaml").read_text(encoding="utf-8").splitlines()
    profile = load_profile(folder / "lakeside.yaml")
    assert len(lines) <= 40
    assert profile.id == "lakeside-peer-worker"
    assert [duty.percent for duty in profile.duties] == [25, 25, 20, 10]


def test_values_have_the_kind_of_their_field(folder):
    profile = load_profile(folder / "lakeside.yaml")
    assert str(profile.get("compensation.min")) == "24.00"
    assert profile.get("role.hours_per_week") == Decimal(20)
    assert isinstance(profile.get("time.supervision"), Decimal)
    assert profile.get("effective_date") == date(2027, 1, 4)
    assert profile.get("role.is_new") is True


def test_duties_carry_their_fields_and_their_path(folder):
    duty = load_profile(folder / "lakeside.yaml").duties[0]
    assert (duty.id, duty.field, duty.kind, duty.side) == (
        "share-experience",
        "duties.0",
        "essential",
        "direct",
    )
    assert duty.uses_lived_experience == "yes"
    assert duty.more["use"] == "share-experience"
    assert "text" not in duty.more


def test_every_value_knows_the_file_it_came_from(folder):
    profile = load_profile(folder / "lakeside.yaml")
    assert profile.place("organization.name").file.endswith("_lakeside.yaml")
    assert profile.place("role.title").file.endswith("/lakeside.yaml")
    assert (profile.place("role.title").line, profile.place("role.title").column) == (10, 10)
    assert profile.place("duties.2.text").line == 25


def test_the_profile_comes_first_among_its_files(folder):
    names = [Path(name).name for name in load_profile(folder / "lakeside.yaml").files]
    assert names == ["lakeside.yaml", "_lakeside.yaml"]


@pytest.mark.parametrize(
    ("line", "path", "value"),
    [
        ("  job_code: 01234", "role.job_code", "01234"),
        ("  job_code: 1.10", "role.job_code", "1.10"),
        ("  job_code: 2026-01-02", "role.job_code", "2026-01-02"),
        ("  union: no", "role.union", "no"),
        ("  schedule: 9:00", "role.schedule", "9:00"),
        ("  service_hours: 17:30", "role.service_hours", "17:30"),
        ("  travel_percent: 60%", "role.travel_percent", Decimal(60)),
        ("  travel_percent: 12.5 %", "role.travel_percent", Decimal("12.5")),
        ("  driving_required: no", "role.driving_required", False),
        ("  driving_required: Yes", "role.driving_required", True),
        ("  tier: 3.0", "role.tier", 3),
        ("  essence: '  spaced  '", "role.essence", "spaced"),
        ("  essence: |\n    one\n    two\n", "role.essence", "one\ntwo"),
        ("  essence: ''", "role.essence", None),
        ("  essence:", "role.essence", None),
        ("  tier:", "role.tier", None),
        ("  team:", "role.team", None),
    ],
)
def test_what_people_write_becomes_the_right_value(change, line, path, value):
    profile = load_profile(change(("  title: Peer Worker", f"  title: Peer Worker\n{line}")))
    assert profile.get(path) == value


def test_yes_without_quotes_is_a_word_where_words_are_allowed(change):
    profile = load_profile(
        change(("percent: 10}", "percent: 10, uses_lived_experience: true, result: x}"))
    )
    assert profile.duties[3].uses_lived_experience == "yes"


def test_texts_and_layout_have_defaults(folder):
    profile = load_profile(folder / "lakeside.yaml")
    assert profile.get("locale") == "en-CA"
    assert profile.get("page") == "letter"
    assert profile.get("terms.recovery") == "both"
    assert profile.get("brochure.watermark") is True
    assert profile.get("documents") == ["job-description", "expectation-statements", "brochure"]


def test_facts_have_none(folder):
    profile = load_profile(folder / "lakeside.yaml")
    for fact in (
        "role.family_peer",
        "role.tier",
        "peer_community",
        "training",
        "supervision.later",
    ):
        assert profile.get(fact) is None


def test_plurals_that_were_left_out_are_made(folder, change):
    terms = load_profile(folder / "lakeside.yaml").get("terms")
    assert (terms["roles"], terms["people"]) == ("peer workers", "guests")
    profile = load_profile(change(add="terms: {person: person}"))
    assert profile.get("terms.people") == "people"


def test_a_scale_may_have_a_comment(change):
    profile = load_profile(
        change(
            add="dimensions: {direct_indirect: 25, "
            "mutual_mentoring: {value: 40, comment: Both ways.}}"
        )
    )
    assert profile.get("dimensions.direct_indirect") == 25
    assert profile.get("dimensions.mutual_mentoring.value") == 40


def test_a_policy_may_say_whether_the_practice_is_allowed(change):
    profile = load_profile(
        change(
            add="organization: {policies: {harm_reduction: {name: P 3, allowed: no}, "
            "transport: Car policy 2}}"
        )
    )
    assert profile.get("organization.policies.harm_reduction.allowed") is False
    assert profile.get("organization.policies.transport") == "Car policy 2"


def test_a_date_left_empty_for_signing_is_absent(change):
    profile = load_profile(
        change(add='approvals: [{role: Executive Director, name: "", date: ""}]')
    )
    assert profile.get("approvals") == [{"role": "Executive Director"}]


def test_special_characters_come_through(change):
    text = 'Harbour & Hope <Connect> \\"it\'s\\" 🌉 {{ x }}'
    profile = load_profile(change(add=f'organization: {{legal_name: "{text}"}}'))
    assert profile.get("organization.legal_name") == text.replace('\\"', '"')


def test_remarks_of_the_reader_are_kept(change):
    profile = load_profile(change(("department: Drop-in", "department: Drop-in #2")))
    assert [note.id for note in profile.notes] == ["profile-comment-cut"]


def test_the_worker_file_is_a_path_in_the_tree(change):
    profile = load_profile(change(add="worker_file: private/worker.yaml"))
    assert profile.get("worker_file") == "private/worker.yaml"


@pytest.mark.parametrize(
    "path", ["../worker.yaml", "/home/x/worker.yaml", "C:\\x.yaml", "~/w.yaml"]
)
def test_the_worker_file_may_not_leave_the_tree(told, path):
    (problem,) = told(add=f"worker_file: '{path}'")
    assert problem.id == "profile-worker-file"


def test_the_lists_of_one_profile_are_not_those_of_another(folder):
    load_profile(folder / "lakeside.yaml").data["documents"].append("x")
    assert "x" not in load_profile(folder / "lakeside.yaml").data["documents"]


@pytest.mark.parametrize(
    "file", sorted(path.name for path in (ROOT / "profiles").glob("[a-z]*.yaml"))
)
def test_every_shipped_profile_loads(file):
    assert load_profile(ROOT / "profiles" / file).duties


def test_a_profile_that_is_no_utf_8_is_refused(folder):
    (folder / "lakeside.yaml").write_bytes("id: caf\xe9".encode("cp1252"))
    with pytest.raises(ProfileError, match="UTF-8"):
        load_profile(folder / "lakeside.yaml")


def test_the_schema_in_the_docs_can_be_read(folder):
    text = (ROOT / "docs" / "profile.schema.json").read_text(encoding="utf-8")
    assert json.loads(text)["$schema"] == "http://json-schema.org/draft-07/schema#"

"""What a duty declares of itself comes before what its words seem to say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jdgen.guidelines import duty_verdicts
from jdgen.guidelines.duty_verdicts import judged_duty
from jdgen.guidelines.registry import rule_of
from jdgen.guidelines.rule import Example
from jdgen.guidelines.settings import check_settings
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.profile import load_profile
from jdgen.profile.library import library

PROFILES = sorted((Path(__file__).parents[2] / "profiles").glob("[!_]*.yaml"))
BARE = {f"duties.4.{name}": None for name in ("activity", "condition", "distinct_how", "approach")}
DAY = date(2026, 12, 1)


@pytest.fixture
def verdict(bench):
    """The verdict on the fifth duty of the sound profile with this text and these facts."""

    def run(text, **facts):
        told = {f"duties.4.{name}": value for name, value in facts.items()}
        overrides = told.pop("duties.4.overrides", None)
        more = {"overrides.activities": overrides} if overrides else {}
        profile = bench.patched_profile({**BARE, "duties.4.text": text, **told, **more})
        subject = ProfileSubject(profile, (), DAY, check_settings())
        return judged_duty(subject, profile.duties[4])

    return run


def own_answer(number, answer):
    told = {"reason": "Agreed.", "approved_by": "Director", "date": "2026-10-01"}
    return [{"number": number, "verdict": answer, **told}]


def test_words_alone_decide_where_nothing_is_declared(verdict):
    assert verdict("Phone landlords for participants.").verdict == "no"
    assert verdict("Shop together with participants.").verdict == "yes"


def test_a_declared_activity_comes_first(verdict):
    assert verdict("Phone landlords for participants.", activity=31).verdict == "yes"
    assert verdict("Shop together with participants.", activity=13).verdict == "no"


def test_the_organizations_own_answer_counts_for_words_too(verdict):
    ride = "Drive participants to appointments and wait in the car park."
    assert verdict(ride).verdict == "no"
    assert verdict(ride, overrides=own_answer(11, "maybe")).verdict == "maybe"


def test_no_own_answer_takes_back_a_clash_with_values(verdict):
    text = "Buy alcohol for participants."
    assert verdict(text, overrides=own_answer(34, "yes")).verdict == "no"


def test_the_approach_tells_with_whom(verdict):
    text = "Phone landlords for participants."
    assert verdict(text, approach="Sit beside them; they do the talking.").verdict == "yes"


def test_declared_lived_experience_answers_what_the_words_leave_open(verdict):
    assert verdict("Look after participants.", uses_lived_experience="no").verdict == "unsure"
    assert verdict("Look after participants.", uses_lived_experience="yes").verdict == "yes"


def test_a_duty_of_all_needs_no_tie_to_lived_experience(verdict):
    text = "Restock supplies."
    plain = {"uses_lived_experience": "no"}
    assert verdict(text, **plain).verdict == "no"
    assert verdict(text, **plain, duty_of_all=True).verdict == "yes"


def test_declared_lived_experience_does_not_excuse_clinical_work(verdict):
    assert verdict("Hand out tablets.", uses_lived_experience="yes").verdict == "no"


def test_a_note_settles_what_the_words_leave_open_and_no_more(verdict):
    open_text = "Teach participants to manage their symptoms."
    assert verdict(open_text).verdict == "unsure"
    assert verdict(open_text, note="Own ways of coping only.").verdict == "yes"
    assert verdict("Hand out tablets.", note="Mornings only.").verdict == "no"


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_duties_that_declare_an_activity_or_come_from_the_library_are_not_read(path, monkeypatch):
    """Reading a task loads the lexicon: a build whose duties are all declared never does."""
    read = []
    monkeypatch.setattr(duty_verdicts, "judge_task", lambda text: read.append(text))
    profile = load_profile(path)
    subject = ProfileSubject(profile, (), DAY, check_settings())
    assert {told.verdict for told in duty_verdicts.judged_duties(subject)} == {"yes"}
    assert read == []


def test_the_words_of_the_library_are_the_shipped_ones_only(tmp_path):
    base = Path(__file__).parents[1] / "flawed" / "_good.yaml"
    (tmp_path / "_good.yaml").write_text(base.read_text(encoding="utf-8"), encoding="utf-8")
    words = "Take the blood pressure of participants."
    (tmp_path / "own.yaml").write_text(
        "id: own\nextends: _good.yaml\nduties:\n"
        f"  - {{use: join-activities, percent: 14, text: {words}}}\n"
        "  - {use: join-activities, id: shipped, percent: 56}\n"
        "  - {use: notes-together, percent: 8}\n  - {use: explain-peer-support, percent: 4}\n",
        encoding="utf-8",
    )
    profile = load_profile(tmp_path / "own.yaml")
    subject = ProfileSubject(profile, (), DAY, check_settings())
    told = [judged_duty(subject, duty) for duty in profile.duties[:2]]
    assert [(judged.verdict, judged.sign) for judged in told] == [
        ("no", "clinical"),
        ("yes", "library"),
    ]


def test_no_duty_of_the_library_is_an_activity_that_is_not_for_peers(bench):
    for name, entry in library().items():
        profile = bench.patched_profile({"duties.4.activity": entry.get("activity")})
        subject = ProfileSubject(profile, (), DAY, check_settings())
        assert judged_duty(subject, profile.duties[4]).verdict != "no", name


def test_what_stands_in_the_profile_is_not_found_in_its_document_again(bench):
    taxi = "Drive clients to the clinic and wait in the car until they are done."
    rule = rule_of("TSK-06")
    shown = Example("", blocks=[("bullet", taxi)], documents=["job-description"])
    assert [found.rule for found in bench.findings(rule, shown)] == ["TSK-06"]


def test_a_suggestion_names_what_to_write_instead(bench):
    patch = {**BARE, "duties.4.text": "Phone landlords for participants."}
    found = bench.findings(rule_of("TSK-05"), Example("", patch))
    told = [finding.suggestion for finding in found if finding.rule == "TSK-05"]
    assert told == [
        "Write instead: “Sit beside people while they phone services themselves” (activity 31)."
    ]


@pytest.mark.parametrize(
    ("duty", "facts"),
    [
        (
            "Follow the safeguarding policy: tell the liaison person when a child may be at risk.",
            {"duty_of_all": True},
        ),
        (
            "If someone seems unsafe, say so to them and let the nurse on the team know.",
            {"duty_of_all": True},
        ),
        (
            "Keep the petty cash book and the shift log.",
            {"kind": "marginal", "side": "indirect"},
        ),
        (
            "Keep the list of what is on in town up to date.",
            {"kind": "marginal", "side": "indirect"},
        ),
        ("Introduce people to the nurse, who does wound care, and stay if they like.", {}),
    ],
)
def test_what_law_lays_on_all_and_what_others_do_is_no_reason_to_refuse(verdict, duty, facts):
    assert verdict(duty, **facts).verdict != "no"


@pytest.mark.parametrize(
    ("duty", "facts"),
    [
        ("Search the bags of guests at the door.", {"duty_of_all": True}),
        ("Give out medication in an emergency.", {"duty_of_all": True}),
        ("Keep a list of who breaks curfew.", {"kind": "marginal", "side": "indirect"}),
        ("Do wound care with the nurse.", {}),
    ],
)
def test_saying_so_makes_no_control_or_care_a_duty_of_all(verdict, duty, facts):
    assert verdict(duty, **facts).verdict == "no"

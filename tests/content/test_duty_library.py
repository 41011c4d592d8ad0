"""The shipped library of duties says what a peer-support expert would sign."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import jdgen.profile
from jdgen.guidelines import check_text
from jdgen.profile.library import in_plain_words
from jdgen.yaml_source import load_data

LIBRARY: dict[str, dict[str, Any]] = load_data(
    Path(jdgen.profile.__file__).with_name("duties.yaml")
)
DIRECT = {
    "experiential_sharing",
    "relationship_building",
    "socializing",
    "building_community",
    "skill_building",
    "connecting_to_resources",
    "advocacy",
    "group_facilitation",
}
NEVER_FOR_PEERS = {11, 12, 13, 18, 20, 21, 22, 27, 30, 32, 34, 37, 45, 46, 52, 53, 54}
LIKELY_OR_CONDITIONAL = {1, 2, 6, 7, 8, 10, 14, 29, 40, 44, 51}
MAYBE = {15, 23, 24, 28, 42, 47}
NAMED_DUTIES = set(range(1, 16))
CLINICAL = re.compile(
    r"\b(therap|diagnos|assess|treat|symptom|complian|adheren|monitor|patient|client|counsel"
    r"|intervention|case manage|screen)",
    re.IGNORECASE,
)
SPELLED_BY_PLACE = re.compile(
    r"\b(cent(re|er)|program(me)?|colou?r|neighbou?r|behaviou?r|practi[sc]e[sd]|organi[sz]|"
    r"recogni[sz]|honou?r|labou?r|licen[cs]e)",
    re.IGNORECASE,
)
DUTIES = pytest.mark.parametrize("name", sorted(LIBRARY))


def texts(name: str) -> str:
    return " ".join(str(LIBRARY[name].get(key, "")) for key in ("text", "result", "approach"))


@DUTIES
def test_a_duty_says_what_comes_of_it_and_which_values_it_puts_into_action(name: str) -> None:
    duty = LIBRARY[name]
    assert duty["text"] and duty["result"] and duty["approach"] and duty["values"]
    assert duty["kind"] in {"essential", "marginal"}


@DUTIES
def test_a_duty_begins_with_a_verb_and_every_text_with_a_capital(name: str) -> None:
    assert re.match(r"[A-Z][a-z]+ ", LIBRARY[name]["text"])
    assert all(LIBRARY[name][key][0].isupper() for key in ("text", "result", "approach"))


@DUTIES
def test_a_duty_holds_no_clinical_word_and_no_word_spelled_by_place(name: str) -> None:
    assert not CLINICAL.search(texts(name))
    assert not SPELLED_BY_PLACE.search(texts(name))


@DUTIES
def test_a_duty_passes_the_rules_on_wording(name: str) -> None:
    duty = in_plain_words()[name]
    for key in ("text", "result", "approach", "note", "condition"):
        assert check_text(str(duty.get(key, "")), "duty") == []


@DUTIES
def test_a_duty_speaks_of_people_in_the_words_of_the_profile(name: str) -> None:
    assert set(re.findall(r"\{(\w+)\}", texts(name))) <= {"person", "people", "role", "roles"}
    assert "participant" not in texts(name)
    assert "a {person}" not in texts(name).lower()


@DUTIES
def test_the_side_of_a_duty_is_that_of_its_kind_of_activity(name: str) -> None:
    duty = LIBRARY[name]
    assert (duty["side"] == "direct") == (duty["activity_type"] in DIRECT)


@DUTIES
def test_an_activity_that_needs_a_bound_brings_it_along(name: str) -> None:
    duty = LIBRARY[name]
    number = duty.get("activity")
    assert number not in NEVER_FOR_PEERS
    assert "note" in duty or number not in MAYBE
    assert "condition" in duty or number not in LIKELY_OR_CONDITIONAL


@DUTIES
def test_a_duty_leaves_the_share_of_time_to_the_profile(name: str) -> None:
    assert not {"percent", "per_week_max"} & LIBRARY[name].keys()


def test_the_library_covers_the_named_duties_of_the_general_job_description() -> None:
    covered = {number for duty in LIBRARY.values() for number in duty["covers"]}
    assert covered >= NAMED_DUTIES


def test_the_library_holds_what_first_profiles_use() -> None:
    asked = "share-experience build-relationship connect-resources go-along speak-up-together"
    asked += " notes-together explain-peer-support run-group harm-reduction-talk family-support"
    assert set(asked.split()) <= LIBRARY.keys()


def test_no_two_duties_say_the_same() -> None:
    said = [duty["text"] for duty in LIBRARY.values()]
    assert len(set(said)) == len(said)

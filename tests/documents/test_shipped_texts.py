"""The texts that ship: complete, in their fixed numbers, fit for the role and the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from jdgen.documents.habits import habits_of
from jdgen.documents.texts import shipped
from jdgen.model import Context
from jdgen.spelling import LOCALES, respell, spelling_for

ContextMaker = Callable[..., Context]

NAMES = sorted(
    Path(file.name).stem for file in files("jdgen.documents").joinpath("texts").iterdir()
)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def test_all_statements_are_printed_when_the_service_has_groups(context: ContextMaker) -> None:
    rows = context({}, "statements").values["statements"]["rows"]
    assert [row["number"] for row in rows] == list(range(1, 18))


def test_without_groups_statement_17_is_left_out_and_no_number_moves(
    context: ContextMaker,
) -> None:
    with_groups = context({}, "statements").values["statements"]
    without = context({"role.services.groups": False}, "statements").values["statements"]
    assert without["rows"] == with_groups["rows"][:16]
    assert without["has_group"] is False


def test_statements_read_on_from_the_stem(context: ContextMaker) -> None:
    for changes in ({}, {"role.family_peer": True}):
        statements = context(changes, "statements").values["statements"]
        assert statements["stem"].endswith("you can expect")
        for row in statements["rows"][:16]:
            assert row["text"].startswith("to ") and row["text"].endswith(".")


def test_the_group_statement_is_conditional_in_itself(context: ContextMaker) -> None:
    rows = context({}, "statements").values["statements"]["rows"]
    assert rows[16]["text"].startswith("if you take part in a group, to ")


def test_confidentiality_is_a_statement_and_has_limits(context: ContextMaker) -> None:
    told = context({}, "statements", "confidentiality").values
    assert "confidentiality" in told["statements"]["rows"][10]["text"]
    assert len(told["confidentiality"]["limits"]) >= 3


def test_the_brochure_shows_the_chosen_statements_by_number(context: ContextMaker) -> None:
    told = context({}, "statements", "brochure").values
    general = told["brochure"]["general"]
    assert general == [told["statements"]["rows"][number - 1] for number in (2, 3, 12)]


def test_the_brochure_never_shows_a_group_statement_without_groups(
    context: ContextMaker,
) -> None:
    changes = {"brochure.statements": [1, 2, 17], "role.services.groups": False}
    general = context(changes, "brochure").values["brochure"]["general"]
    assert [row["number"] for row in general] == [1, 2]


def test_the_brochure_chooses_statements_where_the_profile_does_not(
    context: ContextMaker,
) -> None:
    general = context({"brochure": None}, "brochure").values["brochure"]["general"]
    assert 3 <= len(general) <= 6


def test_a_family_role_speaks_of_families(context: ContextMaker) -> None:
    own = context({}, "statements", "qualifications", "brochure").values
    family = context({"role.family_peer": True}, "statements", "qualifications", "brochure").values
    assert "caregiver" in family["qualifications"]["lived_experience"]
    assert "caregiver" in family["statements"]["rows"][1]["text"]
    assert "caregiver" not in own["statements"]["rows"][1]["text"]
    assert "family" in family["brochure"]["who"]


@pytest.mark.parametrize("view", ["nature.non_clinical", "brochure.not_clinical"])
def test_the_role_is_said_to_be_non_clinical(context: ContextMaker, view: str) -> None:
    name, key = view.split(".")
    assert "non-clinical" in context({}, name).values[name][key]


def test_the_profiles_own_statements_win(context: ContextMaker) -> None:
    changes = {
        "legal.eeo_statement": "Everyone is welcome.",
        "legal.accommodation_statement": "Ask Mo.",
        "legal.disclaimer": "More or less.",
        "brochure.cost": "It is free.",
    }
    told = context(changes, "legal", "brochure").values
    assert told["legal"]["equal_opportunity"] == "Everyone is welcome."
    assert told["legal"]["accommodation"] == "Ask Mo."
    assert told["legal"]["disclaimer"] == "More or less."
    assert told["brochure"]["cost"] == "It is free."


def test_accommodation_is_offered_with_somebody_to_ask(context: ContextMaker) -> None:
    legal = context({"legal": None}, "legal").values["legal"]
    assert "people@fernhill.example" in legal["accommodation"]


def test_skills_every_worker_needs_are_added_but_never_twice(context: ContextMaker) -> None:
    added = context({}, "qualifications").values["qualifications"]["skills"]
    assert any("core values" in skill for skill in added)
    own = {"qualifications.skills": ["Keeps confidences", "Lives the core values", "Leads groups"]}
    assert context(own, "qualifications").values["qualifications"]["skills"] == [
        "Keeps confidences",
        "Lives the core values",
        "Leads groups",
    ]


def test_there_are_thirteen_core_values(context: ContextMaker) -> None:
    values = context({}, "core_values").values["core_values"]
    assert len(values["names"]) == 13
    assert values["line"].split(", ") == values["names"]


@pytest.mark.parametrize("recovery", ["define", "wellness", "both"])
def test_wellness_and_recovery_are_explained_side_by_side(
    context: ContextMaker, recovery: str
) -> None:
    rows = context({"terms.recovery": recovery}, "explained").values["explained"]["rows"]
    explained = " ".join(f"{row['word']} {row['meaning']}".lower() for row in rows)
    assert "recovery" in explained
    assert "wellness" in explained


def test_harm_reduction_is_explained_where_it_concerns_people(context: ContextMaker) -> None:
    def words(population: list[str]) -> list[str]:
        told = context({"role.population": population}, "explained").values["explained"]
        return [row["word"] for row in told["rows"]]

    assert "Harm reduction" in words(["substance_use"])
    assert "Harm reduction" not in words(["mental_health"])


@pytest.mark.parametrize("name", NAMES)
def test_no_shipped_text_calls_people_patients_or_clients(name: str) -> None:
    forbidden = re.compile(r"\b(patients?|clients?|consumers?|role model|inspir\w+)\b", re.I)
    assert [text for text in strings(shipped(name, "en-CA")) if forbidden.search(text)] == []


def test_every_locale_has_its_habits_of_print() -> None:
    assert {locale for locale in LOCALES if habits_of(locale).currency} == set(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_placeholders_survive_every_locale(locale: str) -> None:
    for name in NAMES:
        here, there = strings(shipped(name, "en-CA")), strings(shipped(name, locale))
        for text, respelled in zip(here, there, strict=True):
            assert re.findall(r"\{\w+\}", text) == re.findall(r"\{\w+\}", respelled)


@pytest.mark.parametrize(
    ("locale", "written", "said"),
    [
        ("en-US", "Colour in the Centre", "Color in the Center"),
        ("en-GB", "PROGRAMS and programs", "PROGRAMMES and programmes"),
        ("en-GB", "Accommodation is offered", "Reasonable adjustments is offered"),
        ("en-GB", "with reasonable accommodation", "with reasonable adjustments"),
        ("en-IE", "Vulnerable Sector Check", "Garda Vetting"),
        ("en-GB", "centred {program} {{ pay.program }}", "centred {program} {{ pay.program }}"),
        ("en-CA", "program", "program"),
        ("fr-CA", "centre", "centre"),
    ],
)
def test_whole_words_are_respelled_and_keep_their_capitals(
    locale: str, written: str, said: str
) -> None:
    assert respell(written, spelling_for(locale)) == said


def test_the_table_of_spellings_is_complete_and_gives_no_word_twice() -> None:
    table = files("jdgen").joinpath("spellings.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in table]
    assert tuple(rows[0]) == LOCALES
    assert {len(row) for row in rows} == {len(LOCALES)}
    words = [row[0] for row in rows]
    assert len(words) == len(set(words))
    assert [word for word in words[1:] if word != word.lower()] == []


def test_words_of_the_profile_keep_their_spelling(context: ContextMaker) -> None:
    told = context({"locale": "en-US", "role.purpose": "A centre of colour."}, "role")
    assert told.values["role"]["purpose"] == "A centre of colour."


def test_the_title_of_a_source_keeps_its_spelling(context: ContextMaker) -> None:
    told = context({"locale": "en-US"}, "brochure").values["brochure"]["source"]
    assert "Centre for Excellence in Peer Support" in told

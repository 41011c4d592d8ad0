"""`use:` takes a duty from the shipped library, in the organization's own words."""

from __future__ import annotations

import pytest

from jdgen.errors import ProfileError
from jdgen.profile import load_profile
from jdgen.profile.library import library
from jdgen.profile.schema_files import profile_schema
from jdgen.profile.tidy import tidy
from jdgen.profile.validate import misfits


def test_a_duty_is_filled_from_the_library(folder):
    duty = load_profile(folder / "lakeside.yaml").duties[0]
    assert duty.result
    assert duty.values
    assert duty.activity == library()["share-experience"]["activity"]


def test_the_words_of_the_organization_stand_in_it(folder, monkeypatch):
    entry = {**library()["share-experience"], "text": "A {role} greets {people}, each {person}."}
    monkeypatch.setitem(library(), "share-experience", entry)
    duty = load_profile(folder / "lakeside.yaml").duties[0]
    assert duty.text == "A peer worker greets guests, each guest."


def test_other_braces_stay_as_they_are(folder, monkeypatch):
    entry = {**library()["share-experience"], "text": "{{ x }} {other} {} {person"}
    monkeypatch.setitem(library(), "share-experience", entry)
    assert load_profile(folder / "lakeside.yaml").duties[0].text == "{{ x }} {other} {} {person"


def test_braces_in_a_duty_of_ones_own_stay(change):
    profile = load_profile(change(("percent: 10}", 'percent: 10, text: "Ask {person}"}')))
    assert profile.duties[3].text == "Ask {person}"


def test_any_field_can_be_given_anew(change):
    profile = load_profile(
        change(("percent: 10}", "percent: 10, id: own, side: indirect, values: [trust]}"))
    )
    duty = profile.duties[3]
    assert (duty.id, duty.side, duty.values) == ("own", "indirect", ("trust",))
    assert duty.text


def test_a_field_left_empty_keeps_what_the_library_says(change):
    assert load_profile(change(("percent: 10}", "percent: 10, text: }"))).duties[3].text


@pytest.mark.parametrize("cut", ["percent: 10,5}", "percent: 10, text: Write notes, and mail}"])
def test_a_comma_that_cuts_a_text_or_a_number_is_told(told, cut):
    (problem,) = told(("percent: 10}", cut))
    assert problem.id == "profile-unknown-field"
    assert problem.hint.startswith("Between { and } a comma ends a value")


def test_an_unknown_duty_is_told_once_with_the_nearest(told):
    (problem,) = told(("share-experience", "share-experiences"))
    assert problem.id == "profile-unknown-duty"
    assert problem.hint.startswith("Did you mean “share-experience”? It has: share-experience,")
    assert (problem.place.line, problem.place.column) == (23, 11)


def test_a_duty_from_the_library_still_needs_its_share(told):
    (problem,) = told((", percent: 10}", "}"))
    assert "(duties > entry 4 > percent) is missing" in problem.message


def test_use_that_is_no_text_is_told_once(told):
    (problem,) = told(("use: notes-together", "use: [notes-together]"))
    assert problem.id == "profile-wrong-type"


@pytest.mark.parametrize("name", library())
def test_every_duty_of_the_library_fits_the_schema(name):
    fields = {"duties": {**profile_schema()["duties"], "minlength": 1}}
    entry = {"id": name, "percent": 10, **library()[name]}
    data = tidy(fields, {"duties": [entry]}, {})
    assert [
        m.dotted for m in misfits(data) if m.path[0] == "duties" and m.rule != "minlength"
    ] == []


def test_a_list_where_a_duty_should_stand_is_told(folder, change):
    with pytest.raises(ProfileError, match="entry 1"):
        load_profile(change(("- {use: share-experience, percent: 25}", "- share-experience")))

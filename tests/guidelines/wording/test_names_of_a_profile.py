"""What a profile names and chooses is known to the wording checks."""

from __future__ import annotations

from dataclasses import replace

from jdgen.guidelines import check_text
from jdgen.model import Profile


def _profile(**data: object) -> Profile:
    empty = Profile(file="invented.yaml", data={}, places={}, files=("invented.yaml",), duties=())
    return replace(empty, data=data)


def test_the_name_of_the_organization_is_no_finding() -> None:
    text = "Host a table at Addict to Artist on Fridays"
    assert check_text(text, "duty") != []
    assert check_text(text, "duty", _profile(organization={"name": "Addict to Artist"})) == []


def test_an_abbreviation_that_the_profile_names_is_known() -> None:
    text = "Come to QZX on Monday"
    assert [finding.rule for finding in check_text(text, "brochure")] == ["WRD-06"]
    assert check_text(text, "brochure", _profile(organization={"short_name": "QZX"})) == []


def test_the_chosen_word_for_people_is_no_finding() -> None:
    chosen = _profile(terms={"person": "client", "people": "clients"})
    assert check_text("Meet clients for coffee", "duty") != []
    assert check_text("Meet clients for coffee", "duty", chosen) == []

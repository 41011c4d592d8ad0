"""Each paragraph is judged as what it is: a duty, a requirement, a quote."""

from __future__ import annotations

import pytest

from jdgen.guidelines.text_fields import field_of_heading, fields_of
from jdgen.model import Block


def fields(*rows: tuple[str, str], **more: str) -> list[str]:
    blocks = [Block("word/document.xml", n, role, text) for n, (role, text) in enumerate(rows)]
    return [field for _, field in fields_of(blocks, **more)]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Essential Duties and Responsibilities", "duty"),
        ("What You’ll Do", "duty"),
        ("Training and support", "supervision"),
        ("Experience and training", "qualification"),
        ("Working conditions", "employment"),
        ("WHAT PEOPLE SAY:", "quote"),
        ("You can expect …", "expectation"),
        ("Riverbend", ""),
    ],
)
def test_a_heading_tells_the_field(heading: str, field: str) -> None:
    assert field_of_heading(heading) == field


def test_a_heading_below_that_tells_nothing_leaves_the_one_above_in_force() -> None:
    assert fields(
        ("title", "Peer worker"),
        ("body", "Riverbend looks for one."),
        ("heading1", "Qualifications"),
        ("heading2", "Group B"),
        ("bullet", "Listens well"),
        ("heading1", "Our house"),
        ("body", "It is by the river."),
    ) == ["purpose", "purpose", *["qualification"] * 3, "purpose", "purpose"]


def test_without_headings_bullets_are_duties_and_the_rest_is_the_purpose() -> None:
    assert fields(("body", "A role."), ("bullet", "Meets people"), ("cell", "Leads")) == [
        "purpose",
        "duty",
        "duty",
    ]


def test_the_header_row_of_a_table_tells_for_its_cells_only() -> None:
    rows = [("heading1", "Duties"), ("header-cell", "The position at a glance"), ("cell", "Day")]
    assert fields(*rows, ("body", "Meets people")) == ["duty", "employment", "employment", "duty"]


def test_a_brochure_is_a_brochure_with_quotes() -> None:
    rows = [("heading1", "What people say"), ("body", "“It helped.”"), ("body", "A., participant")]
    found = fields(*rows, ("heading1", "Duties"), ("bullet", "Talks"), kind="brochure")
    assert found == ["quote", "quote", "quote", "brochure", "brochure"]


def test_a_field_that_is_asked_for_holds_for_all() -> None:
    assert fields(("heading1", "Pay"), ("body", "x"), field="quote") == ["quote", "quote"]


def test_comments_of_people_are_no_text_of_the_document() -> None:
    assert fields(("comment", "Is this right?"), ("body", " ")) == []

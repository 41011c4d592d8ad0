"""Words of a profile in the form that their place in a sentence or a table asks for."""

from __future__ import annotations

import pytest

from jdgen.documents import phrasing


@pytest.mark.parametrize(
    ("topic", "printed"),
    [
        ("Hard calls", "hard calls"),
        ("Limits and conflicts.", "limits and conflicts"),
        ("WRAP plans", "WRAP plans"),
        ("I-statements", "I-statements"),
        ("Riverbend's values", "Riverbend's values"),
        ("boundaries", "boundaries"),
    ],
)
def test_a_text_fits_into_a_sentence(topic: str, printed: str) -> None:
    assert phrasing.within(topic, "Riverbend Shelter") == printed


@pytest.mark.parametrize(
    ("duty", "label"),
    [
        ("Share your own experience, self-care included, when asked.", "Share your own experience"),
        ("Lead the Thursday peer group each week.", "Lead the Thursday peer group each week"),
        (
            "Walk with people to appointments that they chose themselves.",
            "Walk with people to appointments that\u2026",
        ),
    ],
)
def test_a_duty_lends_its_beginning_as_a_label(duty: str, label: str) -> None:
    assert phrasing.label(duty) == label
    assert len(label) <= 40

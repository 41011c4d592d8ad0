"""The commands that look something up, typed by somebody in a hurry."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize("typed", ["TIM-02", "tim-02", "tim-2", "TIM02", "tim 2"])
def test_a_rule_is_found_however_its_name_is_typed(project: Path, jdgen, typed: str) -> None:
    told = jdgen("explain", typed)
    assert told.code == 0, told.err
    assert told.out.startswith("TIM-02  ")


def test_a_rule_that_does_not_exist_is_named_as_it_was_typed(project: Path, jdgen) -> None:
    told = jdgen("explain", "nonsense")
    assert told.code == 2
    assert "NONSENSE" in told.err


def test_one_view_is_listed_alone(project: Path, jdgen) -> None:
    told = jdgen("template", "fields", "--view", "pay")
    assert told.code == 0
    assert {line.split(".")[0] for line in told.out.splitlines() if line[0] != " "} == {"pay"}


def test_a_view_that_does_not_exist_is_answered_with_the_nearest(project: Path, jdgen) -> None:
    told = jdgen("template", "fields", "--view", "brochur")
    assert told.code == 2
    assert not told.out
    assert "Did you mean 'brochure'?" in told.err


def test_a_view_unlike_any_is_answered_with_all(project: Path, jdgen) -> None:
    assert "qualifications" in jdgen("template", "fields", "--view", "xyzzy").err


def test_a_mistyped_command_is_answered_with_the_nearest(project: Path, jdgen) -> None:
    told = jdgen("biuld", "riverbend.yaml")
    assert told.code == 2
    assert "build" in told.err


@pytest.mark.parametrize("command", [["rules"], ["schema"], ["template", "fields"]])
def test_the_references_print(project: Path, jdgen, command: list[str]) -> None:
    told = jdgen(*command)
    assert told.code == 0
    assert len(told.out.splitlines()) > 40


def test_explain_answers_and_helps_with_a_mistyped_rule(project: Path, jdgen) -> None:
    assert "lived experience" in jdgen("explain", "tim-03").out.lower()
    told = jdgen("explain", "TIM-033")
    assert told.code == 2
    assert "TIM-03" in told.err

"""`jdgen task` tells a verdict and its reason, and ends well whatever the verdict."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from jdgen.cli import cli


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["task", *arguments])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("task", "begins"),
    [
        ("Phone the landlord for a resident", "No. Closest is activity 30"),
        ("Sit with a member while they phone the landlord", "Yes. Closest is activity 31"),
        ("Lead the Friday craft group for all residents", "Maybe, within a limit. "),
        ("Look after Tom", "Not sure. "),
        ("Help with laundry", "Not sure. "),
    ],
)
def test_the_verdict_comes_first_and_the_command_ends_well(task: str, begins: str) -> None:
    code, told = run(task)
    assert code == 0
    assert told.startswith(begins)


def test_json_has_the_same_for_programs() -> None:
    code, told = run("Phone the landlord for a resident", "--format", "json")
    shown = json.loads(told)
    assert code == 0
    assert (shown["version"], shown["verdict"], shown["activity"]) == (1, "no", 30)
    assert shown["factors"]["f"] == "yes"


def test_it_says_that_people_decide() -> None:
    assert "proposal" in run("Walk with a resident")[1]


def test_an_empty_task_is_a_wrong_use() -> None:
    code, told = run("  ")
    assert code == 2
    assert "Name a task" in told

"""Each flawed profile makes one kind of mistake and gets just the findings it must give.

`tests/flawed/expected.yaml` lists, for each file, what `jdgen check` tells a person of the profile
and its documents:

    file.yaml:
      - {problem: profile-tab, line: 6}                 the loader refuses it
      - {rule: TIM-01, severity: error, line: 5}        a rule finds it
      - {note: profile-comment-cut, line: 6}            the loader remarks on it
      - {field: version, reads: "1.10"}                 it reads right all the same

`in` names another file than the profile itself; a rule without a line may tell of any place. Rules
on practice are told only when asked for, so they count where they are named. A rule that the
catalogue only announces is held here already and counts from the day its check is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jdgen.errors import Place
from jdgen.guidelines import catalogue
from jdgen.guidelines.registry import statuses
from jdgen.pipeline import Options, Pipeline
from jdgen.profile import load_profile
from jdgen.results import ProfileResult
from jdgen.settings import load_settings
from jdgen.yaml_source import load_data

ROOT = Path(__file__).parents[2]
FLAWED = ROOT / "tests" / "flawed"
EXPECTED: dict[str, list[dict[str, Any]]] = load_data(FLAWED / "expected.yaml")
NAMES = sorted(EXPECTED)
Told = tuple[str, str, str, int]


@cache
def pipeline() -> Pipeline:
    return Pipeline(load_settings(ROOT), Options(), datetime(2026, 12, 1))


def check(path: Path) -> ProfileResult:
    return pipeline().check([path]).profiles[0]


def where(name: str, place: Place | None) -> tuple[str, int]:
    """The other file's name, "" for the profile itself, and the line."""
    found = Path(place.file).name if place else name
    return ("" if found == name else found), (place.line if place else 0)


def told(name: str) -> list[Told]:
    """What a person who checks this file is told: each thing once, in a stable order."""
    result = check(FLAWED / name)
    failed = [problem.message for document in result.documents for problem in document.problems]
    assert failed == []
    announced = {entry.get("rule") for entry in EXPECTED[name]}
    anywhere = {entry.get("rule") for entry in EXPECTED[name] if "line" not in entry}
    said: set[Told] = set()
    for problem in result.problems:
        said.add(("problem", problem.id, *where(name, problem.place)))
    for note in result.notes:
        said.add(("note", note.id, *where(name, note.place)))
    asked = [found for found in result.practice if found.rule in announced]
    for found in (*result.findings, *asked):
        if found.severity != "advice" or found.rule in announced:
            place = ("", 0) if found.rule in anywhere else where(name, found.at)
            said.add((found.severity, found.rule, *place))
    return sorted(said)


def expected(name: str) -> list[Told]:
    """What `expected.yaml` says, without the rules that have no check yet."""
    checked = {rule.id for rule in catalogue()}
    wanted = set()
    for entry in EXPECTED[name]:
        place = (str(entry.get("in", "")), int(entry.get("line", 0)))
        for kind in ("problem", "note"):
            if kind in entry:
                wanted.add((kind, str(entry[kind]), *place))
        if entry.get("rule") in checked:
            wanted.add((str(entry["severity"]), str(entry["rule"]), *place))
    return sorted(wanted)


@pytest.mark.parametrize("name", NAMES)
def test_a_flawed_profile_gets_just_the_findings_it_must_give(name: str) -> None:
    assert told(name) == expected(name)


READ_RIGHT = [(name, entry) for name in NAMES for entry in EXPECTED[name] if "field" in entry]


@pytest.mark.parametrize(("name", "entry"), READ_RIGHT, ids=[name for name, _ in READ_RIGHT])
def test_a_trap_of_yaml_is_read_as_it_was_meant(name: str, entry: Mapping[str, Any]) -> None:
    assert load_profile(FLAWED / name).get(entry["field"]) == entry["reads"]


def test_every_flawed_profile_has_its_expectation() -> None:
    files = {path.name for path in FLAWED.glob("[!_]*.yaml")} - {"expected.yaml"}
    assert files == EXPECTED.keys()
    assert all(EXPECTED.values())


def test_every_expected_rule_is_checked_or_announced() -> None:
    known = {rule.id for rule in catalogue()} | set(statuses())
    named = {entry["rule"] for told in EXPECTED.values() for entry in told if "rule" in entry}
    assert named <= known


def test_the_sound_base_of_the_flawed_profiles_is_sound(tmp_path: Path) -> None:
    base = (FLAWED / "_good.yaml").read_text(encoding="utf-8")
    (tmp_path / "good.yaml").write_text(f"id: good\n{base}", encoding="utf-8")
    result = check(tmp_path / "good.yaml")
    assert result.problems == ()
    assert [found for found in result.findings if found.severity != "advice"] == []

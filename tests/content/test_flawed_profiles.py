"""Each flawed profile makes one kind of mistake and gets just the findings it must give.

`tests/flawed/expected.yaml` lists, for each file, what a person is told:

    file.yaml:
      - {problem: profile-tab, line: 6}                 the loader refuses it
      - {rule: TIM-01, severity: error, line: 5}        a rule finds it
      - {note: profile-comment-cut, line: 6}            the loader remarks on it
      - {field: version, reads: "1.10"}                 it reads right all the same

`in` names another file than the profile itself. A rule that the catalogue only announces is held
here already and counts from the day its check is there.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jdgen.documents import find_kinds, select_kinds
from jdgen.errors import Place, Problem, ProfileError
from jdgen.guidelines import (
    apply_waivers,
    catalogue,
    check_profile,
    check_settings,
    rules_in_force,
)
from jdgen.guidelines.registry import statuses
from jdgen.model import Profile
from jdgen.profile import load_profile
from jdgen.yaml_source import load_data

ROOT = Path(__file__).parents[2]
FLAWED = ROOT / "tests" / "flawed"
TODAY = date(2026, 12, 1)
EXPECTED: dict[str, list[dict[str, Any]]] = load_data(FLAWED / "expected.yaml")
NAMES = sorted(EXPECTED)
Told = tuple[str, str, str, int]


def where(name: str, place: Place | None) -> tuple[str, int]:
    """The other file's name, "" for the profile itself, and the line."""
    assert place is not None
    found = Path(place.file).name
    return ("" if found == name else found), place.line


def problem_told(name: str, kind: str, problem: Problem) -> Told:
    assert problem.message
    return (kind, problem.id, *where(name, problem.place))


def findings_of(profile: Profile, name: str) -> list[Told]:
    """Errors and warnings, judged as a build judges them."""
    kinds = select_kinds(list(profile.get("documents")), find_kinds([ROOT / "templates"]))
    settings = check_settings()
    findings = check_profile(profile, kinds, TODAY, settings)
    in_force = {rule.id for rule in rules_in_force(profile, kinds, settings)}
    judged = apply_waivers(profile, findings, TODAY, in_force=in_force)
    return [
        (found.severity, found.rule, *where(name, found.at))
        for found in judged.findings
        if found.severity != "advice"
        or any(told.get("rule") == found.rule for told in EXPECTED[name])
    ]


def told(name: str) -> list[Told]:
    """What a person who builds this file is told, in a stable order."""
    try:
        profile = load_profile(FLAWED / name)
    except ProfileError as error:
        return sorted(problem_told(name, "problem", problem) for problem in error.problems)
    notes = [problem_told(name, "note", note) for note in profile.notes]
    return sorted(notes + findings_of(profile, name))


def expected(name: str) -> list[Told]:
    """What `expected.yaml` says, without the rules that have no check yet."""
    checked = {rule.id for rule in catalogue()}
    wanted = []
    for entry in EXPECTED[name]:
        place = (str(entry.get("in", "")), int(entry.get("line", 0)))
        for kind in ("problem", "note"):
            if kind in entry:
                wanted.append((kind, str(entry[kind]), *place))
        if entry.get("rule") in checked:
            wanted.append((str(entry["severity"]), str(entry["rule"]), *place))
    return sorted(wanted)


@pytest.mark.parametrize("name", NAMES)
def test_a_flawed_profile_gets_just_the_findings_it_must_give(name: str) -> None:
    assert told(name) == expected(name)


READ_RIGHT = [(name, entry) for name in NAMES for entry in EXPECTED[name] if "field" in entry]


@pytest.mark.parametrize(("name", "entry"), READ_RIGHT, ids=[name for name, _ in READ_RIGHT])
def test_a_trap_of_yaml_is_read_as_it_was_meant(name: str, entry: dict[str, Any]) -> None:
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
    profile = load_profile(tmp_path / "good.yaml")
    kinds = select_kinds(list(profile.get("documents")), find_kinds([ROOT / "templates"]))
    findings = check_profile(profile, kinds, TODAY, check_settings())
    assert [found.rule for found in findings if found.severity != "advice"] == []

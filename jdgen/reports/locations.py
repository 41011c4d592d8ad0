"""Where a finding or problem stands, as programs want it: a file and a line."""

from __future__ import annotations

from pathlib import Path

from jdgen.errors import Place, Problem
from jdgen.model import Finding
from jdgen.results import ProfileResult


def place_of(finding: Finding, profile: ProfileResult) -> Place:
    """The line in the profile or text; a Word file has none, and the place in words says where."""
    if finding.at and profile.form != "word":
        return finding.at
    return Place(profile.file)


def place_of_problem(problem: Problem, profile: ProfileResult) -> Place:
    """Where a problem stands, at least the file."""
    return problem.place or Place(profile.file)


def relative(file: str, here: Path) -> str:
    """A path as seen from a folder, with slashes on every system."""
    try:
        return Path(file).resolve().relative_to(here.resolve()).as_posix()
    except (ValueError, OSError):
        return Path(file).as_posix()

"""Which profiles a night looks at, and which of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jdgen.errors import Place, Problem, UsageError
from jdgen.nightly.work import Unit
from jdgen.profile.copies import profile_copies, written_id
from jdgen.results import ProfileResult


@dataclass(frozen=True)
class Profiles:
    """The files of a night in their order, the ids they tell, and what goes together.

    `copies` are files that a sync service laid beside a profile; they are told and not read.
    """

    files: tuple[Path, ...]
    ids: dict[Path, str]
    units: tuple[Unit, ...]
    copies: dict[Path, ProfileResult]


def existing(profiles: Path, command: str) -> Path:
    """The folder (or file) of profiles that a command was given; UsageError if it is not there."""
    if profiles.exists():
        return profiles
    message = "There is no such folder of profiles."
    hint = (
        f"Name the folder: jdgen {command} PROFILES_DIR. Without it, that is the folder profiles."
    )
    raise UsageError(Problem("profiles-missing", message, hint, Place(str(profiles))))


def sort_profiles(files: Sequence[Path]) -> Profiles:
    """Put profiles of one id together, so that one process sees them; copies are left out.

    Files that do not tell their id in plain sight go together, too: two of them may have the same.
    """
    told = {file: found for file in files if (found := written_id(file))}
    copies = profile_copies(files)
    units: dict[str, list[Path]] = {}
    for file in files:
        if file not in copies:
            units.setdefault(told.get(file, ""), []).append(file)
    return Profiles(
        tuple(files),
        told,
        tuple(tuple(unit) for unit in units.values()),
        {
            file: ProfileResult(str(file), problems=(problem,), form="other")
            for file, problem in copies.items()
        },
    )

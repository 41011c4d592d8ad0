"""Which files are meant when a person names files and folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdgen.errors import Place, Problem, ProfileError, UsageError

SUFFIXES = (".yaml", ".yml")
PART_PREFIX = "_"


def profile_files(paths: Sequence[Path]) -> list[Path]:
    """The profiles meant: files as given, and all profiles of a folder, each once, in order.

    Parts, which have no documents of their own, are left out (`profiles/*.yaml` names them too).
    Raises ProfileError where nothing but a part is named, UsageError for a folder with no profile.
    """
    found: list[Path] = []
    parts: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += _of_folder(path)
        else:
            (parts if path.name.startswith(PART_PREFIX) else found).append(path)
    if parts and not found:
        message = "This file is a part (its name begins with _): it has no documents of its own."
        hint = "Build the profile that brings it in with 'extends'."
        raise ProfileError(
            *(Problem("profile-is-part", message, hint, Place(str(part))) for part in parts)
        )
    return list(dict.fromkeys(found))


def _of_folder(folder: Path) -> list[Path]:
    inside = sorted(folder.rglob("*"))
    named = [path for path in inside if path.suffix.lower() in SUFFIXES]
    found = [path for path in named if not path.name.startswith((PART_PREFIX, "."))]
    if not found:
        # A Windows editor may have added an ending that the Explorer hides.
        near = [p.name for p in inside if any(suffix in p.name.lower() for suffix in SUFFIXES)]
        hint = "A profile is a text file whose name ends in .yaml and does not begin with _."
        if near:
            hint += f" There is: {', '.join(near[:5])}."
        raise UsageError(Problem("profile-none", f"There is no profile in {folder}.", hint))
    return found

"""Which files are meant when a person names files and folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdgen.errors import Place, Problem, ProfileError

SUFFIXES = (".yaml", ".yml")
PART_PREFIX = "_"


def profile_files(paths: Sequence[Path]) -> list[Path]:
    """The profiles meant: files as given, and all profiles of a folder, each once, in order.

    Raises ProfileError for a part, which has no documents of its own.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.suffix in SUFFIXES)
            found += [p for p in inside if not p.name.startswith((PART_PREFIX, "."))]
        elif path.name.startswith(PART_PREFIX):
            message = (
                "This file is a part (its name begins with _): it has no documents of its own."
            )
            hint = "Build the profile that brings it in with 'extends'."
            raise ProfileError(Problem("profile-is-part", message, hint, Place(str(path))))
        else:
            found.append(path)
    return list(dict.fromkeys(found))

"""Second versions of a file that a sync service laid beside it: known by their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from jdgen.errors import Place, Problem

# What OneDrive, Dropbox, Nextcloud, Syncthing and Windows append to the name of a second version.
_CONFLICT = re.compile(
    r" ?\(\d+\)|[ _.-]+\(?.*(?i:conflict).*| - (?i:copy).*|-[A-Za-z0-9-]+", re.DOTALL
)
_ID = re.compile(rb"^id[ \t]*:[ \t]*[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)[\"']?[ \t]*(?:#.*)?\r?$", re.M)


def is_rival(file: Path, original: Path) -> bool:
    """Whether a name is that of another file with what a sync service appends to it."""
    if not file.stem.startswith(original.stem) or file.suffix.lower() != original.suffix.lower():
        return False
    return _CONFLICT.fullmatch(file.stem[len(original.stem) :]) is not None


def written_id(file: Path) -> str | None:
    """The id of a profile as it stands in the file's text; None where it cannot be told so."""
    try:
        found = _ID.findall(file.read_bytes())
    except OSError:
        return None
    return found[0].decode() if len(found) == 1 else None


def profile_copies(files: Sequence[Path]) -> dict[Path, Problem]:
    """Those of some profiles that are copies of another one, each with what to tell of it.

    A copy has the id of the other, lies beside it, and has its name with something appended.
    """
    if len(files) < 2:
        return {}
    ids = {file: found for file in files if (found := written_id(file))}
    by_place: dict[tuple[Path, str], list[Path]] = {}
    for file, profile_id in ids.items():
        by_place.setdefault((file.parent, profile_id), []).append(file)
    return {
        file: _told(file, originals[0])
        for together in by_place.values()
        for file in together
        if (originals := [one for one in together if one != file and is_rival(file, one)])
    }


def _told(file: Path, original: Path) -> Problem:
    message = f"This looks like a copy of {original.name} that a sync service made; it is not read."
    hint = f"Bring what is new in it into {original.name}, then delete it."
    return Problem("profile-copy", message, hint, Place(str(file)))

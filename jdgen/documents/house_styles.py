"""House styles: Word files in `templates/house-styles/` that lend shipped templates their look."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdgen.errors import Problem, ProfileError, did_you_mean
from jdgen.model import Profile

FOLDER = "house-styles"
_FIELD = "organization.brand.house_style"


def house_style_file(profile: Profile, folders: Sequence[Path]) -> Path:
    """The Word file of the house style that a profile names; the first folder that has it wins.

    Raises ProfileError, with the nearest name, where there is none.
    """
    name = str(profile.get(_FIELD, ""))
    found = {file.stem: file for folder in reversed(folders) for file in _files(folder)}
    if name in found:
        return found[name]
    hint = did_you_mean(name, found, f"There are: {', '.join(found) or 'none yet'}.")
    message = f"There is no house style '{name}' in templates/{FOLDER}."
    raise ProfileError(Problem("house-style-unknown", message, hint, profile.place(_FIELD)))


def _files(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob("*.docx"))

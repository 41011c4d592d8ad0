"""Which files are meant, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jdgen.errors import JdgenError, Place, Problem
from jdgen.profile.files import PART_PREFIX, SUFFIXES

WORD = (".docx", ".doc", ".docm", ".dotx", ".dotm")
MARKDOWN = (".md", ".markdown")
TEXT = (".txt", ".text", *MARKDOWN)
_OWN_COPIES = re.compile(r".*\.(?:draft|checked)(?:-\d+)?\.docx", re.IGNORECASE)


@dataclass(frozen=True)
class Inputs:
    """The paths to check: those that name profiles, and the Word and text files."""

    profiles: tuple[Path, ...]
    files: tuple[Path, ...]


def sort_inputs(paths: Sequence[Path]) -> Inputs:
    """Tell profiles from other files, each named once.

    A folder means the profiles in it; one without profiles means its Word files, drafts and checked
    copies left out. One with neither stays with the profiles, whose reader tells what is missing.
    """
    profiles: list[Path] = []
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            _add_folder(path, profiles, files)
        elif path.suffix.lower() in SUFFIXES:
            profiles.append(path)
        else:
            files.append(path)
    return Inputs(tuple(dict.fromkeys(profiles)), tuple(dict.fromkeys(files)))


def read_file(path: Path, most: int) -> bytes:
    """The bytes of a file; JdgenError where it is not there, cannot be read or is too large."""
    place = Place(str(path))
    try:
        size = path.stat().st_size
        if size > most:
            message = f"The file has {size // 2**20} MB; at most {most // 2**20} MB are read."
            raise JdgenError(Problem("file-too-large", message, "", place))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise JdgenError(_missing(path)) from error
    except OSError as error:
        message = f"The file cannot be read: {error.strerror or 'the system refused'}."
        raise JdgenError(Problem("file-unreadable", message, "", place)) from error


def unknown_form(path: Path) -> JdgenError:
    """The error for a file that is neither a profile, nor Word, nor text."""
    if not path.exists():
        return JdgenError(_missing(path))
    ending = f"“{path.suffix}”" if path.suffix else "no ending"
    message = f"jdgen cannot check a file with {ending}."
    hint = "It checks profiles (.yaml), Word files (.docx) and texts (.txt, .md)."
    return JdgenError(Problem("file-unknown", message, hint, Place(str(path))))


def _missing(path: Path) -> Problem:
    import difflib

    beside = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, beside, 1)
    hint = f"Did you mean {near[0]}?" if near else ""
    return Problem("file-missing", "There is no such file.", hint, Place(str(path)))


def _add_folder(folder: Path, profiles: list[Path], files: list[Path]) -> None:
    inside = sorted(path for path in folder.rglob("*") if not _hidden(path, folder))
    if any(p.suffix.lower() in SUFFIXES and not p.name.startswith(PART_PREFIX) for p in inside):
        profiles.append(folder)
        return
    found = [p for p in inside if p.suffix.lower() == ".docx" and not _OWN_COPIES.fullmatch(p.name)]
    if found:
        files += found
    else:
        profiles.append(folder)  # the reader of profiles says what it looked for, and what it saw


def _hidden(path: Path, folder: Path) -> bool:
    """Whether a file is none of a person's: in a hidden folder, or an owner mark of Word."""
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)

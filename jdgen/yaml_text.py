"""From the bytes of a file that a person wrote to text that YAML and Word can both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import category

from jdgen.errors import Place, Problem, ProfileError, did_you_mean

MAX_BYTES = 1_000_000
REFUSED = re.compile(
    "[\0-\x08\t\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff\U000f0000-\U0010ffff]"
)

_OTHER_FILES = {
    b"PK\x03\x04": "a Word file, or another Office file",
    b"\xd0\xcf\x11\xe0": "a Word file of the old kind (.doc), or another Office file",
    b"{\\rtf": "a text with formatting (RTF)",
    b"%PDF": "a PDF",
}


def fatal(kind: str, message: str, hint: str, place: Place) -> ProfileError:
    """An error after which nothing more can be read."""
    return ProfileError(Problem(f"profile-{kind}", message, hint, place))


def read_text(path: Path, name: str, data: bytes | None = None) -> str:
    """The text of a file, or of the `data` it may be given, its line ends made one kind.

    Raises ProfileError for a file that is missing, too large, no text or not UTF-8, or that holds
    tabs, control or private-use characters; each of these with its line and column.
    """
    text = _decoded(_bytes_of(path, name) if data is None else data, name)
    found = list(_refused_characters(text, name))
    if found:
        raise ProfileError(*found)
    return text


def _bytes_of(path: Path, name: str) -> bytes:
    place = Place(name)
    try:
        if path.is_dir():
            raise fatal("is-folder", f"{name} is a folder.", "Name a profile in it.", place)
        size = path.stat().st_size
        if not path.is_file():
            raise fatal("no-file", f"{name} is not a file.", "Name a text file.", place)
        if size > MAX_BYTES:
            raise fatal(
                "too-large",
                f"The file has {size / 1_000_000:.1f} MB; a profile may have at most 1 MB.",
                "Is this the right file? A profile is a few pages of text.",
                place,
            )
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise fatal("missing", f"There is no file {name}.", _neighbour(path), place) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise fatal("unreadable", f"The file cannot be opened: {reason}.", "", place) from None
    for mark, what in _OTHER_FILES.items():
        if data.startswith(mark):
            hint = "Name the profile, the plain text file that ends in .yaml."
            raise fatal("other-file", f"This is {what}, and no profile.", hint, place)
    return data


_LIKE_WITH_ENDING = 0.75  # short names are like any other that ends in .yaml too


def _neighbour(path: Path) -> str:
    try:
        names = [
            entry.name
            for entry in path.parent.iterdir()
            if entry.is_file() and entry.suffix in {".yaml", ".yml"}
        ]
    except OSError:
        return "Check the name and the folder."
    otherwise = "Check the name and the folder."
    return did_you_mean(path.name, names, otherwise, cutoff=_LIKE_WITH_ENDING)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        shown = bytes([data[error.start]]).decode("cp1252", "replace")
        message = "The file is not saved as UTF-8"
        if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            message += f": here stands a byte that an old Windows encoding shows as “{shown}”"
        hint = "Open it in your editor, choose “Save as” and the encoding UTF-8."
        raise fatal("not-utf8", f"{message}.", hint, Place(name, line, column)) from None


def _refused_characters(text: str, name: str) -> Iterator[Problem]:
    """The first twenty characters that cannot be kept: a binary file would have thousands."""
    for number, found in enumerate(REFUSED.finditer(text)):
        if number == 20:
            return
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        yield character_problem(found.group(), Place(name, line, column))


def character_problem(char: str, place: Place) -> Problem:
    """What to tell of a character of `REFUSED`, by its kind."""
    if char == "\t":
        return Problem("profile-tab", "A tab stands here.", "Use spaces instead of tabs.", place)
    code = f"U+{ord(char):04X}"
    if category(char) == "Co":
        message = f"A private-use character {code} stands here."
        hint = "It often comes from a symbol font; type a plain one instead."
        return Problem("profile-private-use", message, hint, place)
    message = f"A control character {code} stands here."
    hint = "It cannot be seen and Word cannot hold it; delete it."
    return Problem("profile-control-character", message, hint, place)


def no_mapping(data: Any, name: str) -> Problem:
    """What to tell of a file whose top is no mapping of fields."""
    if data is None:
        return Problem(
            "profile-empty",
            "The file is empty.",
            "Begin with a line such as “jdgen: 1”; the example profiles show the rest.",
            Place(name, 1, 1),
        )
    kind = "a list" if isinstance(data, list) else "a single text"
    return Problem(
        "profile-not-fields",
        f"The file holds {kind} where a profile has fields.",
        "Write “field: value” from the first line on, without a dash before it.",
        Place(name, 1, 1),
    )

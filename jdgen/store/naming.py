"""Where a document's files go and what they are called, kept inside the folders they belong to."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

from jdgen.errors import OutputError, Problem
from jdgen.model import Profile

DEFAULT_PATTERN = "{id}-{kind}"
# Names that Windows keeps for devices, and characters that it or SharePoint refuses.
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)
_REFUSED = re.compile(r'["*:<>?/\\|\x00-\x1f]|^~\$|^\.|[. ]$')


def document_path(output: Path, profile: Profile, kind: str) -> Path:
    """The file of one document: `<output>/<id>/<id>-<kind>.docx` unless the profile says else.

    Raises OutputError for a folder outside the output folder or a name no system can keep.
    """
    folder = _inside(output, profile, "outputs.folder", profile.id)
    pattern = str(profile.get("outputs.name_pattern", DEFAULT_PATTERN))
    name = pattern.replace("{id}", profile.id).replace("{kind}", kind)
    if kind not in name:
        message = f"The name '{name}' is the same for all kinds."
        raise _wrong(profile, "outputs.name_pattern", message)
    if _REFUSED.search(name) or _RESERVED.match(name):
        raise _wrong(profile, "outputs.name_pattern", f"'{name}' cannot be the name of a file.")
    return folder / f"{name}.docx"


def public_folder(root: Path, profile: Profile) -> Path | None:
    """The folder for finished documents; None where none is named or nothing is approved yet."""
    if profile.get("status") != "approved" or not profile.get("outputs.public_folder"):
        return None
    return _inside(root, profile, "outputs.public_folder", "")


def _inside(parent: Path, profile: Profile, field: str, default: str) -> Path:
    """A folder below `parent`; a way out of it is refused."""
    told = str(profile.get(field, default))
    field = field if profile.get(field) else "id"
    windows, posix = PureWindowsPath(told), PurePosixPath(told)
    steps = posix.parts + windows.parts
    if windows.is_absolute() or posix.is_absolute() or windows.drive or ".." in steps:
        raise _wrong(profile, field, f"The folder '{told}' leads out of {parent}.")
    if any(_RESERVED.match(step) for step in steps):
        raise _wrong(profile, field, f"'{told}' cannot be the name of a folder.")
    return parent / told


def _wrong(profile: Profile, field: str, message: str) -> OutputError:
    hint = "Write a plain name, such as: folder: peer-roles, name_pattern: '{id}-{kind}'"
    if field == "outputs.public_folder":
        hint = "Name a folder inside the project, such as: public_folder: web"
    return OutputError(Problem("output-name", message, hint, profile.place(field)))

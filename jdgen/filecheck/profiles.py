"""Finding the profile that a document was made from, by its id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jdgen.errors import JdgenError
from jdgen.model import Profile
from jdgen.profile import load_profile
from jdgen.profile.copies import profile_copies
from jdgen.profile.files import PART_PREFIX, SUFFIXES

NEIGHBOURS = 4  # folders from a file upwards in which its profile and store are looked for


class ProfileFinder:
    """Looks for profiles in a project and near a file; each is loaded once in a run."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._loaded: dict[Path, Profile | JdgenError] = {}

    def find(self, profile_id: str, near: Path) -> Profile | None:
        """The profile with this id, None where there is none; never a copy a sync service made.

        Raises ProfileError where the file that says to be it cannot be used.
        """
        for file in self._named(profile_id, near):
            found = self._load(file)
            if isinstance(found, Profile) and found.id == profile_id:
                return found
            if isinstance(found, JdgenError) and _is_its_id(file, profile_id):
                raise found
        return None

    def _load(self, file: Path) -> Profile | JdgenError:
        if file not in self._loaded:
            try:
                self._loaded[file] = load_profile(file)
            except JdgenError as error:
                self._loaded[file] = error
        return self._loaded[file]

    def _named(self, profile_id: str, near: Path) -> Iterator[Path]:
        """The files that an id stands in, folder by folder."""
        for inside in self._files(near):
            named = [file for file in inside if _names(file, profile_id)]
            copies = profile_copies(named)
            yield from (file for file in named if file not in copies)

    def _files(self, near: Path) -> Iterator[list[Path]]:
        """Files that may be profiles: the project's first, then those near the document."""
        folders = [(self.root / "profiles", True), (self.root, False)]
        for folder in list(near.absolute().parents)[:NEIGHBOURS]:
            folders += [(folder, False), (folder / "profiles", True)]
        seen = set[Path]()
        for folder, deep in folders:
            found = (folder.rglob("*") if deep else folder.glob("*")) if folder.is_dir() else ()
            inside = sorted(found)
            yield [file for file in inside if _may_be_profile(file) and file not in seen]
            seen.update(inside)


def _may_be_profile(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and not file.name.startswith((PART_PREFIX, "."))


def _names(file: Path, profile_id: str) -> bool:
    """Whether the id stands anywhere in a file; spares loading most of them."""
    try:
        return profile_id.encode() in file.read_bytes()
    except OSError:
        return False


def _is_its_id(file: Path, profile_id: str) -> bool:
    """Whether a file that cannot be loaded gives this id as its own."""
    text = file.read_bytes().decode("utf-8", "replace")
    wanted = rf"^id\s*:\s*[\"']?{re.escape(profile_id)}[\"']?\s*(?:#.*)?$"
    return re.search(wanted, text, re.MULTILINE) is not None

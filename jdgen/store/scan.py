"""Which documents lie in the output folder, wherever people moved them, by the id they carry."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jdgen.errors import JdgenError
from jdgen.safe_files import read_json, write_json
from jdgen.store.memory import Seen

_FILE = "seen.json"
_SIDE_COPY = re.compile(r"\.(draft|checked|fresh)(-\d+)?\.docx$", re.IGNORECASE)
_LEFT_OVER = re.compile(r"\..+\.docx\.tmp")
# Windows marks files that stand in the cloud only; to read one would fetch it.
_OFFLINE, _RECALL = 0x1000, 0x400000


class OutputScan:
    """The Word files of an output folder and the ids in their properties.

    `identify` reads the id out of a file's bytes. What was read is kept in the store by size and
    time of change, so that a night opens only files that are new to it.
    """

    def __init__(self, output: Path, store: Path, identify: Callable[[bytes], str]) -> None:
        self.output = output
        self.store = store
        self.identify = identify
        self.left_over: list[Path] = []
        self._known = self._recall()
        self._ids: dict[Path, str] = {}
        self._places: dict[str, list[Path]] = {}
        self._seen: dict[Path, Seen | None] = {}
        for path in self._files():
            self._seen[path] = Seen.of(path)
            self._ids[path] = told = self._id(path)
            if told:
                self._places.setdefault(told, []).append(path)

    def places(self, document: str, without: Iterable[Path] = ()) -> list[Path]:
        """The files that carry an id, in order of their paths, none from the folders `without`."""
        apart, found = tuple(without), self._places.get(document, [])
        return [path for path in found if not any(path.is_relative_to(one) for one in apart)]

    def id_at(self, path: Path) -> str:
        """The id that a file carries, "" where it has none or is none of ours."""
        return self._ids.get(path, "")

    def documents(self) -> dict[str, list[Path]]:
        """All ids that were found, with their files."""
        return {told: list(found) for told, found in self._places.items()}

    def remember(self) -> None:
        """Keep what was read; raises OutputError where it cannot be written."""
        told = {
            path.relative_to(self.output).as_posix(): [seen.size, seen.mtime_ns, self._ids[path]]
            for path in self._ids
            if (seen := self._seen[path])
        }
        if told != self._known:
            write_json(self.store / _FILE, told)

    def _recall(self) -> dict[str, list[object]]:
        told = read_json(self.store / _FILE)
        return told if isinstance(told, dict) else {}

    def _files(self) -> Iterator[Path]:
        for folder, inside, names in os.walk(self.output):
            here = Path(folder)
            hidden = [n for n in inside if n.startswith(".") or here / n == self.store]
            inside[:] = sorted(set(inside) - set(hidden))
            for name in sorted(names):
                if _LEFT_OVER.fullmatch(name):
                    self.left_over.append(here / name)
                elif _is_document(name):
                    yield here / name

    def _id(self, path: Path) -> str:
        known = self._known.get(path.relative_to(self.output).as_posix())
        seen = self._seen[path]
        if seen and isinstance(known, list) and known[:2] == [seen.size, seen.mtime_ns]:
            return str(known[2])
        try:
            return "" if only_in_the_cloud(path) else self.identify(path.read_bytes())
        except (OSError, JdgenError):
            return ""


def _is_document(name: str) -> bool:
    """Whether a file is one that people read; no owner mark, draft, checked or fresh copy."""
    if name.startswith(("~$", ".")) or _SIDE_COPY.search(name):
        return False
    return name.lower().endswith(".docx")


def only_in_the_cloud(path: Path) -> bool:
    """Whether a file is a mere sign for one that a cloud service would have to fetch (Windows)."""
    try:
        marks = getattr(path.stat(), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(marks & (_OFFLINE | _RECALL))

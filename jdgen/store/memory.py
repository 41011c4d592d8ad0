"""What the nights remember of a profile: from what its documents were made, and how they lay.

One file for each profile, `documents/<profile>/night.json`. It is a memory, never a truth: where it
is lost or damaged the next night looks at everything again and comes to the same end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jdgen.safe_files import read_json, write_json

FORMAT = 1
_FILE = "night.json"


@dataclass(frozen=True, slots=True)
class Input:
    """A file that a document depends on: its role ("template"), path and hash, "" if not there."""

    role: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Seen:
    """How a file lay on the disk: what tells without reading that nobody touched it."""

    size: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> Seen | None:
        """How a file lies there now, None where there is none."""
        try:
            told = path.stat()
        except OSError:
            return None
        return cls(told.st_size, told.st_mtime_ns)


@dataclass(frozen=True)
class DocumentMemory:
    """One document as a night left it.

    `file` is its place, counted from the output folder where it lies inside. `inputs` are those it
    was last brought up to date with, `valid_until` the day on which they may lead to something
    else, `content` the hash of what a person sees in it. `public` is the copy for readers, "" for
    none; `readers` says what that waits for, `older` are copies that are renewed no more.
    `proposals`, `conflicts` and `since` tell what waits in the document.
    """

    kind: str
    title: str
    state: str
    file: str
    inputs: tuple[Input, ...]
    seen: Seen | None
    sha256: str
    content: str
    valid_until: date | None = None
    public: str = ""
    proposals: int = 0
    conflicts: int = 0
    since: date | None = None
    readers: str = ""
    older: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProfileMemory:
    """One profile as a night left it; `settled` says that nothing in it was left to do.

    It holds from `judged_on` until before `valid_until` while its `inputs` are the same. `told` is
    what reports repeat of it while nothing changes.
    """

    file: str
    profile_id: str
    settled: bool
    judged_on: date
    valid_until: date | None
    inputs: tuple[Input, ...] = ()
    documents: tuple[DocumentMemory, ...] = ()
    told: Mapping[str, Any] = field(default_factory=dict)

    def holds_on(self, today: date) -> bool:
        """Whether what was judged then is still what would be judged today."""
        return self.judged_on <= today and (self.valid_until is None or today < self.valid_until)

    def document(self, kind: str) -> DocumentMemory | None:
        """What is remembered of one kind of document."""
        return next((found for found in self.documents if found.kind == kind), None)


def recall(root: Path, profile_id: str) -> ProfileMemory | None:
    """What is remembered of a profile in a store, None where nothing is, or it cannot be read."""
    told = read_json(root / "documents" / profile_id / _FILE)
    try:
        return _profile(told) if told["format"] == FORMAT else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def remember(root: Path, memory: ProfileMemory) -> None:
    """Keep what a night found out; raises OutputError where it cannot be written."""
    told = {"format": FORMAT, **asdict(memory)}
    write_json(root / "documents" / memory.profile_id / _FILE, told)


def forget(root: Path, profile_id: str) -> None:
    """Make the next night look at a profile again, as if nothing were remembered."""
    (root / "documents" / profile_id / _FILE).unlink(missing_ok=True)


def remembered(root: Path) -> list[ProfileMemory]:
    """All profiles that nights remember, by id."""
    found = sorted((root / "documents").glob(f"*/{_FILE}"))
    memories = (recall(root, file.parent.name) for file in found)
    return [memory for memory in memories if memory]


def _profile(told: dict[str, Any]) -> ProfileMemory:
    return ProfileMemory(
        file=str(told["file"]),
        profile_id=str(told["profile_id"]),
        settled=told["settled"] is True,
        judged_on=date.fromisoformat(told["judged_on"]),
        valid_until=_day(told["valid_until"]),
        inputs=tuple(Input(**one) for one in told["inputs"]),
        documents=tuple(_document(one) for one in told["documents"]),
        told=dict(told["told"]),
    )


def _document(told: dict[str, Any]) -> DocumentMemory:
    return DocumentMemory(
        **{
            **told,
            "inputs": tuple(Input(**one) for one in told["inputs"]),
            "seen": Seen(**told["seen"]) if told["seen"] else None,
            "valid_until": _day(told["valid_until"]),
            "since": _day(told["since"]),
            "older": tuple(told.get("older", ())),
        }
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

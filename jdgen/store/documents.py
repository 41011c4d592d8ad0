"""The store: for each document the base it was last generated as, and where its words came from.

A document's folder in the store holds `base.docx`, `provenance.json` and `record.json`. A new
base is first laid into `pending/`; when the output has been replaced it moves up, the record last.
So a run that is killed in between leaves either the old state or a pending one that the next run
recognizes by the output itself and finishes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from jdgen.model import Rendered, Span
from jdgen.safe_files import move, read_bytes, write_atomically

_RECORD, _BASE, _ORIGINS = "record.json", "base.docx", "provenance.json"
_TRACES = "quotes.json"
READERS = "public "  # begins the note of a copy for readers; its path from the store follows


@dataclass(frozen=True, slots=True)
class Generated:
    """What jdgen knows of a document it wrote: hashes of its bytes and of what a person sees."""

    file: str
    sha256: str
    content: str
    version: str


class DocumentStore:
    """The bases of one output folder, one folder for each profile and kind."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def record(self, profile_id: str, kind: str) -> Generated | None:
        """What was last written for a document, None if nothing is known of it."""
        return _read_record(self._folder(profile_id, kind) / _RECORD)

    def known_as(self, file: str) -> tuple[str, str] | None:
        """Profile id and kind of the document that was last written under a file name."""
        for path in sorted((self.root / "documents").glob(f"*/*/{_RECORD}")):
            record = _read_record(path)
            if record and record.file == file:
                return path.parents[1].name, path.parent.name
        return None

    def pending(self, profile_id: str, kind: str) -> Generated | None:
        """What a run that was cut off was about to write."""
        return _read_record(self._folder(profile_id, kind) / "pending" / _RECORD)

    def base(self, profile_id: str, kind: str) -> bytes | None:
        """The bytes of a document as they were last generated."""
        return read_bytes(self._folder(profile_id, kind) / _BASE)

    def pending_base(self, profile_id: str, kind: str) -> bytes | None:
        """The bytes of the fresh document that a run that was cut off was about to bring."""
        return read_bytes(self._folder(profile_id, kind) / "pending" / _BASE)

    def provenance(self, profile_id: str, kind: str) -> tuple[Span, ...]:
        """Where the words of the base came from."""
        rows = _read_json(self._folder(profile_id, kind) / _ORIGINS)
        try:
            return tuple(Span(part, n, a, b, tuple(fields)) for part, n, a, b, fields in rows)
        except (TypeError, ValueError):
            return ()

    def prepare(self, profile_id: str, kind: str, rendered: Rendered, record: Generated) -> None:
        """Lay down the coming base before the output is replaced."""
        folder = self._folder(profile_id, kind) / "pending"
        write_atomically(folder / _BASE, rendered.data, private=True)
        rows = [[s.part, s.block, s.start, s.end, list(s.fields)] for s in rendered.provenance]
        write_atomically(folder / _ORIGINS, _json(rows), private=True)
        write_atomically(folder / _RECORD, _json(asdict(record)), private=True)

    def commit(self, profile_id: str, kind: str) -> None:
        """Make the pending base the base: the output is now what it says."""
        folder = self._folder(profile_id, kind)
        for name in (_BASE, _ORIGINS, _RECORD):
            if (folder / "pending" / name).is_file():
                move(folder / "pending" / name, folder / name)
        self.discard_pending(profile_id, kind)

    def commit_begun(self, profile_id: str, kind: str) -> bool:
        """Whether a run was cut off after the output was replaced, while the base moved up."""
        pending = self._folder(profile_id, kind) / "pending"
        return (pending / _RECORD).is_file() and not (pending / _BASE).is_file()

    def discard_pending(self, profile_id: str, kind: str) -> None:
        """Forget a base whose output was never written; its record goes first."""
        pending = self._folder(profile_id, kind) / "pending"
        with contextlib.suppress(OSError):
            (pending / _RECORD).unlink(missing_ok=True)
            shutil.rmtree(pending)

    def knows(self, profile_id: str, kind: str) -> bool:
        """Whether a document was ever made here."""
        folder = self._folder(profile_id, kind)
        return any((folder / name).is_file() for name in (_BASE, _RECORD))

    def forget(self, profile_id: str, kind: str) -> None:
        """Drop what is known of a document that was put away."""
        shutil.rmtree(self._folder(profile_id, kind), ignore_errors=True)

    def is_whole(self, profile_id: str, kind: str) -> bool:
        """Whether a record and a base are there, and nothing that a run left half done."""
        folder = self._folder(profile_id, kind)
        there = all((folder / name).is_file() for name in (_BASE, _RECORD))
        return there and not (folder / "pending").exists()

    def notes(self, profile_id: str, kind: str) -> dict[str, str]:
        """Files laid beside the document (drafts, fresh copies): their names and content."""
        told = _read_json(self._folder(profile_id, kind) / "beside.json")
        return {name: str(key) for name, key in told.items()} if isinstance(told, dict) else {}

    def remember_beside(self, profile_id: str, kind: str, file: str, content: str) -> None:
        """Note the content of a draft or fresh copy, to know later whether somebody edited it."""
        notes = {**self.notes(profile_id, kind), file: content}
        path = self._folder(profile_id, kind) / "beside.json"
        write_atomically(path, _json(notes), private=True)

    def readers_copies(self, profile_id: str, kind: str) -> tuple[Path, ...]:
        """The copies in folders for readers that were made of a document and are still there."""
        places = (
            Path(os.path.normpath(self.root / name.removeprefix(READERS)))
            for name in self.notes(profile_id, kind)
            if name.startswith(READERS)
        )
        return tuple(place for place in places if place.is_file())

    def traces(self, profile_id: str, kind: str) -> list[tuple[int, tuple[str, ...]]]:
        """What was noted of the quotes that a document ever printed: no words, only hashes."""
        told = _read_json(self._folder(profile_id, kind) / _TRACES)
        try:
            return [(int(length), tuple(map(str, rows))) for length, rows in told]
        except (TypeError, ValueError):
            return []

    def remember_traces(
        self, profile_id: str, kind: str, traces: Sequence[tuple[int, tuple[str, ...]]]
    ) -> None:
        """Note quotes that a document prints, to know them again where they may not be read."""
        path = self._folder(profile_id, kind) / _TRACES
        write_atomically(path, _json(traces), private=True)

    def _folder(self, profile_id: str, kind: str) -> Path:
        return self.root / "documents" / profile_id / kind


def sha256(data: bytes) -> str:
    """The hash by which bytes are known again."""
    return hashlib.sha256(data).hexdigest()


def _read_record(path: Path) -> Generated | None:
    told = _read_json(path)
    try:
        return Generated(**{name: str(told[name]) for name in Generated.__slots__})
    except (KeyError, TypeError):
        return None


def _read_json(path: Path) -> Any:
    """What a file of the store says; None where it is not there or damaged, for then it says
    nothing: what is not known counts as edited and is left alone.
    """
    try:
        return json.loads(read_bytes(path) or b"null")
    except (ValueError, RecursionError):
        return None


def _json(value: Sequence[object] | dict[str, str]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8")

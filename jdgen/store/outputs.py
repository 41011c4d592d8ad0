"""The one write step: a fresh document comes to its place, and nothing people wrote is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from jdgen.errors import JdgenError
from jdgen.model import Rendered
from jdgen.safe_files import read_bytes, write_atomically
from jdgen.store.backups import backup_copy, keep_newest
from jdgen.store.documents import DocumentStore, Generated, sha256
from jdgen.store.owners import open_by

State = Literal["new", "changed", "replaced", "unchanged", "edited", "edited and changed", "open"]
_NOT_WORD = "not a Word file: "


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    `path` is the file a person should look at, `backup` the copy of what was replaced. `waits` is
    true where a person has something to do.
    """

    state: State
    path: Path
    written: bool = False
    waits: bool = False
    backup: Path | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one document lives: its file, and the profile and kind it is kept under.

    `keep_versions` is the number of backups to keep of it, None for all.
    """

    target: Path
    profile_id: str
    kind: str
    keep_versions: int | None = None


@dataclass(frozen=True)
class OutputWriter:
    """Writes the documents of one output folder.

    `content_key` gives the hash of what a person sees in a Word file; two files with the same key
    differ at most in how they are stored, as after an upload to a cloud folder.
    """

    store: DocumentStore
    content_key: Callable[[bytes], str]
    version: str
    now: datetime
    force: bool = False

    def write(self, slot: Slot, rendered: Rendered) -> Outcome:
        """Bring a fresh document to `target`, or beside it where a person's edits stand there."""
        present = read_bytes(slot.target)
        known = self._known(slot, present)
        if present is None:
            return self._replace(slot, rendered, "new")
        fresh_key = self.content_key(rendered.data)
        if self._key_of(present) == fresh_key:
            base = self.store.base(slot.profile_id, slot.kind)
            if known is None or known.content != fresh_key or base != rendered.data:
                self._advance(slot, rendered, present)
            return Outcome("unchanged", slot.target)
        if self._untouched(present, known):
            return self._replace_unless_open(slot, rendered, "changed")
        if self.force:
            return self._replace_unless_open(slot, rendered, "replaced")
        damaged = self._key_of(present).startswith(_NOT_WORD)
        if known and known.content == fresh_key and not damaged:
            return Outcome(
                "edited", slot.target, note="edited in Word; the profile has nothing new"
            )
        return self._beside(slot, rendered, "fresh", "edited and changed")

    def publish(self, slot: Slot, folder: Path) -> Outcome:
        """Copy the document as it stands, people's edits included, to a folder for readers.

        A copy that somebody edited there is kept, and told.
        """
        data = read_bytes(slot.target) or b""
        path = folder / slot.target.name
        name = f"public {path}"
        present = read_bytes(path)
        remembered = self.store.notes(slot.profile_id, slot.kind).get(name)
        if present == data:
            if remembered is None:  # a run was cut off between the two writes below
                self.store.remember_beside(slot.profile_id, slot.kind, name, self._key_of(data))
            return Outcome("unchanged", path)
        if present is not None and self._key_of(present) != remembered:
            note = f"{path} was changed by somebody and is kept; move it away to get the new one"
            return Outcome("edited and changed", path, waits=True, note=note)
        write_atomically(path, data)
        self.store.remember_beside(slot.profile_id, slot.kind, name, self._key_of(data))
        return Outcome("new", path, written=True)

    def write_draft(self, slot: Slot, data: bytes) -> Outcome:
        """Write a draft beside `target`; a draft that somebody edited is kept."""
        return self._beside(slot, Rendered(data), "draft", "new")

    def _known(self, slot: Slot, present: bytes | None) -> Generated | None:
        """What was last written, after finishing or dropping what a cut-off run left pending."""
        pending = self.store.pending(slot.profile_id, slot.kind)
        written = present is not None and self._untouched(present, pending)
        if written or self.store.commit_begun(slot.profile_id, slot.kind):
            self.store.commit(slot.profile_id, slot.kind)
        else:
            self.store.discard_pending(slot.profile_id, slot.kind)
        return self.store.record(slot.profile_id, slot.kind) or self._told_by_base(slot)

    def _told_by_base(self, slot: Slot) -> Generated | None:
        """The record made anew where it was lost: the base says all that it said."""
        base = self.store.base(slot.profile_id, slot.kind)
        return self._record(slot, Rendered(base)) if base else None

    def _untouched(self, present: bytes, known: Generated | None) -> bool:
        if known is None:
            return False
        return sha256(present) == known.sha256 or self._key_of(present) == known.content

    def _key_of(self, data: bytes) -> str:
        """The content of a file on disk; one that is no Word file matches nothing."""
        try:
            return self.content_key(data)
        except JdgenError:
            return f"{_NOT_WORD}{sha256(data)}"

    def _replace_unless_open(self, slot: Slot, rendered: Rendered, state: State) -> Outcome:
        person = open_by(slot.target, self.now)
        if person:
            note = f"open by {person}; it will be brought up to date by the next run"
            return Outcome("open", slot.target, waits=True, note=note)
        backup = backup_copy(slot.target, self.store.root / "backup", self.now)
        if slot.keep_versions is not None:
            keep_newest(slot.target, self.store.root / "backup", slot.keep_versions, backup)
        outcome = self._replace(slot, rendered, state)
        return Outcome(state, outcome.path, written=True, backup=backup)

    def _replace(self, slot: Slot, rendered: Rendered, state: State) -> Outcome:
        try:
            self.store.prepare(slot.profile_id, slot.kind, rendered, self._record(slot, rendered))
            write_atomically(slot.target, rendered.data)
        except JdgenError:
            self.store.discard_pending(slot.profile_id, slot.kind)
            raise
        self.store.commit(slot.profile_id, slot.kind)
        return Outcome(state, slot.target, written=True)

    def _advance(self, slot: Slot, rendered: Rendered, present: bytes) -> None:
        """The output already says what the profile says: note it, touch nothing."""
        record = self._record(slot, rendered)
        record = Generated(record.file, sha256(present), record.content, record.version)
        self.store.prepare(slot.profile_id, slot.kind, rendered, record)
        self.store.commit(slot.profile_id, slot.kind)

    def _record(self, slot: Slot, rendered: Rendered) -> Generated:
        key = self._key_of(rendered.data)
        return Generated(slot.target.name, sha256(rendered.data), key, self.version)

    def _beside(self, slot: Slot, rendered: Rendered, word: str, state: State) -> Outcome:
        """Write `<name>.<word>.docx`, or a numbered one where a person edited that, too."""
        remembered = self.store.notes(slot.profile_id, slot.kind)
        fresh_key = self.content_key(rendered.data)
        waits = state == "edited and changed"
        note = f"{slot.target.name} {self._why_kept(slot)} and is kept as it is" if waits else ""
        number = 1
        while True:
            mark = word if number == 1 else f"{word}-{number}"
            path = slot.target.with_name(f"{slot.target.stem}.{mark}{slot.target.suffix}")
            present = read_bytes(path)
            key = self._key_of(present) if present is not None else None
            if key == fresh_key:
                return Outcome(state, path, waits=waits, note=note)
            if key is None or (key == remembered.get(path.name) and not open_by(path, self.now)):
                write_atomically(path, rendered.data)
                self.store.remember_beside(slot.profile_id, slot.kind, path.name, fresh_key)
                return Outcome(state, path, written=True, waits=waits, note=note)
            number += 1

    def _why_kept(self, slot: Slot) -> str:
        if self.store.record(slot.profile_id, slot.kind):
            damaged = self._key_of(read_bytes(slot.target) or b"").startswith(_NOT_WORD)
            return "cannot be read as a Word file" if damaged else "was edited in Word"
        return "was not made by jdgen, or its record is gone,"

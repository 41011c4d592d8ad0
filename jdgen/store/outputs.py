"""The one write step: a fresh document comes to its place, and nothing people wrote is lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jdgen.errors import JdgenError
from jdgen.model import Rendered
from jdgen.safe_files import read_bytes, remove, write_atomically
from jdgen.store.backups import READERS_MARK, backup_copy, keep_newest
from jdgen.store.documents import READERS, DocumentStore, Generated, sha256
from jdgen.store.edits import EditedFiles, Merged
from jdgen.store.owners import open_by
from jdgen.store.slots import Outcome, Slot, State

_NOT_WORD = "not a Word file: "
_NOTHING_NEW = "edited in Word; the profile has nothing new"
_FINISHED = "a run that was cut off had merged what is new"
_AT_WORK = "it was saved by somebody while jdgen was at work; the next run will see to it"


def put_away(store: DocumentStore, copy: Path, now: datetime) -> None:
    """Take a copy from its readers; it stays among the backups. Raises OutputError."""
    backup_copy(copy, store.root / "backup", now, mark=READERS_MARK)
    remove(copy)


@dataclass(frozen=True)
class OutputWriter:
    """Writes the documents of one output folder.

    `content_key` gives the hash of what a person sees in a Word file; two files with the same key
    differ at most in how they are stored, as after an upload to a cloud folder. `edits` merges what
    changed into files that people edited.
    """

    store: DocumentStore
    content_key: Callable[[bytes], str]
    edits: EditedFiles
    version: str
    now: datetime
    force: bool = False

    def write(self, slot: Slot, rendered: Rendered) -> Outcome:
        """Bring a fresh document to `target`; where people edited that, its changes into theirs.

        What cannot be merged stays as people left it, and the fresh document is laid beside it.
        """
        present = read_bytes(slot.target)
        known, finished = self._known(slot, present)
        if present is None:
            return self._replace(slot, rendered, None, "new")
        fresh_key = self.content_key(rendered.data)
        if self._key_of(present) == fresh_key:
            base = self.store.base(slot.profile_id, slot.kind)
            if known is None or known.content != fresh_key or base != rendered.data:
                self._advance(slot, rendered, present)
            return Outcome("unchanged", slot.target)
        if self._untouched(present, known):
            return self._replace_unless_open(slot, rendered, present, "changed")
        if self.force:
            return self._replace_unless_open(slot, rendered, present, "replaced")
        if known and known.content == fresh_key and not self._is_damaged(present):
            return self._as_it_is(slot, finished)
        return self._merge(slot, rendered, present)

    def _merge(self, slot: Slot, rendered: Rendered, present: bytes) -> Outcome:
        """Brings what changed since the base into the edited file."""
        merged = self._merged(slot, present, rendered.data)
        if merged.way == "refused" and self._was_dealt_with(slot, rendered, present):
            self._move_base(slot, rendered, self._record(slot, rendered))
            return self._as_it_is(slot, None)
        if merged.way == "refused":
            return self._beside(slot, rendered, "fresh", merged.message)
        if merged.way == "fresh":
            return self._replace_unless_open(slot, rendered, present, "changed")
        if merged.way == "unchanged":
            self._move_base(slot, rendered, self._record(slot, rendered))
            return self._as_it_is(slot, merged if merged.conflicts else None)
        done = self._replace_unless_open(slot, rendered, present, "merged", merged.data)
        if not done.written:
            return done
        return replace(
            done,
            waits=merged.conflicts > 0,
            note=merged.note,
            changes=merged.changes,
            untracked=merged.untracked,
            direct=merged.way == "direct" and not merged.conflicts,
        )

    def _was_dealt_with(self, slot: Slot, rendered: Rendered, present: bytes) -> bool:
        """Whether the fresh copy of just this document was laid down, and somebody took it away.

        By that a person says that the document has from it what it is to have.
        """
        copy = self._name_beside(slot, "fresh")
        noted = self.store.notes(slot.profile_id, slot.kind).get(copy.name)
        laid = noted == self.content_key(rendered.data)
        return laid and not copy.exists() and not self._is_damaged(present)

    def _merged(self, slot: Slot, present: bytes, fresh: bytes) -> Merged:
        """The merge of the fresh document into the edited file; what hinders it refuses it."""
        base = self.store.base(slot.profile_id, slot.kind)
        if base is None or self._is_damaged(base) or self._is_damaged(present):
            return Merged("refused", present, message=self._why_kept(slot, present))
        try:
            return self.edits.merge(slot.document, base, present, fresh)
        except JdgenError as error:
            message = f"was edited in Word and cannot be merged ({error.problems[0].message})"
            return Merged("refused", present, message=message)

    def _as_it_is(self, slot: Slot, finished: Merged | None) -> Outcome:
        """An edited file that the profile has nothing new for.

        `finished` is a merge that a run wrote before it was cut off: nobody was told of it yet.
        """
        if finished is None:
            return Outcome("edited", slot.target, note=_NOTHING_NEW)
        waits, changes = finished.conflicts > 0, finished.changes
        return Outcome("merged", slot.target, waits=waits, note=_FINISHED, changes=changes)

    def put_away(self, copy: Path) -> None:
        """Take a copy from its readers; it stays among the backups."""
        put_away(self.store, copy, self.now)

    def publish(self, slot: Slot, folder: Path) -> Outcome:
        """Copy the document as it stands, people's edits included, to a folder for readers.

        While changes or comments in it wait for somebody, the copy stays as it last was; it may
        hold what has to go, so that waits for a person, too. A copy that somebody edited there is
        kept, and told.
        """
        path = folder / slot.target.name
        data = read_bytes(slot.target) or b""
        name = f"{READERS}{self._from_store(path)}"
        present = read_bytes(path)
        remembered = self.store.notes(slot.profile_id, slot.kind).get(name)
        key = self._key_of(data)
        if present is not None and self._key_of(present) == key:
            if remembered != key:  # a run was cut off between the two writes below
                self.store.remember_beside(slot.profile_id, slot.kind, name, key)
            return Outcome("unchanged", path)
        if present is not None and self._key_of(present) != remembered:
            note = f"{path} was changed by somebody and is kept; move it away to get the new one"
            return Outcome("edited and changed", path, waits=True, note=note)
        if not self.edits.settled(data):
            stays = f"{path} stays as it was" if present is not None else "it is not published"
            note = f"{stays} until its tracked changes and comments are settled in Word"
            missed = present is not None or remembered is not None
            return Outcome("unchanged", path, waits=missed, note=note)
        write_atomically(path, data)
        self.store.remember_beside(slot.profile_id, slot.kind, name, key)
        return Outcome("new", path, written=True)

    def _from_store(self, path: Path) -> str:
        """A path counted from the store, which stays the same where a whole project is moved."""
        try:
            return Path(os.path.relpath(path, self.store.root)).as_posix()
        except ValueError:  # another drive
            return str(path)

    def write_draft(self, slot: Slot, data: bytes) -> Outcome:
        """Write a draft beside `target`; a draft that somebody edited is kept."""
        return self._beside(slot, Rendered(data), "draft", "")

    def _known(self, slot: Slot, present: bytes | None) -> tuple[Generated | None, Merged | None]:
        """What was last written, after finishing or dropping what a cut-off run left pending.

        With it comes the merge that such a run wrote into a file that people edited.
        """
        pending = self.store.pending(slot.profile_id, slot.kind)
        written = present is not None and self._untouched(present, pending)
        merged = None if written or present is None else self._merged_already(slot, present)
        if written or merged or self.store.commit_begun(slot.profile_id, slot.kind):
            self.store.commit(slot.profile_id, slot.kind)
        else:
            self.store.discard_pending(slot.profile_id, slot.kind)
        known = self.store.record(slot.profile_id, slot.kind) or self._told_by_base(slot)
        return known, merged

    def _merged_already(self, slot: Slot, present: bytes) -> Merged | None:
        """The merge that a run wrote before it was cut off: all it was to bring is there."""
        coming = self.store.pending_base(slot.profile_id, slot.kind)
        if coming is None or coming == self.store.base(slot.profile_id, slot.kind):
            return None
        merged = self._merged(slot, present, coming)
        return merged if merged.way == "unchanged" else None

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

    def _is_damaged(self, data: bytes) -> bool:
        return self._key_of(data).startswith(_NOT_WORD)

    def _replace_unless_open(
        self,
        slot: Slot,
        rendered: Rendered,
        present: bytes,
        state: State,
        data: bytes | None = None,
    ) -> Outcome:
        person = open_by(slot.target, self.now)
        if person:
            note = f"open by {person}; it will be brought up to date by the next run"
            return Outcome("open", slot.target, waits=True, note=note)
        backup = backup_copy(slot.target, self.store.root / "backup", self.now)
        if slot.keep_versions is not None:
            keep_newest(slot.target, self.store.root / "backup", slot.keep_versions, backup)
        outcome = self._replace(slot, rendered, present, state, data)
        return replace(outcome, backup=backup) if outcome.written else outcome

    def _replace(
        self,
        slot: Slot,
        rendered: Rendered,
        present: bytes | None,
        state: State,
        data: bytes | None = None,
    ) -> Outcome:
        """Writes `data`, else the fresh document itself, and makes the fresh one the base.

        Not where the file is no longer what was `present` when all this was decided.
        """
        try:
            self.store.prepare(slot.profile_id, slot.kind, rendered, self._record(slot, rendered))
            if read_bytes(slot.target) != present:
                self.store.discard_pending(slot.profile_id, slot.kind)
                return Outcome("open", slot.target, waits=True, note=_AT_WORK)
            write_atomically(slot.target, rendered.data if data is None else data)
        except JdgenError:
            self.store.discard_pending(slot.profile_id, slot.kind)
            raise
        self.store.commit(slot.profile_id, slot.kind)
        return Outcome(state, slot.target, written=True)

    def _advance(self, slot: Slot, rendered: Rendered, present: bytes) -> None:
        """The output already says what the profile says: note it, touch nothing."""
        record = self._record(slot, rendered)
        self._move_base(slot, rendered, replace(record, sha256=sha256(present)))

    def _move_base(self, slot: Slot, rendered: Rendered, record: Generated) -> None:
        self.store.prepare(slot.profile_id, slot.kind, rendered, record)
        self.store.commit(slot.profile_id, slot.kind)

    def _record(self, slot: Slot, rendered: Rendered) -> Generated:
        key = self._key_of(rendered.data)
        return Generated(slot.target.name, sha256(rendered.data), key, self.version)

    def _beside(self, slot: Slot, rendered: Rendered, word: str, why_kept: str) -> Outcome:
        """Write `<name>.<word>.docx`, or a numbered one where a person edited that, too.

        `why_kept` tells why the document itself stays as it is; a draft needs no reason.
        """
        remembered = self.store.notes(slot.profile_id, slot.kind)
        fresh_key = self.content_key(rendered.data)
        note = f"{slot.target.name} {why_kept} and is kept as it is" if why_kept else ""
        told = Outcome(
            "edited and changed" if why_kept else "new", slot.target, waits=bool(note), note=note
        )
        number = 1
        while True:
            mark = word if number == 1 else f"{word}-{number}"
            path = self._name_beside(slot, mark)
            present = read_bytes(path)
            key = self._key_of(present) if present is not None else None
            if key == fresh_key:
                return replace(told, path=path)
            if key is None or (key == remembered.get(path.name) and not open_by(path, self.now)):
                write_atomically(path, rendered.data)
                self.store.remember_beside(slot.profile_id, slot.kind, path.name, fresh_key)
                return replace(told, path=path, written=True)
            number += 1

    def _name_beside(self, slot: Slot, mark: str) -> Path:
        return slot.target.with_name(f"{slot.target.stem}.{mark}{slot.target.suffix}")

    def _why_kept(self, slot: Slot, present: bytes) -> str:
        if not self.store.record(slot.profile_id, slot.kind):
            return "was not made by jdgen, or its record is gone,"
        try:
            self.content_key(present)
        except JdgenError as error:
            problem = error.problems[0]
            told = ": ".join(filter(None, (problem.message, problem.hint)))
            return f"cannot be read as a Word file ({told})"
        return "was edited in Word, what jdgen made of it before is lost,"

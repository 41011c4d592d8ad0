"""What readers get of one document: its copy in the public folder, and no quote without consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from jdgen import documents, word
from jdgen.consents import Trace, quotes_in
from jdgen.errors import JdgenError
from jdgen.model import Block, Profile, Rendered
from jdgen.results import DocumentResult
from jdgen.safe_files import read_bytes
from jdgen.store import DocumentStore, OutputWriter, Slot, public_folder

_STANDS = frozenset(
    {"new", "changed", "replaced", "unchanged", "edited", "merged", "edited and changed"}
)
_SHOWS = "it shows a quote without a consent that holds today{}"
_NO_COPY = "readers get no copy of it at {} until then"
_TAKEN = "{} was taken away, into the backups: it held a quote without a consent that holds today"
_BACK = "readers get a new copy at {} when its tracked changes and comments are settled in Word"
_OLDER = "{} is a copy for readers that is not renewed any more; jdgen prune --yes puts it away"


@dataclass(frozen=True)
class Readers:
    """Sees to the readers of one document after it was brought up to date, or left as it is.

    `root` is the project's; `rendered` is what the profile would have the document say today.
    """

    root: Path
    writer: OutputWriter
    profile: Profile
    slot: Slot
    rendered: Rendered
    today: date

    def note_quotes(self) -> None:
        """Keep the traces of the quotes that the document prints, or printed the last time.

        Before anything is written: a run that is killed must not forget what it took out.
        """
        store, key = self.writer.store, (self.slot.profile_id, self.slot.kind)
        known = self._noted()
        quotes = list(quotes_in(lambda: self._fresh_blocks, self.rendered.provenance))
        if not known:  # a store from before quotes were noted
            quotes += quotes_in(lambda: _readable(store.base(*key)), store.provenance(*key))
        new = [found for quote in quotes if (found := Trace.of(quote)).rows and found not in known]
        if new:
            store.remember_traces(*key, [(one.length, one.rows) for one in (*known, *new)])

    def see_to(self, done: DocumentResult) -> DocumentResult:
        """Renew the copy for readers, and take away those that may be read by nobody.

        Raises OutputError where a copy cannot be written or taken away.
        """
        folder = public_folder(self.root, self.profile)
        data = None if done.state == "locked" else _data_of(self.slot.target)
        shows = self._may_not_be_read(data)
        where = self._where(data) if data and shows else ""
        renewed = folder and done.state in _STANDS and not shows
        published = self.writer.publish(self.slot, folder) if folder and renewed else None
        own = [folder / self.slot.target.name] if folder else []
        copies = self.writer.store.readers_copies(self.slot.profile_id, self.slot.kind)
        older = [copy for copy in copies if copy not in own]
        taken = [one for one in (*own, *older) if self._may_not_be_read(read_bytes(one))]
        for copy in taken:
            self.writer.put_away(copy)
        standing = [one for one in older if one not in taken]
        notes = [
            _SHOWS.format(where) if shows else "",
            _NO_COPY.format(own[0]) if shows and own else "",
            *(_TAKEN.format(copy) for copy in taken),
            _BACK.format(own[0]) if taken and own and not shows else "",
            published.note if published and published.path not in taken else "",
        ]
        edited_there = published is not None and published.state == "edited and changed"
        waits = published is not None and published.waits and done.state != "merged"
        return replace(
            done,
            path=done.path or (self.slot.target if shows else None),
            note="; ".join(filter(None, (done.note, *notes, *map(_OLDER.format, standing)))),
            waits=done.waits or waits or shows or bool(taken),
            lapsed=shows,
            readers="" if edited_there else "; ".join(filter(None, notes[-2:])),
            older=tuple(standing),
        )

    def _may_not_be_read(self, data: bytes | None) -> bool:
        """Whether a file shows its readers a quote that the profile has not, or has no more."""
        if not data or not self._withheld:
            return False
        text = _joined(_readable(data))
        return any(trace.is_in(text, self._fresh) for trace in self._withheld)

    def _where(self, data: bytes) -> str:
        """The place of such a quote in a file, "" where it would tell the words themselves."""
        for block in _blocks(data):
            if any(trace.is_in(block.text, self._fresh) for trace in self._withheld):
                private = any(trace.is_in(block.place, "") for trace in self._withheld)
                return "" if private or not block.place else f" ({block.place})"
        return ""

    def _noted(self) -> tuple[Trace, ...]:
        told = self.writer.store.traces(self.slot.profile_id, self.slot.kind)
        return tuple(Trace(length, rows) for length, rows in told)

    @cached_property
    def _fresh(self) -> str:
        return _joined(self._fresh_blocks)

    @cached_property
    def _fresh_blocks(self) -> list[Block]:
        return _blocks(self.rendered.data)

    @cached_property
    def _withheld(self) -> tuple[Trace, ...]:
        """The quotes that may not be read today: noted ones, and those the profile has itself."""
        written = documents.withheld_quotes(self.profile, self.today)
        known = dict.fromkeys((*self._noted(), *map(Trace.of, written)))
        return tuple(one for one in known if one.rows and not one.is_all_in(self._fresh))


def lapsed_copies(store: DocumentStore, profile: Profile, kind: str, today: date) -> list[Path]:
    """The copies of a document that cannot be made today, where they show a withheld quote."""
    withheld = [Trace.of(quote) for quote in documents.withheld_quotes(profile, today)]
    texts = {
        copy: _joined(_readable(read_bytes(copy)))
        for copy in store.readers_copies(profile.id, kind)
    }
    return [copy for copy, text in texts.items() if any(one.is_in(text, "") for one in withheld)]


def _data_of(document: Path) -> bytes | None:
    """The bytes of a document, None where it cannot be read now: then it is told as such."""
    try:
        return read_bytes(document)
    except JdgenError:
        return None


def _joined(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks)


def _readable(data: bytes | None) -> list[Block]:
    """The paragraphs of a file, none where it is not there or cannot be read."""
    try:
        return _blocks(data) if data else []
    except JdgenError:
        return []


def _blocks(data: bytes) -> list[Block]:
    """What a reader sees of a file; comments are no part of it."""
    return [block for block in word.read_text(data).blocks if block.role != "comment"]

"""What nights before tonight found out: which profiles need nothing, and why the others do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from jdgen import word
from jdgen.errors import JdgenError
from jdgen.nightly import messages
from jdgen.nightly.case import in_words
from jdgen.nightly.inputs import Hasher, changed_roles
from jdgen.nightly.places import copies_note
from jdgen.nightly.told import result_of
from jdgen.results import DocumentResult, ProfileResult
from jdgen.safe_files import read_bytes
from jdgen.store import DocumentStore
from jdgen.store.documents import sha256
from jdgen.store.memory import DocumentMemory, ProfileMemory, Seen
from jdgen.store.scan import OutputScan, only_in_the_cloud


@dataclass(frozen=True)
class Glance:
    """What one look at a profile gave, without reading it.

    `why` says what speaks for reading it, "" where nothing does; `shared` says that this goes for
    all its documents, `documents` what goes for single kinds. `memory` is that of the nights
    before, with files that were only stored anew noted.
    """

    memory: ProfileMemory | None
    why: str
    documents: Mapping[str, str] = field(default_factory=dict)
    shared: bool = True

    @property
    def settled(self) -> bool:
        """Whether there is nothing to do."""
        return not self.why and not self.documents

    def why_of(self, kind: str) -> str:
        """What speaks for looking at one kind of document."""
        return self.documents.get(kind) or (self.why if self.shared else "") or messages.NOTHING


class Known:
    """The memory of a store, held against what lies on the disk tonight."""

    def __init__(
        self, store: DocumentStore, output: Path, hasher: Hasher, scan: OutputScan, today: date
    ) -> None:
        self.store = store
        self.output = output
        self.hasher = hasher
        self.scan = scan
        self.today = today

    def glance(self, file: Path, memory: ProfileMemory | None) -> Glance:
        """Whether anything speaks for looking at a profile; heavy libraries stay unloaded."""
        if memory is None or memory.file != self.hasher.name(file):
            return Glance(None, messages.FIRST)
        changed = changed_roles(memory.inputs, self.hasher.still(memory.inputs))
        if changed:
            return Glance(memory, in_words(changed), shared=False)
        if self.today < memory.judged_on:
            return Glance(memory, messages.CLOCK)
        if not memory.holds_on(self.today):
            return Glance(memory, messages.DAY.format(day=memory.valid_until))
        if not memory.settled:
            return Glance(memory, messages.LEFT)
        looks = [self._look(memory.profile_id, document) for document in memory.documents]
        touched = {found.kind: why for found, why in looks if why}
        return Glance(replace(memory, documents=tuple(found for found, _ in looks)), "", touched)

    def _look(self, profile_id: str, document: DocumentMemory) -> tuple[DocumentMemory, str]:
        """A document's memory, renewed where it was only stored anew, and what happened to it."""
        path = self.output / document.file
        seen = Seen.of(path)
        if not self.store.is_whole(profile_id, document.kind):
            return document, messages.LOST
        if document.public and not Path(document.public).exists():
            return document, messages.PUBLIC_GONE
        if seen is None:
            return document, messages.DELETED
        if seen == document.seen or only_in_the_cloud(path):
            return document, ""
        now = _stored_anew(path, document)
        return (
            (replace(document, seen=seen, sha256=now), "") if now else (document, messages.TOUCHED)
        )

    def untouched(self, file: Path, memory: ProfileMemory) -> ProfileResult:
        """What to tell of a profile for which nothing was done."""
        told = result_of(str(file), memory)
        return replace(told, documents=tuple(self._documents(memory)))

    def _documents(self, memory: ProfileMemory) -> Iterator[DocumentResult]:
        for document in memory.documents:
            path = self.output / document.file
            apart = [Path(document.public).parent] if document.public else []
            places = self.scan.places(f"{memory.profile_id}/{document.kind}", apart)
            state = "edited" if document.state in ("edited", "merged") else "unchanged"
            yield DocumentResult(
                document.kind,
                document.title,
                state,
                path=path,
                note=copies_note(path, places),
                why=messages.NOTHING,
            )


def _stored_anew(path: Path, document: DocumentMemory) -> str:
    """The hash of a file that shows what it showed, "" for one that does not or cannot be read."""
    try:
        data = read_bytes(path) or b""
        now = sha256(data)
        same = now == document.sha256 or word.content_key(data) == document.content
    except JdgenError:
        return ""
    return now if same else ""

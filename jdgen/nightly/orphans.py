"""Documents that no profile asks for any more: told, and put away only when a person says so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from jdgen.nightly import messages
from jdgen.nights import Orphan
from jdgen.store import DocumentStore
from jdgen.store.memory import recall
from jdgen.store.scan import OutputScan


@dataclass
class Asked:
    """What the profiles of a night ask for.

    `files` are the profiles of the night, `kinds` what they ask for by id; `unread` are ids of
    profiles that cannot be read now, so that nobody knows what they ask for. `unknown` says that
    there are files that cannot be read and do not even tell their id. `broken` are kinds that
    cannot be used now.
    """

    files: Collection[Path] = ()
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    unknown: bool = False
    broken: Collection[str] = ()


def find_orphans(
    asked: Asked, scan: OutputScan, store: DocumentStore, root: Path
) -> tuple[Orphan, ...]:
    """The documents of jdgen's that nothing asks for, by path, with their copies for readers.

    A document that this store knows nothing of is somebody else's, and none. Nor is one whose
    profile stands somewhere else, or cannot be read tonight. `root` is the project's.
    """
    found = []
    for document, paths in scan.documents().items():
        profile_id, _, kind = document.partition("/")
        reason = _reason(asked, profile_id, kind, store, root)
        if reason and store.knows(profile_id, kind):
            copies = store.readers_copies(profile_id, kind)
            found += [Orphan(profile_id, kind, path, reason) for path in {*paths} - {*copies}]
            found += [copy_of(profile_id, kind, path, reason) for path in copies]
    return tuple(sorted(found, key=lambda orphan: str(orphan.path)))


def copy_of(profile_id: str, kind: str, path: Path, reason: str) -> Orphan:
    """A copy for readers that nothing asks for."""
    return Orphan(profile_id, kind, path, messages.COPY.format(reason=reason), public=True)


def _reason(asked: Asked, profile_id: str, kind: str, store: DocumentStore, root: Path) -> str:
    """Why nothing asks for a document, "" where something may."""
    if profile_id in asked.unread or kind in asked.broken:
        return ""
    if profile_id in asked.kinds:
        if kind in asked.kinds[profile_id]:
            return ""
        return messages.NOT_ASKED if asked.kinds[profile_id] else messages.RETIRED
    memory = recall(store.root, profile_id)
    file = root / memory.file if memory else None
    elsewhere = file is not None and file not in asked.files and file.exists()
    return "" if elsewhere or asked.unknown else messages.GONE

"""Putting documents away that no profile asks for any more: into the backups, never for good."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jdgen import word
from jdgen.errors import JdgenError
from jdgen.model import Profile
from jdgen.nightly.facts import why_older
from jdgen.nightly.messages import OTHER_NAME
from jdgen.nightly.orphans import Asked, copy_of, find_orphans
from jdgen.nightly.profiles import sort_profiles
from jdgen.nights import Orphan
from jdgen.pipeline import Pipeline
from jdgen.profile import load_profile
from jdgen.profile.copies import written_id
from jdgen.profile.files import profile_files
from jdgen.store import open_by, public_folder, single_run
from jdgen.store.backups import READERS_MARK, backup_copy
from jdgen.store.memory import forget, recall
from jdgen.store.scan import OutputScan


@dataclass(frozen=True)
class Pruned:
    """One document: `backup` is where it lies now, None while it stands; `note` says why."""

    orphan: Orphan
    backup: Path | None = None
    note: str = ""


def orphans_of(pipeline: Pipeline, profiles: Path) -> tuple[Orphan, ...]:
    """The documents that no profile asks for, found by reading every profile anew."""
    scan = OutputScan(pipeline.output, pipeline.store.root, word.document_id)
    asked, read = _asked(pipeline, profiles)
    older: list[Orphan] = []
    for profile in read:
        with contextlib.suppress(JdgenError):  # names that cannot be: nobody knows what is current
            older += _older(pipeline, profile)
    return (*find_orphans(asked, scan, pipeline.store, pipeline.settings.root), *older)


def _older(pipeline: Pipeline, profile: Profile) -> Iterator[Orphan]:
    """The copies for readers of a profile's documents that nobody renews any more."""
    folder = public_folder(pipeline.settings.root, profile)
    memory = recall(pipeline.store.root, profile.id)
    for kind in pipeline.asked(profile):
        seen = memory.document(kind.name) if memory else None
        place = Path(seen.file) if seen else pipeline.slot(profile, kind).target
        current = folder / place.name if folder else None
        for copy in pipeline.store.readers_copies(profile.id, kind.name):
            if copy != current:
                reason = OTHER_NAME if copy.parent == folder else why_older(profile)
                yield copy_of(profile.id, kind.name, copy, reason)


def prune(pipeline: Pipeline, profiles: Path) -> tuple[Pruned, ...]:
    """Move every such document into the backups; one that is open or held stays.

    Raises BusyError while another run is at work.
    """
    with single_run(pipeline.store.root):
        return tuple(_put_away(pipeline, orphan) for orphan in orphans_of(pipeline, profiles))


def _put_away(pipeline: Pipeline, orphan: Orphan) -> Pruned:
    store = pipeline.store
    person = open_by(orphan.path, pipeline.now)
    if person:
        return Pruned(orphan, note=f"open by {person}")
    try:
        mark = READERS_MARK if orphan.public else ""
        backup = backup_copy(orphan.path, store.root / "backup", pipeline.now, mark=mark)
        orphan.path.unlink()
    except JdgenError as error:
        return Pruned(orphan, note=error.problems[0].message)
    except OSError as error:
        return Pruned(orphan, note=f"it cannot be taken away: {error.strerror or error}")
    if orphan.public:
        return Pruned(orphan, backup)
    store.forget(orphan.profile_id, orphan.kind)
    forget(store.root, orphan.profile_id)
    for folder in (orphan.path.parent, store.root / "documents" / orphan.profile_id):
        with contextlib.suppress(OSError):
            folder.rmdir()  # unless something else stands there
    return Pruned(orphan, backup)


def _asked(pipeline: Pipeline, profiles: Path) -> tuple[Asked, list[Profile]]:
    """What the profiles ask for, and those that could be read."""
    read: list[Profile] = []
    found = sort_profiles(profile_files([profiles]))
    asked = Asked(found.files, broken={Path(k.file).parent.name for k in pipeline.broken_kinds()})
    for file in found.files:
        if file in found.copies:
            continue
        try:
            profile = load_profile(file)
            asked.kinds[profile.id] = frozenset(kind.name for kind in pipeline.asked(profile))
            read.append(profile)
        except JdgenError:
            profile_id = written_id(file)
            asked.unread.update([profile_id] if profile_id else [])
            asked.unknown = asked.unknown or not profile_id
    return asked, read

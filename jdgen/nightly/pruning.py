"""Putting documents away that no profile asks for any more: into the backups, never for good."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from jdgen import word
from jdgen.errors import JdgenError
from jdgen.nightly.inputs import written_id
from jdgen.nightly.orphans import Asked, find_orphans
from jdgen.nightly.profiles import sort_profiles
from jdgen.nights import Orphan
from jdgen.pipeline import Pipeline
from jdgen.profile import load_profile
from jdgen.profile.files import profile_files
from jdgen.store import open_by, single_run
from jdgen.store.backups import backup_copy
from jdgen.store.memory import forget
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
    asked = _asked(pipeline, profiles)
    return find_orphans(asked, scan, pipeline.store, pipeline.settings.root)


def prune(pipeline: Pipeline, profiles: Path) -> tuple[Pruned, ...]:
    """Move every such document into the backups; one that is open or held stays.

    Raises BusyError while another run is at work.
    """
    with single_run(pipeline.store.root):
        found = [(orphan, _is_copy(pipeline, orphan)) for orphan in orphans_of(pipeline, profiles)]
        # Copies for readers go first: the newest backup of a name has to be the document's own.
        found.sort(key=lambda pair: not pair[1])
        return tuple(_put_away(pipeline, orphan, copy) for orphan, copy in found)


def _is_copy(pipeline: Pipeline, orphan: Orphan) -> bool:
    copies = pipeline.store.readers_copies(orphan.profile_id, orphan.kind)
    return orphan.path.absolute() in {copy.absolute() for copy in copies}


def _put_away(pipeline: Pipeline, orphan: Orphan, is_copy: bool) -> Pruned:
    store = pipeline.store
    person = open_by(orphan.path, pipeline.now)
    if person:
        return Pruned(orphan, note=f"open by {person}")
    try:
        backup = backup_copy(orphan.path, store.root / "backup", pipeline.now)
        orphan.path.unlink()
    except JdgenError as error:
        return Pruned(orphan, note=error.problems[0].message)
    except OSError as error:
        return Pruned(orphan, note=f"it cannot be taken away: {error.strerror or error}")
    if is_copy:
        return Pruned(orphan, backup)
    store.forget(orphan.profile_id, orphan.kind)
    forget(store.root, orphan.profile_id)
    for folder in (orphan.path.parent, store.root / "documents" / orphan.profile_id):
        with contextlib.suppress(OSError):
            folder.rmdir()  # unless something else stands there
    return Pruned(orphan, backup)


def _asked(pipeline: Pipeline, profiles: Path) -> Asked:
    found = sort_profiles(profile_files([profiles]))
    asked = Asked(found.files, broken={Path(k.file).parent.name for k in pipeline.broken_kinds()})
    for file in found.files:
        if file in found.copies:
            continue
        try:
            profile = load_profile(file)
            asked.kinds[profile.id] = frozenset(kind.name for kind in pipeline.asked(profile))
        except JdgenError:
            profile_id = written_id(file)
            asked.unread.update([profile_id] if profile_id else [])
            asked.unknown = asked.unknown or not profile_id
    return asked

"""Bringing a backup back: what stands there now is put aside first, so that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jdgen import word
from jdgen.errors import FileBusyError, JdgenError, OutputError, Place, Problem, UsageError
from jdgen.pipeline import Pipeline
from jdgen.safe_files import read_bytes, write_atomically
from jdgen.store import open_by, single_run
from jdgen.store.backups import Backup, backup_copy, stored_backups
from jdgen.store.memory import remembered
from jdgen.store.scan import OutputScan


@dataclass(frozen=True)
class Restored:
    """What was brought back, to where, and the copy of what had stood there, None for nothing."""

    backup: Backup
    target: Path
    before: Path | None


def backups_of(pipeline: Pipeline) -> list[Backup]:
    """All backups of an output folder, the newest first."""
    return stored_backups(pipeline.store.root / "backup")


def restore(pipeline: Pipeline, wanted: Path) -> Restored:
    """Bring back a backup, or the newest one of a document.

    `wanted` is the file of a backup or of a document, or the mere name of either. The next night
    takes what stands there then for what a person wants. Raises UsageError where there is no such
    backup or it is not clear where it belongs, FileBusyError while somebody has the document open,
    and OutputError where it cannot be written.
    """
    with single_run(pipeline.store.root):
        backup, document = _meant(backups_of(pipeline), wanted)
        target = document or _home(pipeline, backup)
        person = open_by(target, pipeline.now)
        if person:
            message, hint = f"It is open by {person}.", "Close it there, then run this again."
            raise FileBusyError(Problem("file-busy", message, hint, Place(str(target))))
        data = read_bytes(backup.path)
        if data is None:
            raise _gone(backup.path)
        present = read_bytes(target)
        if present == data:
            return Restored(backup, target, None)
        folder = pipeline.store.root / "backup"
        before = backup_copy(target, folder, pipeline.now) if present is not None else None
        write_atomically(target, data)
        return Restored(backup, target, before)


def _meant(backups: list[Backup], wanted: Path) -> tuple[Backup, Path | None]:
    """The backup that is meant, and the document where its file was named."""
    path = wanted.absolute()
    for backup in backups:
        if path == backup.path.absolute() or wanted.name == backup.path.name:
            return backup, None
    of_name = [backup for backup in backups if backup.name == wanted.name]
    if of_name:
        is_path = len(wanted.parts) > 1 or path.exists()
        return of_name[0], path if is_path else None
    message = f"There is no backup of {wanted.name}."
    raise UsageError(Problem("backup-unknown", message, "jdgen restore lists all backups."))


def _home(pipeline: Pipeline, backup: Backup) -> Path:
    """Where a backup belongs: by the id in its properties, else by its name."""
    places = _by_id(pipeline, backup) or _by_name(pipeline, backup.name)
    if len(places) == 1:
        return places[0]
    told = ", ".join(map(str, places)) or "no document of that name is known"
    message = f"It is not clear where {backup.path.name} belongs: {told}."
    hint = "Copy it by hand, or name the document: jdgen restore PATH brings back its newest one."
    raise UsageError(Problem("backup-home", message, hint, Place(str(backup.path))))


def _by_id(pipeline: Pipeline, backup: Backup) -> list[Path]:
    try:
        document = word.document_id(read_bytes(backup.path) or b"")
    except JdgenError:
        return []
    if not document:
        return []
    scan = OutputScan(pipeline.output, pipeline.store.root, word.document_id)
    profile_id, _, kind = document.partition("/")
    known = [
        pipeline.output / one.file
        for memory in remembered(pipeline.store.root)
        for one in memory.documents
        if (memory.profile_id, one.kind) == (profile_id, kind)
    ]
    return known or scan.places(document)


def _by_name(pipeline: Pipeline, name: str) -> list[Path]:
    memories = remembered(pipeline.store.root)
    known = [pipeline.output / one.file for memory in memories for one in memory.documents]
    named = [path for path in known if path.name == name]
    return named or sorted(p for p in pipeline.output.rglob(name) if ".jdgen" not in p.parts)


def _gone(path: Path) -> OutputError:
    return OutputError(
        Problem("backup-gone", "The backup is no longer there.", "", Place(str(path)))
    )

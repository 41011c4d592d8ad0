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
        backup, document = _meant(pipeline, wanted)
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


def _meant(pipeline: Pipeline, wanted: Path) -> tuple[Backup, Path | None]:
    """The backup that is meant, and the document where its file was named."""
    backups, steps = backups_of(pipeline), wanted.parts
    told = [backup for backup in backups if backup.path.parts[-len(steps) :] == steps]
    if len(told) > 1:
        listed = ", ".join(backup.listed for backup in told)
        message = f"More than one backup is called {wanted}: {listed}."
        raise UsageError(Problem("backup-unclear", message, "Name one with its day."))
    if told:
        return told[0], None
    document = wanted.absolute() if len(steps) > 1 or wanted.exists() else None
    of_name = [backup for backup in backups if backup.name == wanted.name]
    owners = {_owner(backup.path) for backup in of_name}
    here = _owner(document) if document else ""
    if here or len(owners) > 1:
        of_name = [backup for backup in of_name if _owner(backup.path) == here]
    if of_name:
        return of_name[0], document
    message = f"There is no backup of {wanted.name}."
    raise UsageError(Problem("backup-unknown", message, "jdgen restore lists all backups."))


def _owner(file: Path) -> str:
    """The id that a Word file carries, "" where it has none or is none."""
    try:
        return word.document_id(read_bytes(file) or b"")
    except JdgenError:
        return ""


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
    document = _owner(backup.path)
    if not document:
        return []
    scan = OutputScan(pipeline.output, pipeline.store.root, word.document_id)
    known = [
        pipeline.output / one.file
        for memory in remembered(pipeline.store.root)
        for one in memory.documents
        if f"{memory.profile_id}/{one.kind}" == document
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

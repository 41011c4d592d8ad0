"""The write step of a dry run: done for real, on copies in a folder that is thrown away."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from jdgen.model import Artifact
from jdgen.pipeline import Judged, Pipeline
from jdgen.results import DocumentResult
from jdgen.store import Slot


def write_in_shadow(
    pipeline: Pipeline, judged: Judged, artifact: Artifact, slot: Slot
) -> DocumentResult:
    """What `write_document` would make of a document; nothing in the project is touched."""
    with tempfile.TemporaryDirectory(prefix="jdgen-dry-run-") as folder:
        root = Path(folder)
        settings = replace(pipeline.settings, root=root, output=root / "out", store=root / "store")
        options = replace(pipeline.options, output=None)
        shadow = Pipeline(settings, options, pipeline.now)
        _copy_store(pipeline, shadow, slot)
        target = root / "out" / slot.target.name
        _copy_files(slot.target, target)
        here = replace(slot, target=target)
        done = shadow.write_document(judged, artifact, here)
    return _as_if_real(done, target.parent, slot.target.parent)


def _copy_store(pipeline: Pipeline, shadow: Pipeline, slot: Slot) -> None:
    inside = Path("documents", slot.profile_id, slot.kind)
    known = pipeline.store.root / inside
    if known.is_dir():
        shutil.copytree(known, shadow.store.root / inside)


def _copy_files(source: Path, target: Path) -> None:
    """The document and all that lies beside it under its name, such as marks of who has it open."""
    target.parent.mkdir(parents=True)
    if not source.parent.is_dir():
        return
    for file in source.parent.iterdir():
        if file.is_file() and source.stem[2:] in file.name:
            shutil.copy2(file, target.parent / file.name)


def _as_if_real(done: DocumentResult, shadow: Path, real: Path) -> DocumentResult:
    """The result with the places where things would lie; the backup would be made by the run."""
    path = real / done.path.name if done.path else None
    problems = tuple(
        replace(p, message=p.message.replace(str(shadow), str(real))) for p in done.problems
    )
    note = done.note.replace(str(shadow), str(real))
    return replace(done, path=path, backup=None, note=note, problems=problems)

"""The write step of a dry run: done for real, on copies in a folder that is thrown away."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from jdgen.pipeline import Judged, Pipeline
from jdgen.results import DocumentResult
from jdgen.store import Slot, public_folder


@dataclass(frozen=True)
class _Mirror:
    """Every path has its twin inside `folder`, so that all ways between them stay the same."""

    folder: Path
    anchor: str

    def twin(self, path: Path) -> Path:
        return self.folder / path.absolute().relative_to(path.absolute().anchor)

    def real(self, path: Path) -> Path:
        inside = path.is_relative_to(self.folder)
        return Path(self.anchor) / path.relative_to(self.folder) if inside else path

    def in_words(self, text: str) -> str:
        return text.replace(f"{self.folder}{os.sep}", self.anchor)


Step = Callable[[Pipeline, Slot], DocumentResult]


def in_shadow(pipeline: Pipeline, judged: Judged, slot: Slot, step: Step) -> DocumentResult:
    """What a step that writes would make of a document; nothing in the project is touched."""
    real = pipeline.settings
    with tempfile.TemporaryDirectory(prefix="jdgen-dry-run-") as folder:
        mirror = _Mirror(Path(folder), real.root.anchor)
        settings = replace(
            real,
            root=mirror.twin(real.root),
            output=mirror.twin(pipeline.output),
            store=mirror.twin(pipeline.store.root),
        )
        shadow = Pipeline(settings, replace(pipeline.options, output=None), pipeline.now)
        _copy(pipeline, judged, slot, mirror)
        here = replace(slot, target=mirror.twin(slot.target))
        return _as_if_real(step(shadow, here), mirror)


def _copy(pipeline: Pipeline, judged: Judged, slot: Slot, mirror: _Mirror) -> None:
    """What the store knows, the document with all that lies beside it, and the readers' copy."""
    known = pipeline.store.root / "documents" / slot.profile_id / slot.kind
    if known.is_dir():
        shutil.copytree(known, mirror.twin(known))
    public = public_folder(pipeline.settings.root, judged.profile)
    for source in (slot.target.parent, public):
        if source is None:
            continue
        mirror.twin(source).mkdir(parents=True, exist_ok=True)
        for file in source.iterdir() if source.is_dir() else ():
            if file.is_file() and slot.target.stem[2:] in file.name:
                _twin_of(file, mirror)
    for copy in pipeline.store.readers_copies(slot.profile_id, slot.kind):
        mirror.twin(copy).parent.mkdir(parents=True, exist_ok=True)
        _twin_of(copy, mirror)


def _twin_of(file: Path, mirror: _Mirror) -> None:
    """A copy of a file; of one that cannot be read there is none, for the step is not to fail."""
    with contextlib.suppress(OSError):
        shutil.copy2(file, mirror.twin(file))


def _as_if_real(done: DocumentResult, mirror: _Mirror) -> DocumentResult:
    """The result with the places where things would lie; only the run makes a backup."""
    problems = tuple(
        replace(problem, message=mirror.in_words(problem.message)) for problem in done.problems
    )
    return replace(
        done,
        path=mirror.real(done.path) if done.path else None,
        backup=None,
        note=mirror.in_words(done.note),
        older=tuple(map(mirror.real, done.older)),
        readers=mirror.in_words(done.readers),
        problems=problems,
    )

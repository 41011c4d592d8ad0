"""The steps of a night for each profile: a look, then, where that does not do, all the rest."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from pathlib import Path

from jdgen.errors import JdgenError, Place, Problem
from jdgen.nightly import messages
from jdgen.nightly.bring import Bringer
from jdgen.nightly.inputs import Hasher
from jdgen.nightly.known import Glance, Known
from jdgen.nightly.remember import Tonight, memory_of
from jdgen.nightly.told import is_whole
from jdgen.nightly.unread import taken_away, unread_documents
from jdgen.nightly.wording import fit_for_reports
from jdgen.nightly.work import Thought, Unit
from jdgen.pipeline import Judged, Pipeline
from jdgen.profile.copies import written_id
from jdgen.readers import lapsed_copies
from jdgen.results import DocumentResult, ProfileResult
from jdgen.store import public_folder, put_away
from jdgen.store.memory import ProfileMemory, recall, remember
from jdgen.store.scan import OutputScan


class Steps:
    """Collects, file by file, what became of each profile and what is kept of it."""

    def __init__(
        self, pipeline: Pipeline, scan: OutputScan, *, dry_run: bool, accept_upgrade: bool
    ) -> None:
        self.pipeline = pipeline
        self.dry_run = dry_run
        self.hasher = Hasher(pipeline.settings, time.time_ns())
        self.known = Known(pipeline.store, pipeline.output, self.hasher, scan, pipeline.now.date())
        self.bringer = Bringer(pipeline, scan, dry_run=dry_run, accept_upgrade=accept_upgrade)
        self.results: dict[Path, ProfileResult] = {}
        self.memories: dict[Path, ProfileMemory] = {}
        self._glances: dict[Path, Glance] = {}
        self._recalled: dict[Path, ProfileMemory] = {}

    def glance(self, unit: Unit) -> bool:
        """Whether a unit has to be read; if not, its result is told from memory."""
        glances = [self.known.glance(file, self._recall(file)) for file in unit]
        self._glances.update(zip(unit, glances, strict=True))
        if len(unit) > 1 or not glances[0].settled:
            return True
        file, memory = unit[0], glances[0].memory
        if memory is None:
            return True
        self.results[file] = self.known.untouched(file, memory)
        self._keep(file, memory)
        return False

    def take(self, unit: Unit, thoughts: list[Thought] | None) -> None:
        """Bring the documents of profiles that were thought through; None for no time left."""
        for thought in thoughts or ():
            judged = thought.judged
            done = self._take(thought, judged) if judged else self._unread(thought)
            self.results[thought.file] = done
        if thoughts is None:
            self.results.update((file, _no_time(file)) for file in unit)

    def _unread(self, thought: Thought) -> ProfileResult:
        """The result of a profile that cannot be used; who to ask is known from nights before."""
        memory = self._glances[thought.file].memory
        if memory is None:
            return thought.result
        store, output, today = self.pipeline.store, self.pipeline.output, self.pipeline.now.date()
        left = unread_documents(memory, store, output, today, self._take_away)
        owner = str(memory.told["owner"])
        return replace(thought.result, owner=owner, documents=tuple(left))

    def _kept_from_readers(self, judged: Judged, failed: DocumentResult) -> DocumentResult:
        """A document that could not be made: its copies may show a quote without consent."""
        store, today = self.pipeline.store, self.pipeline.now.date()
        copies = lapsed_copies(store, judged.profile, failed.kind, today)
        if not copies:
            return failed
        note = "; ".join(taken_away(copies, self._take_away))
        return replace(failed, path=copies[0], note=note, lapsed=True, waits=True)

    def _take_away(self, copy: Path) -> None:
        if not self.dry_run:
            put_away(self.pipeline.store, copy, self.pipeline.now)

    def kinds_of(self, file: Path) -> frozenset[str]:
        """The kinds of document that a profile asks for, those that failed among them."""
        made = {document.kind for document in self.results[file].documents}
        return frozenset(made)

    def memory_of(self, file: Path) -> ProfileMemory | None:
        """What is known of a profile: from tonight, else, where it cannot be read, from before."""
        return self.memories.get(file) or self._glances[file].memory

    def _take(self, thought: Thought, judged: Judged) -> ProfileResult:
        glance = self._glances[thought.file]
        inputs = {kind: self.hasher.inputs(needs) for kind, needs in thought.needs.items()}
        documents: list[DocumentResult] = []
        for artifact in judged.artifacts:
            kind = artifact.kind.name
            memory = glance.memory.document(kind) if glance.memory else None
            why = glance.why_of(kind)
            documents.append(self.bringer.bring(judged, artifact, memory, inputs[kind], why))
        result = fit_for_reports(judged.result, judged.profile)
        failed = (self._kept_from_readers(judged, one) for one in judged.result.documents)
        result = replace(result, documents=(*failed, *documents))
        memory_now = memory_of(
            thought,
            result,
            inputs,
            glance.memory,
            Tonight(
                self.hasher.name(thought.file),
                self.pipeline.output,
                self._public(judged),
                self.pipeline.now.date(),
            ),
        )
        self._keep(thought.file, memory_now)
        return result

    def _public(self, judged: Judged) -> Path | None:
        """The folder for readers; a wrong name was told with each document."""
        try:
            return public_folder(self.pipeline.settings.root, judged.profile)
        except JdgenError:
            return None

    def _recall(self, file: Path) -> ProfileMemory | None:
        """What is remembered of the profile in a file, by the id that stands in it."""
        profile_id = written_id(file)
        memory = recall(self.pipeline.store.root, profile_id) if profile_id else None
        if memory is None or not is_whole(memory):
            return None
        self._recalled[file] = memory
        return memory

    def _keep(self, file: Path, memory: ProfileMemory) -> None:
        """Remember a profile, if there is anything new. A night may forget, but must not stop."""
        self.memories[file] = memory
        if self.dry_run or memory == self._recalled.get(file):
            return
        with contextlib.suppress(JdgenError):
            remember(self.pipeline.store.root, memory)


def _no_time(file: Path) -> ProfileResult:
    place = Place(str(file))
    problem = Problem("night-over", messages.TIME_OVER, messages.TIME_HINT, place)
    return ProfileResult(str(file), problems=(problem,))

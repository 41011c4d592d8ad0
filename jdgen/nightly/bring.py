"""One document of one night: whether it may be touched, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from jdgen import __version__, word
from jdgen.errors import JdgenError
from jdgen.mistakes import as_problem
from jdgen.model import Artifact
from jdgen.nightly import messages
from jdgen.nightly.case import Case, case_of, day_that_came, in_words, only_upgrade
from jdgen.nightly.inputs import changed_roles
from jdgen.nightly.places import standing_of
from jdgen.nightly.shadow import Step, in_shadow
from jdgen.nightly.wording import changed_words, secrets_of, without_secrets
from jdgen.pipeline import Judged, Pipeline
from jdgen.results import DocumentResult
from jdgen.store import public_folder
from jdgen.store.memory import DocumentMemory, Input
from jdgen.store.scan import OutputScan

_REWRITTEN = frozenset({"changed", "replaced", "held"})


class Bringer:
    """Brings documents up to date, each for itself: what goes wrong with one stops no other."""

    def __init__(
        self, pipeline: Pipeline, scan: OutputScan, *, dry_run: bool, accept_upgrade: bool
    ) -> None:
        self.pipeline = pipeline
        self.scan = scan
        self.dry_run = dry_run
        self.accept_upgrade = accept_upgrade

    def bring(
        self,
        judged: Judged,
        artifact: Artifact,
        memory: DocumentMemory | None,
        inputs: Sequence[Input],
        why: str,
    ) -> DocumentResult:
        """What became of one document; `why` is told where no input of it changed."""
        kind = artifact.kind
        try:
            case = self._case(judged, artifact, memory, inputs, why)
            done = self._with_changes(self._done(case), case)
            return replace(done, why=case.why)
        except JdgenError as error:
            return DocumentResult(kind.name, kind.title, "failed", problems=error.problems)
        except Exception as error:
            problem = as_problem(error, judged.profile.file)
            return DocumentResult(kind.name, kind.title, "failed", problems=(problem,))

    def _case(
        self,
        judged: Judged,
        artifact: Artifact,
        memory: DocumentMemory | None,
        inputs: Sequence[Input],
        why: str,
    ) -> Case:
        settings, store = self.pipeline.settings, self.pipeline.store
        slot = self.pipeline.slot(judged.profile, artifact.kind)
        public = public_folder(settings.root, judged.profile)
        changed = changed_roles(memory.inputs, inputs) if memory else ()
        record = store.record(slot.profile_id, slot.kind)
        today = self.pipeline.now.date()
        day = day_that_came(memory, today)
        upgrade = only_upgrade(memory, record, changed) and not (
            day and self._day_matters(judged, artifact, day)
        )
        reasons = _listed(messages.DAY.format(day=day) if day else "", in_words(changed))
        standing = standing_of(slot, self.scan, [public] if public else [])
        return case_of(judged, artifact, standing, store, (reasons or why, upgrade))

    def _day_matters(self, judged: Judged, artifact: Artifact, day: date) -> bool:
        """Whether a document would be another one if that day had not come."""
        before = datetime.combine(day - timedelta(days=1), time(), self.pipeline.now.tzinfo)
        pipeline = Pipeline(self.pipeline.settings, self.pipeline.options, before)
        was = pipeline.render(judged.profile, artifact.kind).rendered.data
        return was != artifact.rendered.data

    def _done(self, case: Case) -> DocumentResult:
        """The document written, or the reason why not."""
        judged, artifact, slot = case.judged, case.artifact, case.slot
        may_write = self.pipeline.may_write(judged, artifact)
        left = self._left_to_a_person(case) if may_write else None
        if left:
            state, note = left
            kept = DocumentResult(
                artifact.kind.name,
                artifact.kind.title,
                state,
                path=slot.target,
                note=_joined(note, case.standing.note),
                waits=True,
            )
            return self._act(case, lambda p, s: p.see_to_readers(judged, artifact, s, kept))
        done = self._act(case, lambda p, s: p.write_document(judged, artifact, s))
        if not may_write:
            return done
        again = messages.RECREATED if case.standing.data is None and case.known else ""
        return replace(done, note=_joined(done.note, case.standing.note, again))

    def _act(self, case: Case, step: Step) -> DocumentResult:
        """Take a step that writes; a dry run takes it on copies."""
        if self.dry_run:
            return in_shadow(self.pipeline, case.judged, case.slot, step)
        return step(self.pipeline, case.slot)

    def _left_to_a_person(self, case: Case) -> tuple[str, str] | None:
        """State and reason where a document may not be touched tonight."""
        standing, base = case.standing, case.base
        if standing.stop:
            return standing.stop
        if standing.data is None:
            approved = case.judged.profile.get("status") == "approved"
            return None if approved or not case.known else ("missing", messages.MISSING)
        if base is None or _same(base, case.artifact.rendered.data):
            return None
        if case.upgrade and not self.accept_upgrade:
            before = case.record.version if case.record else messages.UNKNOWN
            return "held", messages.HELD.format(version=__version__, before=before)
        if _same(base, standing.data):
            return None
        return self._being_edited(case)

    def _being_edited(self, case: Case) -> tuple[str, str] | None:
        """A file saved moments ago may still be open where no mark beside it tells so."""
        age = self.pipeline.now.timestamp() - case.slot.target.stat().st_mtime
        if not 0 <= age < self.pipeline.settings.night.quiet_minutes * 60:
            return None
        minutes = int(age // 60)
        told = (messages.MOMENT, messages.MINUTE)[minutes] if minutes < 2 else None
        return "open", messages.QUIET.format(minutes=told or messages.MINUTES.format(minutes))

    def _with_changes(self, done: DocumentResult, case: Case) -> DocumentResult:
        """The result with what is new in words, without those of private fields."""
        base, rendered = case.base, case.artifact.rendered
        changes = done.changes
        if not changes and done.state in _REWRITTEN and base is not None:
            changes = changed_words(base, rendered.data)
        if not changes:
            return done
        made = [(rendered.data, rendered.provenance), (base or b"", case.spans)]
        secrets = secrets_of(case.judged.profile, made)
        return replace(done, changes=without_secrets(changes, secrets))


def _same(one: bytes, other: bytes) -> bool:
    """Whether two files show the same; what is no Word file equals nothing but itself."""
    try:
        return one == other or word.content_key(one) == word.content_key(other)
    except JdgenError:
        return False


def _listed(*reasons: str) -> str:
    return ", ".join(filter(None, reasons))


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))

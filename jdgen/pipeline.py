"""Build one profile, or many: the only place that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from jdgen import __version__, documents, guidelines, word
from jdgen.edits import WordEdits
from jdgen.errors import (
    ExitCode,
    JdgenError,
    Place,
    Problem,
    ProfileError,
    TemplateError,
    UsageError,
)
from jdgen.judging import judge_together
from jdgen.mistakes import as_problem
from jdgen.model import Artifact, Finding, Kind, Look, Profile
from jdgen.pdfs import with_old_pdf, with_pdf
from jdgen.profile import load_profile
from jdgen.profile.copies import profile_copies
from jdgen.profile.files import profile_files
from jdgen.readers import Readers
from jdgen.results import DocumentResult, ProfileResult, RunResult
from jdgen.settings import SETTINGS_FILE, Settings
from jdgen.spelling import spelling_for
from jdgen.stopping import only_examples, retired, taken_out
from jdgen.store import (
    DocumentStore,
    OutputWriter,
    Slot,
    document_path,
    public_folder,
    single_run,
)
from jdgen.store.scan import OutputScan


@dataclass(frozen=True)
class Options:
    """What the person asked for on the command line.

    `output` None means the project's own folder; `documents` none means those the profile lists.
    """

    output: Path | None = None
    documents: tuple[str, ...] = ()
    draft: bool = False
    strict: bool = False
    pdf: bool = False
    force: bool = False
    practice: bool = False


@dataclass(frozen=True)
class Judged:
    """A profile with all its documents rendered and judged, before anything is written.

    `about` are the findings that concern a kind, `result` holds all of them for the reports.
    """

    profile: Profile
    artifacts: tuple[Artifact, ...]
    about: Mapping[str, tuple[Finding, ...]]
    result: ProfileResult


class Pipeline:
    """The steps of one run. Nothing here prints; what happened comes back as a `RunResult`."""

    def __init__(self, settings: Settings, options: Options, now: datetime) -> None:
        self.settings = settings
        self.options = options
        self.now = now
        self._claimed: dict[str, str] = {}
        self._broken: dict[Path, TemplateError] = {}

    def build(self, paths: Sequence[Path]) -> RunResult:
        """Check and generate every profile; one that fails stops no other.

        Raises UsageError where something asked for does not exist and BusyError while another run
        is at work on the same folder.
        """
        files = profile_files(paths)
        with single_run(self.store.root):
            return self._all(files, write=True)

    def check(self, paths: Sequence[Path]) -> RunResult:
        """Check every profile and the documents it would give, and write nothing."""
        return self._all(profile_files(paths), write=False)

    def _all(self, files: Sequence[Path], *, write: bool) -> RunResult:
        """Every profile, and after them the document kinds that could not be used."""
        copies = profile_copies(files)
        done = [
            ProfileResult(str(file), problems=(copies[file],), form="other")
            if file in copies
            else self._one(file, write=write)
            for file in files
        ]
        return RunResult((*done, *self.broken_kinds()))

    def broken_kinds(self) -> list[ProfileResult]:
        """The document kinds that cannot be used, each with what is wrong."""
        _ = self.kinds  # looks for them, if nobody has yet
        broken = self._broken.items()
        return [ProfileResult(str(f), problems=e.problems, form="other") for f, e in broken]

    @cached_property
    def output(self) -> Path:
        """The folder that documents are written to."""
        return (self.options.output or self.settings.output).absolute()

    @cached_property
    def store(self) -> DocumentStore:
        """What is known of the documents of that folder."""
        return DocumentStore(self.settings.store or self.output / ".jdgen")

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """All document kinds that can be used; one that cannot stops no other."""
        return documents.find_kinds(self.settings.template_folders, self._broken)

    @cached_property
    def rules(self) -> guidelines.CheckSettings:
        """The figures that the rules compare with, the project's own in place of the shipped."""
        try:
            figures = self.settings.thresholds
            return guidelines.check_settings(figures, practice=self.options.practice)
        except UsageError as error:
            place = Place(str(self.settings.root / SETTINGS_FILE))
            raise UsageError(*(replace(p, place=place) for p in error.problems)) from error

    def _one(self, file: Path, *, write: bool) -> ProfileResult:
        """One profile; what goes wrong in it stays in its result."""
        judged = self.prepare(file)
        if isinstance(judged, ProfileResult):
            return judged
        if not write:
            notes = (*judged.result.notes, *only_examples(judged.profile))
            return replace(judged.result, notes=notes)
        try:
            return self._write(judged)
        except Exception as error:
            return ProfileResult(str(file), problems=(as_problem(error, str(file)),))

    def prepare(self, file: Path) -> Judged | ProfileResult:
        """One profile with its documents, ready to be written; else its problems as its result.

        Raises UsageError where the project's settings cannot be used.
        """
        try:
            profile = load_profile(file)
            self._claim(profile)
            return self.judge(profile)
        except JdgenError as error:
            if error.exit_code == ExitCode.USAGE:
                raise
            return ProfileResult(str(file), problems=error.problems)
        except Exception as error:
            return ProfileResult(str(file), problems=(as_problem(error, str(file)),))

    def _claim(self, profile: Profile) -> None:
        """Refuse a second profile of the same id (whatever its case): both would write one file."""
        first = self._claimed.setdefault(profile.id.casefold(), profile.file)
        if first != profile.file:
            message = f"The id '{profile.id}' is taken by {first}."
            hint = "Give each profile an id of its own: it names the documents."
            raise ProfileError(Problem("profile-same-id", message, hint, profile.place("id")))

    def judge(self, profile: Profile) -> Judged:
        """Render the documents a profile asks for, and judge profile and documents together."""
        kinds = self.asked(profile)
        artifacts, failures = self._rendered(profile, kinds)
        today = self.now.date()
        judged = judge_together(profile, kinds, artifacts, today, self.rules)
        result = ProfileResult(
            profile.file,
            profile.id,
            findings=judged.findings,
            answered=judged.answered,
            practice=tuple(guidelines.open_practice(profile, kinds, today, self.rules)),
            notes=(*profile.notes, *retired(profile), *judged.notes),
            documents=failures,
            silenced=judged.silenced,
        )
        return Judged(profile, artifacts, judged.about, result)

    def render(self, profile: Profile, kind: Kind) -> Artifact:
        """One document: its template compiled, filled, and read back as Word would show it."""
        look = documents.look_of(profile, kind, self.settings.root)
        template = self._template(profile, kind, look)
        template.check_names(documents.view_names())
        context = documents.build_context(
            profile,
            template.needs,
            trace=True,
            today=self.now.date(),
        )
        rendered = word.render(template, context, look)
        text = word.read_text(rendered.data, name=kind.title)
        return Artifact(profile.id, kind, rendered, text)

    def _template(self, profile: Profile, kind: Kind, look: Look) -> word.Template:
        file = Path(kind.template)
        shipped = file.is_relative_to(self.settings.template_folders[-1])
        return word.compile_template(
            file.read_bytes(),
            name=f"{kind.name}/{file.name}",
            paper=look.paper,
            spelling=spelling_for(str(profile.get("locale"))) if shipped else {},
            house_style=self._house_style(profile, look) if shipped else None,
        )

    def _house_style(self, profile: Profile, look: Look) -> tuple[bytes, bytes] | None:
        """Theme and styles of the house style that the profile names; own templates have theirs."""
        if not look.brand.house_style:
            return None
        file = documents.house_style_file(profile, self.settings.template_folders)
        return word.read_house_style(file.read_bytes(), name=file.name)

    def asked(self, profile: Profile) -> list[Kind]:
        """The kinds of document that a profile asks for; none of a retired one.

        Raises ProfileError for a name in the profile that is no kind, UsageError for one that the
        command asked for.
        """
        if profile.get("status") == "retired":
            return []
        kinds = self.kinds
        told = {file.parent.name for file in self._broken}
        names = self.options.documents or tuple(profile.get("documents", ()))
        names = tuple(name for name in names if name not in told)
        try:
            return documents.select_kinds(names, kinds)
        except UsageError as error:
            if self.options.documents:
                raise
            # Written in the profile, a wrong name is a fault of that profile alone.
            place = profile.place("documents")
            raise ProfileError(*(replace(p, place=place) for p in error.problems)) from error

    def _rendered(
        self, profile: Profile, kinds: Sequence[Kind]
    ) -> tuple[tuple[Artifact, ...], tuple[DocumentResult, ...]]:
        """The documents that could be rendered, and what became of the others."""
        made, failed = [], []
        for kind in kinds:
            try:
                made.append(self.render(profile, kind))
            except JdgenError as error:
                result = DocumentResult(kind.name, kind.title, "failed", problems=error.problems)
                failed.append(result)
        return tuple(made), tuple(failed)

    def _write(self, judged: Judged) -> ProfileResult:
        written = [self.write_document(judged, artifact) for artifact in judged.artifacts]
        written = with_pdf(written) if self.options.pdf else [*map(with_old_pdf, written)]
        return replace(judged.result, documents=(*judged.result.documents, *written))

    def _writer(self, profile: Profile) -> OutputWriter:
        edits, force = WordEdits(self.now, _who_to_ask(profile)), self.options.force
        return OutputWriter(self.store, word.content_key, edits, __version__, self.now, force=force)

    def write_document(
        self, judged: Judged, artifact: Artifact, slot: Slot | None = None
    ) -> DocumentResult:
        """Bring one document to its place, unless a finding stops it; what fails is its result.

        `slot` is where it stands, if not where the profile says.
        """
        kind = artifact.kind
        done = DocumentResult(kind.name, kind.title, "not written")
        try:
            slot, moved = (slot, "") if slot else self._where_it_stands(judged.profile, kind)
            if self.options.draft:
                data = word.mark_as_draft(artifact.rendered.data, judged.about[kind.name])
                draft = self._writer(judged.profile).write_draft(slot, data)
                return replace(done, state="draft", path=draft.path)
            readers = self._readers(judged, artifact, slot)
            readers.note_quotes()
            done = self._brought(judged, artifact, slot, done)
            done = replace(done, note="; ".join(filter(None, (done.note, moved))))
        except JdgenError as error:
            return _stopped(done, error)
        return _seen_to(readers, done)

    def _brought(
        self, judged: Judged, artifact: Artifact, slot: Slot, done: DocumentResult
    ) -> DocumentResult:
        """The document written, or the reason why not."""
        older = "the file that stands there is older" if slot.target.exists() else ""
        if examples := only_examples(judged.profile):
            return replace(done, problems=examples, note=older)
        if stopping := self._stopping(judged, artifact):
            reason = f"because of {', '.join(stopping)}"
            return replace(done, note="; ".join(filter(None, (reason, older))))
        outcome = self._writer(judged.profile).write(slot, artifact.rendered)
        return replace(
            done,
            state=outcome.state,
            path=outcome.path,
            backup=outcome.backup,
            note=outcome.note,
            waits=outcome.waits,
            changes=outcome.changes,
            untracked=outcome.untracked,
            direct=outcome.direct,
            again=outcome.state == "edited and changed" and not outcome.written,
        )

    def see_to_readers(
        self, judged: Judged, artifact: Artifact, slot: Slot, done: DocumentResult
    ) -> DocumentResult:
        """See to the copies for readers of a document, whatever became of it."""
        return _seen_to(self._readers(judged, artifact, slot), done)

    def _readers(self, judged: Judged, artifact: Artifact, slot: Slot) -> Readers:
        root, writer = self.settings.root, self._writer(judged.profile)
        today = self.now.date()
        return Readers(root, writer, judged.profile, slot, artifact.rendered, today)

    def may_write(self, judged: Judged, artifact: Artifact) -> bool:
        """Whether nothing that was found keeps a document from being written."""
        return not only_examples(judged.profile) and not self._stopping(judged, artifact)

    def _stopping(self, judged: Judged, artifact: Artifact) -> list[str]:
        """The rules whose findings keep a document from being written.

        A finding on an entry that the document printed and prints no more (a quote whose consent
        has ended) does not: to keep the old file would keep what may not stand there.
        """
        kind = artifact.kind.name
        found = [finding for finding in judged.about[kind] if self._stops(finding)]
        before = self.store.provenance(judged.profile.id, kind) if found else ()
        now = artifact.rendered.provenance
        return sorted({f.rule for f in found if not taken_out(f, before, now)})

    def slot(self, profile: Profile, kind: Kind) -> Slot:
        """Where a document goes; raises OutputError for a name or folder that cannot be."""
        target = document_path(self.output, profile, kind.name)
        return Slot(target, profile.id, kind.name, profile.get("outputs.keep_versions"))

    def _where_it_stands(self, profile: Profile, kind: Kind) -> tuple[Slot, str]:
        """The place of a document, or where people moved it to if that is plain, and a note."""
        slot = self.slot(profile, kind)
        if (
            self.options.draft
            or slot.target.exists()
            or not self.store.knows(profile.id, kind.name)
        ):
            return slot, ""
        public = public_folder(self.settings.root, profile)
        places = self._scan.places(slot.document, [public] if public else [])
        if len(places) != 1:
            return slot, ""
        note = f"it was moved or renamed; by its profile it would be {slot.target.name}"
        return replace(slot, target=places[0]), note

    @cached_property
    def _scan(self) -> OutputScan:
        return OutputScan(self.output, self.store.root, word.document_id)

    def _stops(self, finding: Finding) -> bool:
        """Whether a finding keeps its document from being written."""
        grave = ("error", "warning") if self.options.strict else ("error",)
        return finding.severity in grave


def _seen_to(readers: Readers, done: DocumentResult) -> DocumentResult:
    try:
        return readers.see_to(done)
    except JdgenError as error:
        return _stopped(done, error)


def _stopped(done: DocumentResult, error: JdgenError) -> DocumentResult:
    """What became of a document that could not be brought to its end."""
    if error.exit_code == ExitCode.LEFT_TO_A_PERSON:
        return replace(done, state="open", note=error.problems[0].message, waits=True)
    return replace(done, state="failed", problems=error.problems)


def _who_to_ask(profile: Profile) -> str:
    """The owner of a profile and how to reach them, "" where the profile names nobody."""
    told = (str(profile.get(f"owner.{field}", "")) for field in ("name", "email"))
    return ", ".join(filter(None, told))

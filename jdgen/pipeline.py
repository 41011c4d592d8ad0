"""Build one profile, or many: the only place that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from jdgen import __version__, documents, guidelines, word
from jdgen.errors import ExitCode, JdgenError, Place, Problem, ProfileError
from jdgen.model import Artifact, Finding, Kind, Look, Profile
from jdgen.office import convert_to_pdf
from jdgen.profile import load_profile
from jdgen.results import DocumentResult, ProfileResult, RunResult
from jdgen.settings import Settings
from jdgen.store import DocumentStore, OutputWriter, Slot, single_run

PROFILE_SUFFIXES = (".yaml", ".yml")
PART_PREFIX = "_"


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


@dataclass(frozen=True)
class Judged:
    """A profile with all its documents rendered and judged, before anything is written."""

    profile: Profile
    artifacts: tuple[Artifact, ...]
    failures: tuple[DocumentResult, ...]
    result: ProfileResult


class Pipeline:
    """The steps of one run. Nothing here prints; what happened comes back as a `RunResult`."""

    def __init__(self, settings: Settings, options: Options, now: datetime) -> None:
        self.settings = settings
        self.options = options
        self.now = now

    def build(self, paths: Sequence[Path]) -> RunResult:
        """Check and generate every profile; one that fails stops no other.

        Raises UsageError for a path that is no profile and BusyError while another run is active.
        """
        files = profile_files(paths)
        with single_run(self.store.root):
            return RunResult(tuple(self._guarded(file, write=True) for file in files))

    def check(self, paths: Sequence[Path]) -> RunResult:
        """Check every profile and the documents it would give, and write nothing."""
        files = profile_files(paths)
        return RunResult(tuple(self._guarded(file, write=False) for file in files))

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
        """All document kinds that have a template."""
        return documents.find_kinds(self.settings.template_folders)

    def _guarded(self, file: Path, *, write: bool) -> ProfileResult:
        """One profile; whatever goes wrong in it stays in its result."""
        try:
            judged = self.judge(load_profile(file))
        except JdgenError as error:
            if error.exit_code == ExitCode.USAGE:
                raise
            return ProfileResult(str(file), problems=error.problems)
        return self._write(judged) if write else judged.result

    def judge(self, profile: Profile) -> Judged:
        """Render the documents a profile asks for and judge profile and documents together."""
        kinds = self._asked(profile)
        rules = guidelines.Settings(self.settings.thresholds)
        findings = list(guidelines.check_profile(profile, kinds, self.now.date(), rules))
        artifacts: list[Artifact] = []
        failures: list[DocumentResult] = []
        for kind in kinds:
            try:
                artifact = self.render(profile, kind)
            except JdgenError as error:
                failures.append(
                    DocumentResult(kind.name, kind.title, "failed", problems=error.problems)
                )
                continue
            artifacts.append(artifact)
            findings += guidelines.check_document(
                profile,
                kind,
                artifact.text,
                artifact.rendered.provenance,
                word.panel_fits(artifact.rendered.data) if kind.layout == "trifold" else (),
                self.now.date(),
                rules,
            )
        judged = guidelines.apply_waivers(profile, findings, self.now.date())
        practice, shown = _by_standing(judged.findings, kinds)
        result = ProfileResult(
            profile.file,
            profile.id,
            findings=(*_notes(profile), *shown),
            answered=tuple((answer.finding, answer.reason) for answer in judged.answered),
            practice=practice,
            documents=tuple(failures),
        )
        return Judged(profile, tuple(artifacts), tuple(failures), result)

    def render(self, profile: Profile, kind: Kind) -> Artifact:
        """One document: its template compiled, filled and read back as Word would show it."""
        look = documents.look_of(profile, kind, self.settings.root)
        template = self._template(profile, kind, look)
        context = documents.build_context(
            profile,
            template.needs,
            trace=True,
            root=self.settings.root,
            today=self.now.date(),
        )
        rendered = word.render(template, context, look)
        text = word.read_text(rendered.data, name=kind.title)
        return Artifact(profile.id, kind, f"{profile.id}-{kind.name}.docx", rendered, text)

    def _template(self, profile: Profile, kind: Kind, look: Look) -> word.Template:
        file = Path(kind.template)
        shipped = file.is_relative_to(self.settings.template_folders[-1])
        locale = str(profile.get("locale", "en-CA"))
        return word.compile_template(
            file.read_bytes(),
            name=f"{kind.name}/{file.name}",
            paper=look.paper,
            spelling=documents.spelling_for(locale) if shipped else {},
        )

    def _asked(self, profile: Profile) -> list[Kind]:
        names = self.options.documents or tuple(profile.get("documents", ()))
        return documents.select_kinds(names, self.kinds)

    def _write(self, judged: Judged) -> ProfileResult:
        writer = OutputWriter(
            self.store, word.content_key, __version__, self.now, force=self.options.force
        )
        written = [self._write_one(writer, judged, artifact) for artifact in judged.artifacts]
        if self.options.pdf:
            written = self._with_pdf(written)
        return replace(judged.result, documents=(*judged.failures, *written))

    def _write_one(
        self, writer: OutputWriter, judged: Judged, artifact: Artifact
    ) -> DocumentResult:
        kind = artifact.kind
        slot = Slot(
            self.output / artifact.profile_id / artifact.file_name, artifact.profile_id, kind.name
        )
        stopping = [f for f in judged.result.findings if self._stops(f, kind)]
        try:
            if self.options.draft:
                about = [f for f in judged.result.findings if _concerns(f, kind)]
                data = word.mark_as_draft(artifact.rendered.data, about)
                outcome = writer.write_draft(slot, data)
                return DocumentResult(kind.name, kind.title, "draft", outcome.path)
            if stopping:
                rules = ", ".join(sorted({finding.rule for finding in stopping}))
                return DocumentResult(kind.name, kind.title, "not written", note=f"see {rules}")
            outcome = writer.write(slot, artifact.rendered)
        except JdgenError as error:
            waits = error.exit_code == ExitCode.LEFT_TO_A_PERSON
            state = "open" if waits else "failed"
            problems = () if waits else error.problems
            note = error.problems[0].message if waits else ""
            return DocumentResult(
                kind.name, kind.title, state, slot.target, note=note, waits=waits, problems=problems
            )
        return DocumentResult(
            kind.name,
            kind.title,
            outcome.state,
            outcome.path,
            backup=outcome.backup,
            note=outcome.note,
            waits=outcome.waits,
        )

    def _stops(self, finding: Finding, kind: Kind) -> bool:
        """Whether a finding keeps this document from being written."""
        grave = ("error", "warning") if self.options.strict else ("error",)
        return finding.severity in grave and _concerns(finding, kind)

    def _with_pdf(self, written: list[DocumentResult]) -> list[DocumentResult]:
        """Add a PDF beside each document that stands there; what fails is told, not hidden."""
        paths = [d.path for d in written if d.path and d.state not in ("open", "failed")]
        made, problem = convert_to_pdf(paths)
        return [
            replace(d, pdf=made[d.path])
            if d.path in made
            else replace(d, problems=(*d.problems, problem))
            if problem and d.path in paths
            else d
            for d in written
        ]


def profile_files(paths: Sequence[Path]) -> list[Path]:
    """The profiles meant: files as given, and all of a folder; parts are never built."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.suffix in PROFILE_SUFFIXES)
            found += [p for p in inside if not p.name.startswith((PART_PREFIX, "."))]
        elif path.name.startswith(PART_PREFIX):
            raise ProfileError(
                Problem(
                    "profile-is-part",
                    "This file is a part (its name begins with _): it has no documents of its own.",
                    "Build the profile that brings it in with 'extends'.",
                    Place(str(path)),
                )
            )
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _concerns(finding: Finding, kind: Kind) -> bool:
    """Whether a finding was found in this document, or its rule concerns documents of its kind."""
    if finding.document:
        return finding.document == kind.name
    concerned = guidelines.documents_of(finding.rule)
    return not concerned or kind.name in concerned


def _by_standing(
    findings: Sequence[Finding], kinds: Sequence[Kind]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Questions of practice apart from the rest."""
    names = [kind.name for kind in kinds]
    open_questions = tuple(f for f in findings if guidelines.is_practice(f.rule, names))
    return open_questions, tuple(f for f in findings if f not in open_questions)


def _notes(profile: Profile) -> tuple[Finding, ...]:
    """Remarks of the reader (a # that cut a text short), told as findings of their own rule."""
    return tuple(
        Finding(
            rule="WRF-11",
            category="T",
            severity="warning",
            message=note.message,
            why="The file may say less than you meant.",
            suggestion=note.hint,
            source="Practice",
            at=note.place,
        )
        for note in profile.notes
    )

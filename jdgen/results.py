"""What a run did, as plain values: the reports print them, the exit code comes from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jdgen.errors import ExitCode, Problem
from jdgen.model import Finding

# Notes that say: what was read may not be what was meant. They count as warnings do.
_DOUBTFUL_NOTES = frozenset({"profile-comment-cut"})


@dataclass(frozen=True)
class DocumentResult:
    """What became of one document.

    `state` is one of new, changed, replaced, unchanged, edited, edited and changed, open, draft,
    not written, failed. `path` is the file to look at, `backup` the copy of what stood
    there before. `waits` says that a person has to act.
    """

    kind: str
    title: str
    state: str
    path: Path | None = None
    pdf: Path | None = None
    backup: Path | None = None
    note: str = ""
    waits: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class ProfileResult:
    """What became of one profile: what was found, what was answered by a waiver, what was made.

    `practice` are open questions on how the organization works, which are counted and told only on
    request. `problems` are those of the profile itself; each document has its own.
    `notes` are remarks that stop nothing, such as a # that cut a text short.
    """

    file: str
    profile_id: str = ""
    findings: tuple[Finding, ...] = ()
    answered: tuple[tuple[Finding, str], ...] = ()
    practice: tuple[Finding, ...] = ()
    notes: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    documents: tuple[DocumentResult, ...] = ()

    def all_problems(self) -> Iterator[Problem]:
        """The problems of the profile, then those of its documents."""
        yield from self.problems
        for document in self.documents:
            yield from document.problems


@dataclass(frozen=True)
class RunResult:
    """All profiles of one run, in the order they were given."""

    profiles: tuple[ProfileResult, ...]

    def count(self, severity: str) -> int:
        """How many findings of one severity the run has."""
        return sum(f.severity == severity for p in self.profiles for f in p.findings)

    def exit_code(self, *, strict: bool = False) -> ExitCode:
        """The exit code: failures and error findings come before what is left to a person."""
        failed = any(next(profile.all_problems(), None) for profile in self.profiles)
        notes = {note.id for profile in self.profiles for note in profile.notes}
        doubtful = self.count("warning") or notes & _DOUBTFUL_NOTES
        if failed or self.count("error") or (strict and doubtful):
            return ExitCode.FINDINGS
        if any(document.waits for profile in self.profiles for document in profile.documents):
            return ExitCode.LEFT_TO_A_PERSON
        return ExitCode.OK

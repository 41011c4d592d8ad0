"""What a run did, as plain values: the reports print them, the exit code comes from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jdgen.errors import ExitCode, Problem
from jdgen.model import Finding

Form = Literal["profile", "word", "text", "other"]
# Notes that say: what was read may not be what was meant, or was not read. They count as warnings.
_DOUBTFUL_NOTES = frozenset({"profile-comment-cut", "profile-language"})


@dataclass(frozen=True, slots=True)
class WordChange:
    """One change of the profile in a document: where, in words, and the text before and after.

    `conflict` says that the document kept its own text there and a person has to decide. The words
    of a `private` change (a quote whose consent has ended, pay marked private) and
    its place, which may be told by words, are in no report; only that something changed is told.
    """

    place: str
    before: str
    after: str
    conflict: bool = False
    private: bool = False


@dataclass(frozen=True)
class DocumentResult:
    """What became of one document.

    `state` is one of new, changed, replaced, unchanged, edited, merged, edited and changed, open,
    locked, missing, held, draft, annotated, checked, not checked, not written, failed. `path` is
    the file to look at, `backup` the copy of what stood there before. `waits` says that a person
    has to act.
    `why` names what the run reacted to ("the profile changed"), `changes` what is new in words,
    `untracked` what an edited file keeps since Word cannot track it ("theme colours and fonts").
    `lapsed` says that the file shows a quote without consent, `readers` what the copy for readers
    waits for, "" where it is up to date or there is to be none; `older` are copies for readers that
    are not renewed any more. `again` says that a run before left just the same to a person,
    `direct` that a merge put everything in without marks, so that none waits.
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
    why: str = ""
    changes: tuple[WordChange, ...] = ()
    untracked: tuple[str, ...] = ()
    lapsed: bool = False
    readers: str = ""
    older: tuple[Path, ...] = ()
    again: bool = False
    direct: bool = False


@dataclass(frozen=True)
class ProfileResult:
    """What became of one profile: what was found, what was answered by a waiver, what was made.

    The same is told of a Word file or a text that was checked, and of what else goes wrong in a
    run, such as a kind that cannot be used: `form` says what the file is.
    `silenced` are hits that context excused, each with the cause; `known` counts the findings that
    a baseline holds already. `practice` are open questions on how the organization works, which
    are counted and told only on request. `problems` are those of the profile itself; each document
    has its own. `owner` is who to ask. `notes` are remarks that stop nothing, such as
    a # that cut a text short.
    """

    file: str
    profile_id: str = ""
    findings: tuple[Finding, ...] = ()
    answered: tuple[tuple[Finding, str], ...] = ()
    practice: tuple[Finding, ...] = ()
    notes: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    documents: tuple[DocumentResult, ...] = ()
    form: Form = "profile"
    silenced: tuple[tuple[Finding, str], ...] = ()
    known: int = 0
    owner: str = ""

    def all_problems(self) -> Iterator[Problem]:
        """The problems of the profile, then those of its documents."""
        yield from self.problems
        for document in self.documents:
            yield from document.problems


@dataclass(frozen=True)
class RunResult:
    """All profiles and files of one run, in the order they were given.

    `baseline` is the file that this run wrote its findings to, for later runs to leave them out.
    """

    profiles: tuple[ProfileResult, ...]
    baseline: Path | None = None

    def count(self, severity: str) -> int:
        """How many findings of one severity the run has."""
        return sum(f.severity == severity for p in self.profiles for f in p.findings)

    def exit_code(self, *, strict: bool = False) -> ExitCode:
        """The exit code: failures and error findings come before what is left to a person."""
        failed = any(
            next(profile.all_problems(), None) or "failed" in (d.state for d in profile.documents)
            for profile in self.profiles
        )
        notes = {note.id for profile in self.profiles for note in profile.notes}
        doubtful = self.count("warning") or notes & _DOUBTFUL_NOTES
        if failed or self.count("error") or (strict and doubtful):
            return ExitCode.FINDINGS
        if any(document.waits for profile in self.profiles for document in profile.documents):
            return ExitCode.LEFT_TO_A_PERSON
        return ExitCode.OK

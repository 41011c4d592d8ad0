"""A run as text for a person at a screen: what is wrong, where, why, and what to write instead."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from jdgen.errors import Place, Problem
from jdgen.model import Finding
from jdgen.results import DocumentResult, ProfileResult, RunResult

_WIDTH = 92
_STATES = {
    "new": "made",
    "changed": "brought up to date",
    "replaced": "replaced",
    "unchanged": "nothing to change",
    "edited": "kept",
    "merged": "merged",
    "edited and changed": "fresh copy",
    "open": "skipped",
    "draft": "draft",
    "checked": "checked",
    "annotated": "comments",
    "not written": "not written",
    "failed": "failed",
}
_LABELS = ("Why:  ", "Do:   ", "Cause:")
_ORDER = {"error": 0, "warning": 1, "advice": 2}


def run_as_text(
    run: RunResult, *, here: Path, advice: bool = False, suppressed: bool = False
) -> str:
    """The run as lines of text; paths are shown from the folder `here`.

    `suppressed` shows the hits that context silenced, too, each with its cause.
    """
    lines: list[str] = []
    for profile in run.profiles:
        lines += _profile(profile, here, advice=advice)
        lines += [*_silenced(profile, here, shown=suppressed), ""]
    if run.baseline:
        known = _many(sum(p.known for p in run.profiles), "finding is", "findings are")
        file = _from_here(str(run.baseline), here)
        lines += [f"{known} noted in {file}; from now on only others are told.", ""]
    return "\n".join([*lines, _summary(run)])


def _silenced(profile: ProfileResult, here: Path, *, shown: bool) -> Iterator[str]:
    """What looked like a finding, and why it is none."""
    for finding, cause in profile.silenced if shown else ():
        where = ", ".join(_both_places(finding, profile, here))
        yield from _item(f"silenced {finding.rule}", where, finding.message, [f"Cause: {cause}"])


def _profile(profile: ProfileResult, here: Path, *, advice: bool) -> Iterator[str]:
    yield _from_here(profile.file, here)
    for problem in profile.problems:
        where = ", ".join(_where(problem.place, here))
        yield from _item("problem", where, problem.message, [problem.hint])
    for note in profile.notes:
        where = ", ".join(_where(note.place, here))
        yield from _item("note", where, note.message, [note.hint])
    shown = [f for f in profile.findings if advice or f.severity != "advice"]
    for finding in sorted(shown, key=_by_weight if profile.form == "profile" else _by_severity):
        yield from _finding(finding, profile, here)
    made = [document for document in profile.documents if document.state != "checked"]
    if not (profile.problems or profile.notes or made or shown or profile.known):
        yield "  nothing to mend"
    for document in profile.documents:
        yield _document(document, here)
        yield from _undecided(document)
    yield from _document_problems(profile, here)
    yield from _quiet_lines(profile, advice=advice)


def _document_problems(profile: ProfileResult, here: Path) -> Iterator[str]:
    """The problems of documents; one that several share is told once."""
    for problem, concerned in _titles_by_problem(profile).items():
        where = ", ".join([*concerned, *_where(problem.place, here)])
        yield from _item("problem", where, problem.message, [problem.hint])


def _titles_by_problem(profile: ProfileResult) -> dict[Problem, list[str]]:
    titles: dict[Problem, list[str]] = {}
    for document in profile.documents:
        for problem in document.problems:
            titles.setdefault(problem, []).append(document.title)
    return titles


def _where(place: Place | None, here: Path) -> list[str]:
    """A place in a file as `file:line`, if there is one."""
    if not place:
        return []
    return [f"{_from_here(place.file, here)}:{place.line}" if place.line else place.file]


def _by_severity(finding: Finding) -> int:
    """The order within a file's text stays as a reader meets it."""
    return _ORDER[finding.severity]


def _by_weight(finding: Finding) -> tuple[int, int, str]:
    return _ORDER[finding.severity], finding.at.line if finding.at else 0, finding.rule


def _both_places(finding: Finding, profile: ProfileResult, here: Path) -> list[str]:
    """The line of the profile or text, and the place in the document in words."""
    where = _where(finding.at, here) if finding.at and finding.at.line else []
    if finding.place and profile.form == "profile":
        where.append(f"{finding.document or 'document'}: {finding.place}")
    elif finding.place:
        where.insert(0, finding.place)
    return where


def _finding(finding: Finding, profile: ProfileResult, here: Path) -> Iterator[str]:
    where = _both_places(finding, profile, here)
    quote = f"It says: {finding.quote}" if finding.quote else ""
    yield from _item(
        f"{finding.severity} {finding.rule}",
        ", ".join(where),
        finding.message,
        [quote, f"Why:  {finding.why}", f"Do:   {finding.suggestion}"],
    )


def _item(label: str, where: str, message: str, more: list[str]) -> Iterator[str]:
    yield f"  {label}" + (f"  ({where})" if where else "")
    yield _wrapped(message, 4, 4)
    for text in more:
        if text:
            yield _wrapped(text, 6, 12 if text.startswith(_LABELS) else 6)


def _wrapped(text: str, first: int, rest: int) -> str:
    """Lines that fit a terminal; a file name or a hyphenated word stays in one piece."""
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=" " * first,
        subsequent_indent=" " * rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _document(document: DocumentResult, here: Path) -> str:
    shown = document.path if document.state != "checked" else None  # it heads the list already
    path = f"  {_from_here(str(shown), here)}" if shown else ""
    pdf = f" and {document.pdf.name}" if document.pdf else ""
    told = [document.note]
    if document.state == "replaced" and document.backup:
        told.append(f"the edited one is kept as {_from_here(str(document.backup), here)}")
    note = f"  ({'; '.join(filter(None, told))})" if any(told) else ""
    state = _STATES.get(document.state, document.state)
    return f"  {state + ':':<20}{document.title}{path}{pdf}{note}"


def _undecided(document: DocumentResult) -> Iterator[str]:
    """The changes of the profile that a person has to decide on, each with its place."""
    for change in document.changes:
        if change.conflict:
            yield _wrapped(f"to decide ({change.place})", 4, 6)
            if change.before.strip():
                yield _wrapped(f"Before: {change.before}", 6, 14)
            told = f"Now:    {change.after}" if change.after.strip() else "The profile took it out."
            yield _wrapped(told, 6, 14)


def _quiet_lines(profile: ProfileResult, *, advice: bool) -> Iterator[str]:
    """What is not shown is counted, with the command that shows it."""
    for finding, reason in profile.answered:
        yield f"  answered: {finding.rule} {finding.quote or finding.message} ({reason})"
    if profile.known:
        yield f"  {_many(profile.known, 'known finding', 'known findings')} left out (baseline)"
    file = f'"{profile.file}"' if re.search(r"[^\w./\\:-]", profile.file) else profile.file
    hidden = sum(finding.severity == "advice" for finding in profile.findings)
    if hidden and not advice:
        yield f"  {_many(hidden, 'piece', 'pieces')} of advice: jdgen check --advice {file}"
    if profile.practice:
        count = _many(len(profile.practice), "question of practice is", "questions of practice are")
        yield f"  {count} open: jdgen check --practice {file}"


def _summary(run: RunResult) -> str:
    documents = [document for profile in run.profiles for document in profile.documents]
    written = sum(d.state in ("new", "changed", "replaced", "merged", "draft") for d in documents)
    kept = sum(d.state in ("unchanged", "edited") for d in documents)
    copies = sum(d.state == "annotated" for d in documents)
    waiting = sum(document.waits for document in documents)
    missing = sum(d.state in ("not written", "failed") for d in documents)
    problems = sum(len(p.problems) + len(_titles_by_problem(p)) for p in run.profiles)
    notes = sum(len(profile.notes) for profile in run.profiles)
    unread = all(profile.problems for profile in run.profiles)
    later = any(map(_is_unread, run.profiles))
    parts = [
        _many(written, "document", "documents") + " written" if written else "",
        f"{kept} kept as they were" if kept else "",
        _many(copies, "copy", "copies") + " with comments" if copies else "",
        f"{missing} not written" if missing else "",
        f"{waiting} waiting for a person" if waiting else "",
        _many(problems, "problem", "problems") + " to mend" if problems else "",
    ]
    if run.profiles and unread and not any(profile.findings for profile in run.profiles):
        told = ", ".join(filter(None, parts))
        return f"{told}; the guidelines are checked after that." if later else f"{told}."
    parts += [
        _many(run.count("error"), "error", "errors"),
        _many(run.count("warning"), "warning", "warnings"),
        _many(notes, "note", "notes") if notes else "",
    ]
    return ", ".join(filter(None, parts)) + "."


def _is_unread(profile: ProfileResult) -> bool:
    """Whether a profile could not be read, so that the guidelines could not be checked yet."""
    mistake = any(problem.id == "jdgen-mistake" for problem in profile.problems)
    return profile.form == "profile" and not profile.profile_id and not mistake


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _from_here(file: str, here: Path) -> str:
    """A path as short as it can be said from the folder the person is in."""
    path = Path(file)
    try:
        return str(path.resolve().relative_to(here.resolve()))
    except (ValueError, OSError):
        return file

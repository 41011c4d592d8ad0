"""A night as the text of a mail: at most thirty lines, whatever the size of the run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jdgen.errors import ExitCode
from jdgen.nights import Due, Night
from jdgen.reports.night import view
from jdgen.reports.night.words import many, meaning, words_of
from jdgen.results import DocumentResult

MOST_LINES = 30
_LONGEST = 600
# Own words are plain ASCII; texts that are told get plain quotes and dashes, names keep accents.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚", "'"),
        **dict.fromkeys("–—‑−", "-"),
        **{"…": "...", "→": "->", "·": "-", "×": "x", "•": "-"},
    }
)


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    items: Sequence[str]


def night_as_text(night: Night, *, why: bool = False) -> str:
    """The night in at most thirty lines, one line where nobody has anything to do or to know.

    `why` adds one line for each document with what the run reacted to, however many there are.
    """
    folder = view.common_folder(night)
    lines = [_quiet(night)] if view.is_quiet(night) else _told(night, folder)
    if why:
        told_from = f", with paths told from {folder}" if folder else ""
        lines += ["", f"Why{told_from}:", *_reasons(night, folder)]
    return "\n".join(map(one_line, lines))


def one_line(text: str) -> str:
    """A text that cannot break a line or hide what it says, and that every mail can carry."""
    words = " ".join(text.translate(_PLAIN).split())
    shown = "".join(char for char in words if char.isprintable())
    indent = text[: len(text) - len(text.lstrip(" "))]
    cut = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 3]}..."
    return f"{indent}{cut}" if shown else ""


def _quiet(night: Night) -> str:
    """One line for a night without news."""
    code = view.exit_code(night)
    noted = [
        f"{many(len(night.waiting), 'document', 'documents')} still to review"
        if night.waiting
        else "",
        f"{many(len(night.due), 'date comes', 'dates come')} up" if night.due else "",
        f"{many(len(night.orphans), 'document', 'documents')} no longer asked for"
        if night.orphans
        else "",
    ]
    told = "; ".join(filter(None, noted))
    known = f"; {told} (jdgen status names them)" if told else ""
    return f"{_name(night)}: nothing to change{known}. {_ending(code)}"


def _name(night: Night) -> str:
    documents = sum(1 for _ in view.documents(night))
    profiles = sum(profile.form == "profile" for profile in night.run.profiles)
    dry = " (dry run, nothing written)" if night.dry_run else ""
    return (
        f"jdgen {night.ended:%Y-%m-%d %H:%M %z}{dry}, {many(documents, 'document', 'documents')} "
        f"of {many(profiles, 'profile', 'profiles')}"
    )


def _ending(code: ExitCode) -> str:
    return f"Exit code {int(code)}: {meaning(code)}."


def _told(night: Night, folder: Path | None) -> list[str]:
    dry = night.dry_run
    counts = [
        f"{number:,} {words_of(state).counted(dry=dry)}" for state, number in view.counts(night)
    ]
    head = [f"{_name(night)}.", f"{', '.join(counts)}." if counts else "No documents."]
    tail = [
        *([f"Report: {night.report}"] if night.report else []),
        *([f"Paths are told from {folder}"] if folder else []),
        _ending(view.exit_code(night)),
    ]
    sections = [section for section in _sections(night, folder) if section.items]
    room = MOST_LINES - len(head) - len(tail) - 1 - 2 * len(sections)
    given = _shares([len(section.items) for section in sections], room)
    body = [
        line
        for section, lines in zip(sections, given, strict=True)
        for line in ("", section.title, *_fitted(section.items, lines))
    ]
    return [*head, *body, "", *tail]


def _sections(night: Night, folder: Path | None) -> Iterator[_Section]:
    """What is told, the most urgent first."""
    mends = view.mends(night)
    yield _Section(f"To mend ({len(mends):,})", [_mend(mend, folder) for mend in mends])
    tasks = view.tasks(night)
    yield _Section(f"Waits for a person ({len(tasks):,})", [_task(task, folder) for task in tasks])
    kept = view.held(night)
    accept = [f"  To accept: {view.accept_command(night)}"] if kept else []
    title = f"Held, for a new version of jdgen would change them ({len(kept):,})"
    yield _Section(title, accept)
    new = view.changed(night)
    names = [f"  {_file(made.path, made.title, folder)}: {_became(made, night)}" for _, made in new]
    title = "Would be written or changed" if night.dry_run else "Written or changed"
    yield _Section(f"{title} ({len(new):,})", names)
    due = sorted(night.due, key=lambda entry: (entry.day, entry.file, entry.line))
    days = [_date(one, night.ended.date(), folder) for one in due]
    yield _Section(f"Dates that come up ({len(due):,}); renew in the profile what goes on", days)
    gone = sorted(night.orphans, key=lambda orphan: not orphan.public)
    names = [f"  {_file(o.path, o.kind, folder)}: {o.reason}" for o in gone]
    title = f"No longer asked for ({len(gone):,}); into the backups: {view.prune_command(night)}"
    yield _Section(title, names)


def _date(due: Due, today: date, folder: Path | None) -> str:
    past = " (over)" if due.day < today else ""
    return f"  {due.day}{past}  {due.what}, {_at(due.file, due.line, folder)}"


def _became(made: DocumentResult, night: Night) -> str:
    state = view.told_state(made) if made.state == "merged" else made.state
    return words_of(state).named(dry=night.dry_run).lower()


def _mend(mend: view.Mend, folder: Path | None) -> str:
    more = f" (and {many(mend.more, 'more', 'more')})" if mend.more else ""
    ask = f" Ask {mend.ask}." if mend.ask else ""
    place = _at(mend.place.file, mend.place.line, folder)
    hint = f" {_sentence(mend.hint)}" if mend.hint else ""
    return f"  {place}: {_ended(_from(mend.message, folder))}{hint}{more}{ask}"


def _sentence(hint: str) -> str:
    return _ended(f"{hint[:1].upper()}{hint[1:]}")


def _ended(message: str) -> str:
    return message if message.endswith((".", "!", "?")) else f"{message}."


def _task(task: view.Task, folder: Path | None) -> str:
    note = f" ({_from(task.note, folder)})" if task.note else ""
    ask = f" Ask {task.ask}." if task.ask else ""
    return f"  {_file(task.path, task.title, folder)}: {task.label}{note}. {task.do}{ask}"


def _file(path: Path | None, otherwise: str, folder: Path | None) -> str:
    return view.short(path, folder) if path else otherwise


def _from(text: str, folder: Path | None) -> str:
    """A text with the paths in it told from the folder that all paths are told from."""
    return text.replace(f"{folder}{os.sep}", "") if folder else text


def _at(file: str, line: int, folder: Path | None) -> str:
    return f"{view.short(file, folder)}:{line}" if line else view.short(file, folder)


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """Lines for each section: fair ones, and what one does not need goes to the others."""
    given = [0] * len(wanted)
    while sum(given) < min(room, sum(wanted)):
        for index, want in enumerate(wanted):
            if given[index] < want and sum(given) < room:
                given[index] += 1
    return given


def _fitted(items: Sequence[str], lines: int) -> list[str]:
    """As many items as there are lines; the last line counts those that have no room."""
    if len(items) <= lines:
        return list(items)
    shown = items[: lines - 1]
    return [*shown, f"  and {len(items) - len(shown):,} more"]


def _reasons(night: Night, folder: Path | None) -> Iterator[str]:
    for profile, made in view.documents(night):
        name = _file(made.path, f"{profile.profile_id}, {made.title}", folder)
        yield f"  {name}: {made.state}, {_from(view.reason(made), folder)}"

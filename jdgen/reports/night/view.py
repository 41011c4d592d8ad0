"""What a night comes to: what waits for whom, what to mend, what is new. The reports print this."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jdgen.errors import ExitCode, Place
from jdgen.nights import Night, Rivals, Waiting
from jdgen.reports.night.words import many, words_of
from jdgen.results import DocumentResult, ProfileResult

_NOTHING_YET = "This was a dry run: nothing of it is in the file yet."
_NOT_IN_A_PLAIN_WORD = re.compile(r"[^\w./\\:+-]")


@dataclass(frozen=True, slots=True)
class Task:
    """Something a person does about one document: what it is, what to do, and who to ask."""

    profile: str
    title: str
    path: Path | None
    label: str
    do: str
    ask: str = ""
    note: str = ""
    since: date | None = None
    rank: int = 9


@dataclass(frozen=True, slots=True)
class Mend:
    """What keeps a profile's documents from being made: the first thing to mend, and the rest."""

    place: Place
    message: str
    hint: str
    more: int
    ask: str = ""


def documents(night: Night) -> Iterator[tuple[ProfileResult, DocumentResult]]:
    """Every document of the night with its profile, in order."""
    return ((profile, made) for profile in night.run.profiles for made in profile.documents)


def exit_code(night: Night) -> ExitCode:
    """The exit code of a night, that of its run."""
    return night.run.exit_code()


def is_quiet(night: Night) -> bool:
    """Whether nothing happened that anybody has to read: nothing written, nothing left to do."""
    new = any(words_of(made.state).written for _, made in documents(night))
    copies = any(orphan.public for orphan in night.orphans)
    stale = any(waiting.readers for waiting in night.waiting)
    told = new or copies or stale or tasks(night, earlier=False)
    return exit_code(night) == ExitCode.OK and not told


def counts(night: Night) -> list[tuple[str, int]]:
    """How many documents are in each state, the states that want a person first."""
    told = Counter(made.state for _, made in documents(night))
    return sorted(told.items(), key=lambda pair: (words_of(pair[0]).rank, pair[0]))


def tasks(night: Night, *, earlier: bool = True) -> list[Task]:
    """What waits for people, the most urgent first, without what is failed or held.

    `earlier` counts changes of earlier nights that nobody has looked at yet.
    """
    since = {waiting.path for waiting in night.waiting}
    found = [
        _task(p, d, dry=night.dry_run)
        for p, d in documents(night)
        if _wants_a_person(d) and not (d.path in since and told_state(d) == "readers")
    ]
    told = {task.path for task in found}
    owners = {profile.profile_id: profile.owner for profile in night.run.profiles}
    for waiting in night.waiting if earlier else ():
        if waiting.path not in told:
            words = words_of(_left_in(waiting))
            ask = owners.get(waiting.profile_id, "")
            note = _proposals(waiting.proposals, waiting.conflicts)
            note = "; ".join(filter(None, (note, waiting.readers)))
            name = waiting.kind.replace("-", " ").capitalize()
            found.append(
                Task(
                    waiting.profile_id, name, waiting.path, words.label, words.do, ask, note,
                    waiting.since, words.rank,
                )
            )  # fmt: skip
    found += [_compare(rivals, owners) for rivals in night.rivals]
    return sorted(found, key=lambda task: (task.rank, task.profile, task.title))


def _left_in(waiting: Waiting) -> str:
    """What to speak of: a conflict before a proposal before a copy for readers."""
    if waiting.conflicts:
        return "conflict"
    return "waiting" if waiting.proposals else "readers"


def _compare(rivals: Rivals, owners: Mapping[str, str]) -> Task:
    words, ask = words_of("rivals"), owners.get(rivals.profile_id, "")
    return Task(
        rivals.profile_id, rivals.title, rivals.path, words.label, words.do, ask,
        ", ".join(rivals.names), rank=words.rank,
    )  # fmt: skip


def _wants_a_person(made: DocumentResult) -> bool:
    if made.lapsed:
        return True
    if made.state in ("failed", "not written", "held"):
        return False
    return made.waits or not words_of(told_state(made)).settled


def what_to_do(made: DocumentResult) -> tuple[str, str]:
    """What a document's state is called, and what a person does about it."""
    words = words_of(told_state(made))
    return words.label, words.do


def told_state(made: DocumentResult) -> str:
    """The state to speak of: a merge with conflicts is one to decide, what waits is not settled."""
    if made.lapsed:
        return "lapsed"
    if made.waits and made.state == "not checked":
        return "ended"
    if made.state == "merged" and any(change.conflict for change in made.changes):
        return "conflict"
    if made.direct and not made.waits:
        return "changed"
    if made.waits and words_of(made.state).settled:
        return "readers" if made.readers else "other"
    return made.state


def _task(profile: ProfileResult, made: DocumentResult, *, dry: bool) -> Task:
    conflicts = sum(change.conflict for change in made.changes)
    words = words_of(told_state(made))
    note = made.note or (_proposals(len(made.changes), conflicts) if made.changes else "")
    do = _NOTHING_YET if dry and words.would else words.do
    label = words.named(dry=dry)
    return Task(
        profile.profile_id, made.title, made.path, label, do, profile.owner, note,
        rank=words.rank,
    )  # fmt: skip


def _proposals(proposals: int, conflicts: int) -> str:
    told = [many(proposals, "change", "changes")] if proposals else []
    told += [many(conflicts, "conflict", "conflicts")] if conflicts else []
    return ", ".join(told)


def held(night: Night) -> list[tuple[ProfileResult, DocumentResult]]:
    """The documents that a new version of jdgen would change."""
    return [(profile, made) for profile, made in documents(night) if made.state == "held"]


def changed(night: Night) -> list[tuple[ProfileResult, DocumentResult]]:
    """The documents that this night wrote, or whose words the profile changed; not what is held."""
    return [
        (profile, made)
        for profile, made in documents(night)
        if made.state != "held"
        and not made.again
        and (words_of(made.state).written or made.changes)
    ]


def reason(made: DocumentResult) -> str:
    """Why a document is in its state, and what else there is to know of it."""
    return "; ".join(dict.fromkeys(filter(None, (made.why, made.note)))) or "nothing changed"


def mends(night: Night) -> list[Mend]:
    """One entry for each profile that has a failure or an error finding, in order."""
    return [mend for profile in night.run.profiles if (mend := _mend(profile))]


def _mend(profile: ProfileResult) -> Mend | None:
    told = [
        (p.place or Place(profile.file), p.message, p.hint)
        for p in dict.fromkeys(profile.all_problems())
    ]
    told += [
        (f.at or Place(profile.file), f"{f.rule}: {f.message}", f.suggestion)
        for f in profile.findings
        if f.severity == "error"
    ]
    told += [
        (Place(profile.file), f"{d.title}: {d.note or words_of(d.state).label}", "")
        for d in profile.documents
        if d.state in ("failed", "not written") and not told
    ]
    if not told:
        return None
    place, message, hint = told[0]
    return Mend(place, message, hint, len(told) - 1, profile.owner)


def is_stopped(profile: ProfileResult) -> bool:
    """Whether a profile has something that keeps a document from being made."""
    return _mend(profile) is not None


def headline(night: Night) -> str:
    """The state of things in one sentence."""
    total = sum(1 for _ in documents(night))
    to_do, to_mend, kept = len(tasks(night)), len(mends(night)), len(held(night))
    alike = all(profile.form == "profile" for profile in night.run.profiles)
    nouns = ("profile has", "profiles have") if alike else ("file has", "files have")
    parts = [
        f"{many(to_do, 'document waits', 'documents wait')} for a person" if to_do else "",
        f"{many(to_mend, *nouns)} to be mended" if to_mend else "",
        f"{many(kept, 'document is', 'documents are')} held for your word" if kept else "",
    ]
    told = [part for part in parts if part]
    if not told:
        return f"All is in order: {many(total, 'document', 'documents')}, and nothing to do."
    return f"{', and '.join([', '.join(told[:-1]), told[-1]] if told[1:] else told)}."


def accept_command(night: Night) -> str:
    """What to type so that held changes are made."""
    return command(night, "--accept-upgrade")


def prune_command(night: Night) -> str:
    """What to type so that documents nobody asks for any more are removed, after a backup."""
    profiles = [quoted(str(night.profiles))] if night.profiles else []
    return " ".join(["jdgen prune --yes", *profiles, "-o", quoted(str(night.output))])


def command(night: Night, *options: str) -> str:
    """The nightly command of this run with further options."""
    profiles = [quoted(str(night.profiles))] if night.profiles else []
    return " ".join(["jdgen nightly", *profiles, "-o", quoted(str(night.output)), *options])


def quoted(path: str) -> str:
    """A path as it is typed at a prompt of any system."""
    return f'"{path}"' if _NOT_IN_A_PLAIN_WORD.search(path) else path


def common_folder(night: Night) -> Path | None:
    """The folder that holds profiles and documents, None where they share no folder of their own.

    Paths are told from there, for they are many and alike.
    """
    folders = [night.output.parent]
    if night.profiles:
        folders.append(night.profiles if night.profiles.suffix else night.profiles.parent)
    try:
        folder = Path(os.path.commonpath([path.absolute() for path in folders]))
    except ValueError:  # two drives
        return None
    return None if folder == Path(folder.anchor) else folder


def short(path: Path | str, folder: Path | None) -> str:
    """A path as seen from a folder, as it is where it lies elsewhere; always with slashes."""
    whole = Path(path).absolute()
    if folder and whole.is_relative_to(folder):
        return whole.relative_to(folder).as_posix()
    return Path(path).as_posix()

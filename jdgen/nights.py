"""What a nightly run did and what waits for people, as plain values for summaries and reports.

Nothing here may hold a private fact: no worker's story, no pay, no words of a quote or of a waiver.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from jdgen.results import RunResult


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which something of a profile ends or has to be looked at again.

    `what` names it without its words: "the review of the profile", "a consent to a quote".
    """

    profile_id: str
    file: str
    line: int
    what: str
    day: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document in which changes of earlier nights still wait for a person.

    `readers` says what its copy for readers waits for, "" where there is none to wait.
    """

    profile_id: str
    kind: str
    path: Path
    proposals: int
    conflicts: int
    since: date | None = None
    readers: str = ""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A document that no profile asks for any more; `reason` says what is gone.

    `public` says that it is a copy in a folder for readers.
    """

    profile_id: str
    kind: str
    path: Path
    reason: str
    public: bool = False


@dataclass(frozen=True, slots=True)
class Rivals:
    """Copies that a sync service may have laid beside a document, by their names."""

    profile_id: str
    title: str
    path: Path
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeShare:
    """One part of the paid week: its name, percent of the time, and hours a week."""

    label: str
    percent: float
    hours: float


@dataclass(frozen=True, slots=True)
class TimeChart:
    """How the paid week of one role is divided."""

    profile_id: str
    title: str
    shares: tuple[TimeShare, ...]


@dataclass(frozen=True)
class Night:
    """One nightly run, whole.

    Times carry their zone. `run` holds the profiles in order, those nothing was done for included;
    their documents say `why` and what changed in words. `last_good` is when a run last ended
    without a failure, this one not counted. `profiles` is the folder (or file) the run was given,
    `report` where the HTML report comes to lie; links in it are told from there.
    """

    run_id: str
    version: str
    started: datetime
    ended: datetime
    output: Path
    run: RunResult
    dry_run: bool = False
    waiting: tuple[Waiting, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    rivals: tuple[Rivals, ...] = ()
    due: tuple[Due, ...] = ()
    charts: tuple[TimeChart, ...] = ()
    last_good: datetime | None = None
    profiles: Path | None = None
    report: Path | None = None

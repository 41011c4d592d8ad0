"""The thinking half of a night: profiles to judged documents, in one process or several.

Only the process that holds the lock writes. What is done here reads, and hands over plain values.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from multiprocessing import get_context
from pathlib import Path

from jdgen import guidelines
from jdgen.model import WordText
from jdgen.nightly.facts import chart_of, days_of, why_older
from jdgen.nightly.inputs import Need, needs_of
from jdgen.nights import Due, TimeChart
from jdgen.pipeline import Judged, Options, Pipeline
from jdgen.results import ProfileResult
from jdgen.settings import Settings

_AHEAD = 4  # units begun for each process: none is idle, and few finished ones wait in memory
Unit = tuple[Path, ...]  # profiles that have to be looked at together: those of one id


@dataclass(frozen=True)
class Thought:
    """One profile, thought through; `judged` is None where it cannot be used.

    `result` is what there is to tell so far, `needs` are the files it depends on by kind ("" for
    the profile by itself). `why_older` says why copies for readers are renewed no more, if any are.
    """

    file: Path
    result: ProfileResult
    judged: Judged | None = None
    needs: Mapping[str, Sequence[Need]] = field(default_factory=dict)
    valid_until: date | None = None
    due: tuple[Due, ...] = ()
    chart: TimeChart | None = None
    why_older: str = ""


def think(pipeline: Pipeline, unit: Unit) -> list[Thought]:
    """What one unit of work gives; pure, but for reading.

    Raises UsageError where the settings of the project cannot be used.
    """
    return [_thought(pipeline, file) for file in unit]


def _thought(pipeline: Pipeline, file: Path) -> Thought:
    judged = pipeline.prepare(file)
    if isinstance(judged, ProfileResult):
        return Thought(file, judged)
    profile = judged.profile
    failed = tuple(document.kind for document in judged.result.documents)
    kinds = ("", *(artifact.kind.name for artifact in judged.artifacts), *failed)
    light = tuple(replace(artifact, text=WordText(())) for artifact in judged.artifacts)
    return Thought(
        file,
        judged.result,
        replace(judged, artifacts=light),
        needs_of(profile, kinds, pipeline.settings),
        guidelines.valid_until(profile, pipeline.now.date()),
        days_of(profile),
        chart_of(profile),
        why_older(profile),
    )


def think_all(
    pipeline: Pipeline, units: Sequence[Unit], jobs: int, stop_at: float
) -> Iterator[tuple[Unit, list[Thought] | None]]:
    """All units in their order, by `jobs` processes; None for what was not begun in time.

    `stop_at` is a reading of the monotonic clock.
    """
    if jobs <= 1 or len(units) <= 1:
        for unit in units:
            yield unit, None if time.monotonic() >= stop_at else think(pipeline, unit)
        return
    told = pipeline.settings, pipeline.options, pipeline.now
    # A fresh process on every system: none inherits the lock of a run that is killed.
    processes = ProcessPoolExecutor(min(jobs, len(units)), get_context("spawn"), _begin, told)
    ahead: deque[tuple[Unit, Future[list[Thought]] | None]] = deque()
    try:
        for unit in units:
            over = time.monotonic() >= stop_at
            ahead.append((unit, None if over else _begun(processes, unit)))
            if len(ahead) >= jobs * _AHEAD:
                yield _next(ahead, pipeline)
        while ahead:
            yield _next(ahead, pipeline)
    finally:
        processes.shutdown(cancel_futures=True)


def _begun(processes: ProcessPoolExecutor, unit: Unit) -> Future[list[Thought]]:
    try:
        return processes.submit(_think_here, unit)
    except BrokenExecutor as error:
        broken: Future[list[Thought]] = Future()
        broken.set_exception(error)
        return broken


def _next(
    ahead: deque[tuple[Unit, Future[list[Thought]] | None]], pipeline: Pipeline
) -> tuple[Unit, list[Thought] | None]:
    """The first of the units at work; where processes die, this one thinks for itself."""
    unit, future = ahead.popleft()
    try:
        return unit, future.result() if future else None
    except BrokenExecutor:
        return unit, think(pipeline, unit)


_here: list[Pipeline] = []  # the one of this process, with what it has compiled


def _begin(settings: Settings, options: Options, now: datetime) -> None:
    _here[:] = [Pipeline(settings, options, now)]


def _think_here(unit: Unit) -> list[Thought]:
    return think(_here[0], unit)

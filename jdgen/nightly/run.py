"""One night, from the lock to the heartbeat."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from jdgen import __version__, word
from jdgen.errors import ExitCode, JdgenError
from jdgen.nightly.outcome import Outcome, gather
from jdgen.nightly.profiles import Profiles, existing, sort_profiles
from jdgen.nightly.steps import Steps
from jdgen.nightly.work import think_all
from jdgen.nights import Night
from jdgen.pipeline import Options, Pipeline
from jdgen.profile.files import profile_files
from jdgen.reports.night import what_to_do
from jdgen.results import ProfileResult
from jdgen.settings import Settings
from jdgen.store import single_run
from jdgen.store.backups import thin_out
from jdgen.store.runs import LastRun, last_run, note_run
from jdgen.store.scan import OutputScan


@dataclass(frozen=True)
class NightOptions:
    """What was asked for on the command line.

    `profiles` is a folder (or a file), `output` None for the project's own. `jobs` is the number
    of processes, 0 for as many as help. `report` is where the report will lie, for its links.
    """

    profiles: Path
    output: Path | None = None
    jobs: int = 0
    dry_run: bool = False
    accept_upgrade: bool = False
    report: Path | None = None


def run_night(settings: Settings, options: NightOptions, now: datetime) -> Night:
    """Bring every document up to date that something speaks for, and tell what was done.

    `now` carries its zone; the whole night counts as that moment. Raises UsageError for what does
    not exist, BusyError while another run is at work, OutputError where the store cannot be used.
    """
    begun = time.monotonic()
    files = profile_files([existing(options.profiles.absolute(), "nightly")])
    pipeline = Pipeline(settings, Options(output=options.output), now)
    lock = contextlib.nullcontext() if options.dry_run else single_run(pipeline.store.root)
    with lock:
        before = last_run(pipeline.store.root)
        outcome = _work(pipeline, sort_profiles(files), options, begun)
        night = _night(pipeline, options, outcome, before)
        night = replace(night, ended=now + timedelta(seconds=time.monotonic() - begun))
        return night if options.dry_run else _closed(pipeline, night, before)


def _work(pipeline: Pipeline, profiles: Profiles, options: NightOptions, begun: float) -> Outcome:
    """Everything between the lock and the summary."""
    store = pipeline.store
    scan = OutputScan(pipeline.output, store.root, word.document_id)
    steps = Steps(pipeline, scan, dry_run=options.dry_run, accept_upgrade=options.accept_upgrade)
    units = [unit for unit in profiles.units if steps.glance(unit)]
    minutes = pipeline.settings.night.most_minutes
    stop_at = begun + minutes * 60 if minutes else float("inf")
    for unit, thoughts in think_all(pipeline, units, _jobs(options.jobs, len(units)), stop_at):
        steps.take(unit, thoughts)
    if not options.dry_run:
        _tidy(scan)
    return gather(pipeline, profiles, steps, scan)


def _tidy(scan: OutputScan) -> None:
    """Take away what a killed run left half written, and keep what was read; neither is needed."""
    for file in scan.left_over:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
    with contextlib.suppress(JdgenError):
        scan.remember()


def _jobs(asked: int, units: int) -> int:
    """How many processes: as asked for, else one for each processor where that pays."""
    few = 24  # below, starting processes takes longer than they save (see docs/night-speed.md)
    return asked or (1 if units < few else os.cpu_count() or 1)


def _night(
    pipeline: Pipeline, options: NightOptions, outcome: Outcome, before: LastRun | None
) -> Night:
    now = pipeline.now
    return Night(
        run_id=f"{now:%Y%m%dT%H%M%S}-{os.getpid()}",
        version=__version__,
        started=now,
        ended=now,
        output=pipeline.output,
        run=outcome.run,
        dry_run=options.dry_run,
        waiting=outcome.waiting,
        orphans=outcome.orphans,
        rivals=outcome.rivals,
        due=outcome.due,
        charts=outcome.charts,
        last_good=before.good if before else None,
        profiles=options.profiles.absolute(),
        report=options.report.absolute() if options.report else None,
    )


def _closed(pipeline: Pipeline, night: Night, before: LastRun | None) -> Night:
    """The night in the book, with old backups gone; a book that cannot be written is a problem."""
    try:
        _close(pipeline, night, before)
    except JdgenError as error:
        told = ProfileResult(str(pipeline.store.root), problems=error.problems, form="other")
        return replace(night, run=replace(night.run, profiles=(*night.run.profiles, told)))
    return night


def _close(pipeline: Pipeline, night: Night, before: LastRun | None) -> None:
    """Old backups go, and the book and the heartbeat say that the night came to its end."""
    kept, store = pipeline.settings.backups, pipeline.store.root
    last = before.ended if before else None
    thin_out(store / "backup", kept.days, kept.megabytes, pipeline.now, last)
    code = night.run.exit_code()
    good = night.ended if code != ExitCode.FINDINGS else night.last_good
    note_run(
        store,
        LastRun(night.run_id, night.ended, code, good, len(night.orphans), tuple(_left(night))),
    )


def _left(night: Night) -> Iterator[tuple[str, str, str, str, str]]:
    for profile in night.run.profiles:
        for one in profile.documents:
            if one.waits:
                label, do = what_to_do(one)
                told = "; ".join(filter(None, (one.note, do)))
                yield profile.profile_id, one.title, label, str(one.path or ""), told

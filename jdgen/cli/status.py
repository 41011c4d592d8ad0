"""`jdgen status`: when a night last went well, and what waits for whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jdgen.errors import ExitCode

if TYPE_CHECKING:
    from jdgen.nightly.status import Status
    from jdgen.nights import Due


@click.command("status", short_help="Say when a night last went well, and what waits for whom.")
@click.argument("profiles_dir", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the documents.")
def command(profiles_dir: Path | None, output: Path | None) -> None:
    """Say when a nightly run last went well, what waits for whom, and what runs out.

    PROFILES_DIR is the project's folder `profiles` if it is not named. Nothing is changed.

    Exit code: 0, whatever waits; 2 wrong use or settings.
    """
    from jdgen.cli.output import night_project
    from jdgen.nightly.profiles import existing
    from jdgen.nightly.status import status_of

    pipeline, profiles = night_project(profiles_dir, output)
    existing(profiles, "status")
    for line in _lines(status_of(pipeline, profiles), pipeline.now):
        click.echo(line)


def _lines(status: Status, now: datetime) -> Iterator[str]:
    yield from _runs(status, now)
    yield f"Documents: {status.documents}"
    yield from _section("To review in Word", _waiting(status))
    left = status.last.left if status.last else ()
    yield from _section(
        "Left by the last run",
        [f"{p or title}: {state}. {note.rstrip('.')}." for _, title, state, p, note in left],
    )
    orphans = [f"{one.path}: {one.reason}" for one in status.orphans]
    yield from _section("No longer asked for (jdgen prune --yes puts them away)", orphans)
    yield from _section("Runs out", [_due(one, now.date()) for one in status.due])


def _due(one: Due, today: date) -> str:
    past = " (over)" if one.day < today else ""
    return f"{one.day}{past} {one.what} ({one.file}:{one.line})"


def _runs(status: Status, now: datetime) -> Iterator[str]:
    last = status.last
    if last is None:
        yield "No nightly run has come to its end here yet."
        return
    good = f"{last.good:%Y-%m-%d %H:%M}, {_ago(now - last.good)}" if last.good else "none so far"
    yield f"Last good run: {good}"
    yield f"Last run: {last.ended:%Y-%m-%d %H:%M}, {_ago(now - last.ended)}, exit code {last.code}"
    if last.code == ExitCode.FINDINGS:
        yield "It left something to mend: jdgen nightly --dry-run lists it again."


def _waiting(status: Status) -> list[str]:
    told = []
    for one in status.waiting:
        counts = ((one.proposals, "change"), (one.conflicts, "conflict"))
        what = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n)
        since = f", since {one.since}" if one.since else ""
        owner = status.owners.get(one.profile_id)
        readers = f" {one.readers[:1].upper()}{one.readers[1:]}." if one.readers else ""
        ask = f" Ask {owner}." if owner else ""
        counted = f" {what}{since}." if what else ""
        told.append(f"{one.path}:{counted}{readers}{ask}")
    return told


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title} ({len(lines)}):"
        yield from (f"  {line}" for line in lines)


def _ago(age: timedelta) -> str:
    hours = age.total_seconds() / 3600
    if hours < 0:
        return "in the future: is the clock right?"
    if hours < 48:
        return f"{hours:.0f} hours ago"
    return f"{age.days} days ago"

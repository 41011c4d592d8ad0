"""`jdgen nightly`: what changed comes to the documents, every night, without anybody at hand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jdgen.cli.output import report_name

if TYPE_CHECKING:
    from jdgen.nights import Night


@click.command("nightly", short_help="Bring all documents up to date that something changed.")
@click.argument("profiles_dir", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the documents.")
@click.option(
    "--jobs",
    type=click.IntRange(0),
    default=0,
    help="Processes to use; without it, as many as help.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and touch nothing.")
@click.option("--why", is_flag=True, help="Name the reason for each document.")
@click.option(
    "--accept-upgrade", is_flag=True, help="Let a new version of jdgen renew what it would change."
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=report_name,
    help="Write a report to this file: a page (.html), JSON (.json), or text.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="What to print."
)
def command(
    profiles_dir: Path | None,
    output: Path | None,
    jobs: int,
    dry_run: bool,
    why: bool,
    accept_upgrade: bool,
    report: Path | None,
    form: str,
) -> None:
    """Bring every document up to date that a changed profile, template or day speaks for.

    PROFILES_DIR is the project's folder `profiles` if it is not named. Documents that nothing
    changed are not touched at all. What changed is merged into those that people edited. Open
    files are left for the next night, and what only a new version of jdgen would change is held
    until --accept-upgrade. No question is asked.

    Exit code: 0 all good or nothing to do, 1 something has to be mended, 2 wrong use or settings,
    3 something is left to a person, 4 another run is active.
    """
    from jdgen.cli.output import settings_round
    from jdgen.nightly import NightOptions, run_night

    settings = settings_round(profiles_dir)
    profiles = profiles_dir or settings.root / "profiles"
    asked = NightOptions(
        profiles, output, jobs, dry_run=dry_run, accept_upgrade=accept_upgrade, report=report
    )
    night = run_night(settings, asked, datetime.now().astimezone())
    click.echo(_told(night, form, why=why))
    if report:
        _write(night, report, why=why)
    click.get_current_context().exit(night.run.exit_code())


def _write(night: Night, file: Path, *, why: bool) -> None:
    from jdgen import reports
    from jdgen.safe_files import write_atomically

    if file.suffix.lower() in (".html", ".htm"):
        text = reports.night_as_html(night)
    else:
        text = _told(night, "json" if file.suffix.lower() == ".json" else "text", why=why) + "\n"
    write_atomically(file, text.encode("utf-8"))


def _told(night: Night, form: str, *, why: bool) -> str:
    from jdgen import reports

    if form == "json":
        return reports.night_as_json(night)
    return reports.night_as_text(night, why=why)

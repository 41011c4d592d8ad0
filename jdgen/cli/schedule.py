"""`jdgen schedule`: ready definitions for cron, systemd and the Windows Task Scheduler."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from jdgen.cli.output import report_name

if TYPE_CHECKING:
    from jdgen.schedules import Definition, Job, System


@click.command("schedule", short_help="Print what a scheduler needs to run jdgen every night.")
@click.argument("profiles_dir", required=False, type=click.Path(path_type=Path))
@click.option(
    "--system",
    type=click.Choice(["cron", "systemd", "windows"]),
    help="For which scheduler; without it, that of this machine.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the documents.")
@click.option(
    "--at",
    type=click.DateTime(["%H:%M"]),
    default="02:30",
    metavar="HH:MM",
    help="When to run, by this machine's clock; 02:30 if not said.",
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=report_name,
    help="Where the report for people goes; without it, into the output folder.",
)
@click.option(
    "-w",
    "--write",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the files into this folder instead of printing them.",
)
def command(
    profiles_dir: Path | None,
    system: str | None,
    output: Path | None,
    at: object,
    report: Path | None,
    folder: Path | None,
) -> None:
    """Print what a scheduler needs to run `jdgen nightly PROFILES_DIR` every night.

    All paths in it are absolute. Nothing is installed: two lines say how. PROFILES_DIR is the
    project's folder `profiles` if it is not named.
    """
    from jdgen.schedules import definitions, how_to

    chosen = cast("System", system or _usual())
    job = _job(profiles_dir, output, f"{at:%H:%M}", report)
    files = definitions(chosen, job)
    for file in files:
        _hand_over(file, folder)
    for line in how_to(chosen, job):
        click.echo(f"# {line}")
    if not Path(job.profiles).exists():
        click.echo(f"There is no folder {job.profiles} yet: every night would fail.", err=True)


def _job(profiles: Path | None, output: Path | None, at: str, report: Path | None) -> Job:
    """The job with absolute paths. The Python that runs now is the one that has jdgen."""
    import shutil

    from jdgen.schedules import Job
    from jdgen.settings import load_settings

    settings = load_settings()
    target = (output or settings.output).absolute()
    return Job(
        python=str(Path(sys.executable).absolute()),
        project=str(settings.root),
        profiles=str((profiles or settings.root / "profiles").absolute()),
        output=str(target),
        report=str((report or target / "nightly-report.html").absolute()),
        time=at,
        user=_user(),
        flock=shutil.which("flock") or "",
    )


def _user() -> str:
    """Who runs this; in a container there may be nobody of that number."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "root"


def _usual() -> str:
    """The scheduler of the system this runs on."""
    if sys.platform == "win32":
        return "windows"
    return "systemd" if Path("/run/systemd/system").is_dir() else "cron"


def _hand_over(file: Definition, folder: Path | None) -> None:
    from jdgen.safe_files import write_atomically

    if folder:
        write_atomically(folder / file.name, file.data())
        click.echo(str(folder / file.name))
    else:
        click.echo(f"# ---- {file.name} " + "-" * (70 - len(file.name)))
        click.echo(file.text)

"""`jdgen doctor`: whether all is well for runs that nobody watches."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from jdgen.errors import ExitCode


@click.command("doctor", short_help="Look whether this machine and project are fit for runs.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the documents.")
def command(output: Path | None) -> None:
    """Look whether all is well for runs that nobody watches, and say what to do where it is not.

    Python, fonts, settings, templates, writing and locking in the output folder, the clock, the
    store, room on the disk. Nothing is changed.

    Exit code: 0 all is well, 1 there is something to look at.
    """
    from jdgen.doctor import examine

    checks = examine(datetime.now().astimezone(), output)
    for check in checks:
        click.echo(f"{'ok' if check.ok else 'look here':<11}{check.name}: {check.told}")
        if check.do and not check.ok:
            click.echo(f"{'':<11}  {check.do}")
    wrong = sum(not check.ok for check in checks)
    things = "1 thing" if wrong == 1 else f"{wrong} things"
    click.echo(f"{things} to look at." if wrong else "All is well.")
    click.get_current_context().exit(ExitCode.FINDINGS if wrong else ExitCode.OK)

"""`jdgen restore`: lists the backups, and brings one back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jdgen.pipeline import Pipeline


@click.command("restore", short_help="List the backups, or bring one back.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the documents.")
def command(file: Path | None, output: Path | None) -> None:
    """List the backups, the newest first, or bring FILE back.

    FILE is a backup as it is listed, or a document: then its newest backup is meant. What stands
    there now becomes a backup itself. The next night takes the restored file for what a person
    wants and merges into it.

    Exit code: 0 done, 1 it cannot be written, 2 wrong use, 3 somebody has the document open,
    4 another run is active.
    """
    from jdgen.cli.output import night_project
    from jdgen.nightly.restoring import restore

    pipeline, _ = night_project(None, output)
    if file is None:
        _list(pipeline)
        return
    done = restore(pipeline, file)
    click.echo(f"{done.target} is as it was on {done.backup.made:%Y-%m-%d at %H:%M}.")
    if done.before:
        click.echo(f"What stood there is kept as {done.before}.")


def _list(pipeline: Pipeline) -> None:
    from jdgen.nightly.restoring import backups_of

    backups = backups_of(pipeline)
    if not backups:
        click.echo("There are no backups yet. jdgen makes one before it replaces a document.")
        return
    for backup in backups:
        size = f"{backup.size / 1000:,.0f} kB"
        click.echo(f"{backup.made:%Y-%m-%d %H:%M}  {size:>9}  {backup.listed}")
    click.echo(f"{len(backups)} in {pipeline.store.root / 'backup'}. Bring one back with:")
    click.echo(f"  jdgen restore {backups[0].listed}")

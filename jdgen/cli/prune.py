"""`jdgen prune`: documents that no profile asks for any more."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("prune", short_help="Put documents away that no profile asks for any more.")
@click.argument("profiles_dir", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the documents.")
@click.option("--yes", is_flag=True, help="Put them away; without it they are only listed.")
def command(profiles_dir: Path | None, output: Path | None, yes: bool) -> None:
    """List documents that no profile asks for any more, and put them away with --yes.

    They go into the backups, from where `jdgen restore` brings them back; nothing is deleted.
    PROFILES_DIR is the project's folder `profiles` if it is not named.

    Exit code: 0 done or listed, 1 something failed, 2 wrong use, 3 a document could not be put
    away, 4 another run is active.
    """
    from jdgen.cli.output import night_project
    from jdgen.errors import ExitCode
    from jdgen.nightly.profiles import existing
    from jdgen.nightly.pruning import orphans_of, prune

    pipeline, profiles = night_project(profiles_dir, output)
    existing(profiles, "prune")
    if not yes:
        orphans = orphans_of(pipeline, profiles)
        for orphan in orphans:
            click.echo(f"{orphan.path}: {orphan.reason}")
        told = f"{len(orphans)} to put away with --yes." if orphans else "Nothing to put away."
        click.echo(told)
        return
    done = prune(pipeline, profiles)
    for one in done:
        told = f"put away as {one.backup}" if one.backup else f"stays: {one.note}"
        click.echo(f"{one.orphan.path}: {told}")
    if not done:
        click.echo("Nothing to put away.")
    stays = any(one.backup is None for one in done)
    click.get_current_context().exit(ExitCode.LEFT_TO_A_PERSON if stays else ExitCode.OK)

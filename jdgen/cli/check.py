"""`jdgen check`: what is wrong with a profile and the documents it would give."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from jdgen.cli.output import tell_run


@click.command("check", short_help="Check profiles against the schema and the guidelines.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Text for people, JSON for programs.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--advice", is_flag=True, help="Show advice, too.")
@click.option("--practice", is_flag=True, help="Show open questions on how you work, too.")
def command(paths: tuple[Path, ...], form: str, strict: bool, advice: bool, practice: bool) -> None:
    """Check profiles, and the documents they would give, without writing anything.

    PATHS are .yaml files, or folders of them.
    """
    from jdgen.pipeline import Options, Pipeline
    from jdgen.settings import load_settings

    pipeline = Pipeline(load_settings(), Options(practice=practice), datetime.now().astimezone())
    run = pipeline.check(paths)
    tell_run(run, form=form, strict=strict, advice=advice)

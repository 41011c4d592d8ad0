"""`jdgen build`: profiles in, finished Word documents out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from jdgen.cli.output import tell_run


@click.command("build", short_help="Check profiles and make their documents.")
@click.argument("profiles", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the documents.")
@click.option("--documents", default="", help="Kinds or sets to make, such as brochure,hiring.")
@click.option("--draft", is_flag=True, help="Make drafts, with each finding as a Word comment.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--pdf", is_flag=True, help="Make a PDF of each document, too (needs LibreOffice).")
@click.option("--force", is_flag=True, help="Replace edited documents, after a backup.")
def command(
    profiles: tuple[Path, ...],
    output: Path | None,
    documents: str,
    draft: bool,
    strict: bool,
    pdf: bool,
    force: bool,
) -> None:
    """Check PROFILES and make their Word documents.

    PROFILES are .yaml files, or folders of them. A document with errors is not written; the others
    are. A document that somebody edited in Word gets what the profile changed as tracked changes of
    the author jdgen; where that cannot be, it is kept, and the fresh one is laid beside it.

    Exit code: 0 all good, 1 errors were found, 2 wrong use, 3 something is left to a person,
    4 another run is active.
    """
    from jdgen.pipeline import Options, Pipeline
    from jdgen.settings import load_settings

    names = tuple(name.strip() for name in documents.split(",") if name.strip())
    options = Options(output, names, draft, strict, pdf, force)
    run = Pipeline(load_settings(), options, datetime.now().astimezone()).build(profiles)
    tell_run(run, form="text", strict=strict)

"""`jdgen check`: what is wrong with a profile, a Word file or a text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from jdgen.cli.output import tell_run
from jdgen.text_fields import TEXT_FIELDS


@click.command("check", short_help="Check profiles, Word files and texts against the guidelines.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--field",
    type=click.Choice(TEXT_FIELDS),
    help="What a text is, all of it; without it, its headings tell.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="Text for people; JSON, SARIF 2.1.0 or GitHub lines for programs.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--advice", is_flag=True, help="Show advice, too.")
@click.option("--practice", is_flag=True, help="Show open questions on how you work, too.")
@click.option("--annotate", is_flag=True, help="Write a copy of each Word file with comments.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Leave out what this file notes; written where there is none.",
)
@click.option("--show-suppressed", is_flag=True, help="Show what context silenced, and why.")
def command(
    paths: tuple[Path, ...],
    field: str | None,
    form: str,
    strict: bool,
    advice: bool,
    practice: bool,
    annotate: bool,
    baseline: Path | None,
    show_suppressed: bool,
) -> None:
    """Check profiles, Word files and texts. No file that is named is ever changed.

    PATHS are profiles (.yaml) with the documents they would give, Word files (.docx) whoever made
    them, and texts (.txt, .md). A folder means the profiles in it, or its Word files where it has
    none.

    --annotate writes NAME.checked.docx beside each Word file, with the findings as comments.

    --baseline FILE is for old documents: where there is no FILE, all findings of this run are noted
    in it; later runs tell only others. A finding is known again by its file, rule and sentence.

    Exit code: 0 no errors, 1 errors were found or a file cannot be read, 2 wrong use, 3 something
    is left to a person, such as a text in another language, which was not checked.
    """
    from jdgen.filecheck import CheckOptions, FileChecker
    from jdgen.pipeline import Options, Pipeline
    from jdgen.settings import load_settings

    pipeline = Pipeline(load_settings(), Options(practice=practice), datetime.now().astimezone())
    options = CheckOptions(field or "", annotate, advice, baseline)
    run = FileChecker(pipeline, options).check(paths)
    tell_run(run, form=form, strict=strict, advice=advice, suppressed=show_suppressed)

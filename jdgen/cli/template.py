"""`jdgen template`: help for people who make templates in Word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import click

from jdgen.cli.output import tell_run
from jdgen.errors import Problem, UsageError, did_you_mean


@click.group("template", short_help="Help for people who make templates in Word.")
def command() -> None:
    """Help for people who make templates in Word."""


@command.command("fields")
@click.option("--view", default="", help="Only the names that begin with this word.")
def fields(view: str) -> None:
    """List every name a template may use, with an example of what it prints."""
    from jdgen import documents

    entries = documents.vocabulary()
    shown = [e for e in entries if not view or f"{e.name}.".startswith(f"{view}.")]
    if not shown:
        raise _no_view(view, sorted({entry.name.split(".")[0] for entry in entries}))
    for entry in shown:
        click.echo(f"{entry.name:<40} {entry.type:<7} {entry.description}")
        if entry.example:
            click.echo(f"{'':<48} e.g. {entry.example}")


@command.command("check")
@click.argument("templates", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="Text for people; JSON, SARIF 2.1.0 or GitHub lines for programs.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--advice", is_flag=True, help="Show advice, too.")
def check(templates: tuple[str, ...], form: str, strict: bool, advice: bool) -> None:
    """Try the tags of TEMPLATES and read their words, without any profile.

    TEMPLATES are names of document kinds, their folders, or files in them; without any, all of the
    project's own, or those that ship where it has none.

    Exit code: 0 nothing to mend, 1 something is wrong, 2 wrong use.
    """
    from jdgen.filecheck.templates import check_templates
    from jdgen.pipeline import Options, Pipeline
    from jdgen.settings import load_settings

    pipeline = Pipeline(load_settings(), Options(), datetime.now().astimezone())
    tell_run(check_templates(templates, pipeline), form=form, strict=strict, advice=advice)


def _no_view(view: str, known: Sequence[str]) -> UsageError:
    hint = did_you_mean(view, known, f"There are: {', '.join(known)}.")
    return UsageError(Problem("view-unknown", f"No name begins with '{view}'.", hint))

"""What the commands share: telling results, problems and the unexpected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from jdgen.errors import Problem

if TYPE_CHECKING:
    from jdgen.results import RunResult


def tell_run(run: RunResult, *, form: str, strict: bool, advice: bool = False) -> None:
    """Print a run in the form asked for and end with its exit code."""
    from pathlib import Path

    from jdgen import reports

    if form == "json":
        click.echo(reports.run_as_json(run))
    else:
        text = reports.run_as_text(run, here=Path.cwd(), advice=advice)
        click.echo(text)
    click.get_current_context().exit(run.exit_code(strict=strict))


def tell_problems(problems: Iterable[Problem]) -> None:
    """Print what a person has to mend."""
    for problem in problems:
        click.echo(str(problem), err=True)

"""What the commands share: telling results, problems and the unexpected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from jdgen import __version__
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


def tell_unexpected(error: Exception) -> None:
    """Say that the mistake is ours, what is safe, and what to send.

    The report holds the kind of error and the lines of the program, never a value from a profile.
    """
    import platform
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    system = f"Python {platform.python_version()} on {platform.platform()}"
    report = "\n".join([f"jdgen {__version__}", system, type(error).__name__, *lines, ""])
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="jdgen-report-", suffix=".txt", delete=False
    ) as file:
        file.write(report)
    click.echo(
        f"jdgen stopped at a mistake of its own ({type(error).__name__}).\n"
        "Files that were already written are whole; nothing else was changed.\n"
        f"Please send this report, which holds nothing from your profile: {file.name}",
        err=True,
    )

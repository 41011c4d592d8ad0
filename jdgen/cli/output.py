"""What the commands share: telling results, problems and the unexpected."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jdgen.errors import Problem

if TYPE_CHECKING:
    from jdgen.pipeline import Pipeline
    from jdgen.results import RunResult
    from jdgen.settings import Settings


_REPORTS = (".html", ".htm", ".json", ".txt", ".md", ".log")


def report_name(_: click.Context, __: click.Parameter, file: Path | None) -> Path | None:
    """The file for a report, if its name is one: a slip must not replace a profile or document."""
    if file is None or file.suffix.lower() in _REPORTS:
        return file
    raise click.BadParameter(f"'{file}' has to end in one of {', '.join(_REPORTS)}.")


def tell_run(
    run: RunResult, *, form: str, strict: bool, advice: bool = False, suppressed: bool = False
) -> None:
    """Print a run in the form asked for and end with its exit code."""
    from jdgen import reports

    here = Path.cwd()
    if form == "json":
        told = reports.run_as_json(run, suppressed=suppressed)
    elif form == "sarif":
        told = reports.run_as_sarif(run, here=here, suppressed=suppressed)
    elif form == "github":
        told = reports.run_as_github(run, here=here, advice=advice)
    else:
        told = reports.run_as_text(run, here=here, advice=advice, suppressed=suppressed)
    click.echo(told)
    click.get_current_context().exit(run.exit_code(strict=strict))


def tell_problems(problems: Iterable[Problem]) -> None:
    """Print what a person has to mend."""
    for problem in problems:
        click.echo(str(problem), err=True)


def settings_round(profiles: Path | None) -> Settings:
    """The settings of the project round the profiles, wherever a scheduler starts jdgen."""
    from jdgen.settings import load_settings, project_around

    folder = profiles.resolve() if profiles else None
    return load_settings(folder if folder and project_around(folder) else None)


def night_project(profiles: Path | None, output: Path | None) -> tuple[Pipeline, Path]:
    """What the commands round the nightly run work on: the project now, and its profiles.

    Raises UsageError for a folder of documents that is named and not there.
    """
    from datetime import datetime

    from jdgen.errors import Place, UsageError
    from jdgen.pipeline import Options, Pipeline
    from jdgen.store import refuse_files

    if output and not output.exists():
        message = "There is no such folder of documents."
        hint = "Name the folder that jdgen build or jdgen nightly wrote to."
        raise UsageError(Problem("output-missing", message, hint, Place(str(output))))
    settings = settings_round(profiles)
    pipeline = Pipeline(settings, Options(output=output), datetime.now().astimezone())
    refuse_files(pipeline.store.root)
    return pipeline, (profiles or settings.root / "profiles").absolute()

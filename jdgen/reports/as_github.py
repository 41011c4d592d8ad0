"""A run as lines that GitHub Actions shows at the files of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jdgen.errors import Place
from jdgen.model import Finding
from jdgen.reports.locations import place_of, place_of_problem, relative
from jdgen.results import ProfileResult, RunResult

_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


def run_as_github(run: RunResult, *, here: Path, advice: bool = False) -> str:
    """One workflow command for each problem, note and finding; advice only where asked for."""
    return "\n".join(
        line for result in run.profiles for line in _lines(result, here, advice=advice)
    )


def _lines(result: ProfileResult, here: Path, *, advice: bool) -> Iterator[str]:
    for problem in result.all_problems():
        text = " ".join(filter(None, (problem.message, problem.hint)))
        yield _line("error", place_of_problem(problem, result), problem.id, text, here)
    for note in result.notes:
        text = " ".join(filter(None, (note.message, note.hint)))
        yield _line("notice", place_of_problem(note, result), note.id, text, here)
    for finding in result.findings:
        if advice or finding.severity != "advice":
            place = place_of(finding, result)
            yield _line(_COMMANDS[finding.severity], place, finding.rule, _text(finding), here)


def _text(finding: Finding) -> str:
    where = f"{finding.place}: " if finding.place else ""
    told = f"{where}{finding.message}\nWhy: {finding.why}\nDo: {finding.suggestion}"
    return f"{told}\nSource: {finding.source}" if finding.source else told


def _line(command: str, place: Place, title: str, text: str, here: Path) -> str:
    told = {"file": relative(place.file, here)}
    if place.line:
        told["line"] = str(place.line)
    if place.line and place.column:
        told["col"] = str(place.column)
    told["title"] = title
    properties = ",".join(f"{name}={_property(value)}" for name, value in told.items())
    return f"::{command} {properties}::{_data(text)}"


def _data(text: str) -> str:
    """A text in one line, as the runner reads it back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

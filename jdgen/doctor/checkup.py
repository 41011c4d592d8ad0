"""All that is looked at, in order; a check that fails of itself is a thing to look at, too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jdgen.doctor import machine, project
from jdgen.doctor.check import Check
from jdgen.errors import JdgenError
from jdgen.mistakes import as_problem
from jdgen.safe_files import trouble
from jdgen.settings import Settings, load_settings, usual_settings

__all__ = ["Check", "examine"]


@dataclass(frozen=True, slots=True)
class _Patient:
    settings: Settings
    output: Path
    store: Path
    now: datetime


def examine(now: datetime, output: Path | None = None) -> list[Check]:
    """Every check with its verdict. Nothing stays behind of what is tried in the output folder.

    `output` is the folder for documents if it is not the project's.
    """
    try:
        settings = load_settings()
        read = Check("Settings", told=project.settings_told(settings))
    except JdgenError as error:
        settings = usual_settings(Path.cwd())
        read = Check(
            "Settings", ok=False, told=error.problems[0].message, do=error.problems[0].hint
        )
    target = (output or settings.output).absolute()
    patient = _Patient(settings, target, settings.store or target / ".jdgen", now)
    return [read, *(_careful(name, look) for name, look in _looks(patient))]


def _looks(patient: _Patient) -> Iterator[tuple[str, Callable[[], Check]]]:
    store, output, now = patient.store, patient.output, patient.now
    yield "Python", machine.python
    yield "LibreOffice", machine.office
    yield "Fonts", machine.fonts
    yield "Templates", lambda: project.templates(patient.settings, now)
    yield "Output folder", lambda: machine.writing(output)
    yield "Lock", lambda: machine.locking(output)
    yield "Clock", lambda: machine.clock(output, store, now)
    yield "Store", lambda: project.store(store)
    yield "Disk", lambda: machine.room(output)


def _careful(name: str, look: Callable[[], Check]) -> Check:
    """A check whose own failure is told as its finding."""
    try:
        return look()
    except JdgenError as error:
        problem = error.problems[0]
    except OSError as error:
        problem = trouble("use", Path(error.filename or ""), error).problems[0]
    except Exception as error:
        problem = as_problem(error)
    return Check(name, ok=False, told=problem.message, do=problem.hint)

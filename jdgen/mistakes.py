"""A mistake of our own, told as a problem with a report that can be sent."""

from __future__ import annotations

from pathlib import Path

from jdgen import __version__
from jdgen.errors import Place, Problem


def as_problem(error: Exception, file: str = "") -> Problem:
    """What to tell of an error that nobody foresaw, with the report written to a file."""
    message = f"jdgen stopped here at a mistake of its own ({type(error).__name__})."
    hint = (
        "Nothing was half written. Please send this report, which holds nothing from your "
        f"profile: {write_report(error)}"
    )
    return Problem("jdgen-mistake", message, hint, Place(file) if file else None)


def write_report(error: Exception) -> Path:
    """The kind of error and the lines of the program it passed, never a value of a profile."""
    import platform
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"jdgen {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        type(error).__name__,
        *(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames),
    ]
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="jdgen-report-", suffix=".txt", delete=False
    ) as file:
        file.write("\n".join([*lines, ""]))
    return Path(file.name)

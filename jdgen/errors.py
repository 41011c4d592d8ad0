"""User errors as data: what went wrong, where, and what to do, with the exit code it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes that people's scripts rely on."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    LEFT_TO_A_PERSON = 3
    BUSY = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in a file. Line and column count from 1; 0 means not known."""

    file: str
    line: int = 0
    column: int = 0
    field: str = ""

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person has to mend: what is wrong, what is allowed, what to write instead."""

    id: str
    message: str
    hint: str = ""
    place: Place | None = None

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{where}{self.message}{hint}"


class JdgenError(Exception):
    """An error a person can mend; it carries every problem found, never only the first."""

    exit_code: ExitCode = ExitCode.FINDINGS

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[JdgenError], tuple[Problem, ...]]:
        """All problems come along when another process hands the error over."""
        return type(self), self.problems


class ProfileError(JdgenError):
    """The profile cannot be read or does not fit the schema."""


class TemplateError(JdgenError):
    """A template or a kind's folder cannot be used."""


class WordFileError(JdgenError):
    """A Word file cannot be read: not one, damaged, too large, or unsafe."""


class OutputError(JdgenError):
    """A file cannot be written: read-only, full, or in the way."""


class FileBusyError(OutputError):
    """The file is open in Word or held by another program; the next run tries again."""

    exit_code = ExitCode.LEFT_TO_A_PERSON


class UsageError(JdgenError):
    """The command or the settings ask for something that does not exist."""

    exit_code = ExitCode.USAGE


class BusyError(JdgenError):
    """Another run is active on the same output folder."""

    exit_code = ExitCode.BUSY


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "", cutoff: float = 0.6) -> str:
    """The hint that names the known word most like this one; `otherwise` where none is like it.

    `cutoff` is the least likeness that counts, from 0 to 1 (difflib's ratio).
    """
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 1, cutoff)
    return f"Did you mean '{near[0]}'?" if near else otherwise

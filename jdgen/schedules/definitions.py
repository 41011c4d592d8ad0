"""The nightly job as each scheduler wants it written, with every path escaped as it reads them."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import PureWindowsPath
from string import Template
from typing import Literal
from xml.sax.saxutils import escape

from jdgen.errors import Problem, UsageError

System = Literal["cron", "systemd", "windows"]
SYSTEMS: tuple[System, ...] = ("cron", "systemd", "windows")
_PLAIN_WORD = re.compile(r"[\w./%-]+", re.ASCII)
_SCRIPT, _LOG, _TASK = "jdgen-nightly.cmd", "jdgen-nightly.log", "jdgen-nightly.xml"
_UNITS = ("jdgen-nightly.service", "jdgen-nightly.timer", "jdgen-nightly-failure.service")
# Each scheduler reads some characters as its own, and has no way to write them in a path.
_IMPOSSIBLE = {"cron": "\n\r\0\\", "systemd": "\n\r\0", "windows": '\n\r\0"'}


@dataclass(frozen=True, slots=True)
class Job:
    """The nightly run of one project; all paths are absolute, as the system writes them.

    `time` is HH:MM by the machine's clock. `flock` is the program that keeps a second run of cron
    away, "" where there is none: jdgen has a lock of its own.
    """

    python: str
    project: str
    profiles: str
    output: str
    report: str
    time: str
    user: str = ""
    flock: str = ""

    def command(self) -> list[str]:
        """The program and its arguments; -P keeps Python from looking into the project's folder."""
        nightly = [self.python, "-P", "-m", "jdgen", "nightly", self.profiles]
        return [*nightly, "-o", self.output, "--report", self.report]


@dataclass(frozen=True, slots=True)
class Definition:
    """One file: its name, its text, and how it has to be saved."""

    name: str
    text: str
    encoding: str = "utf-8"
    newline: str = "\n"

    def data(self) -> bytes:
        """The bytes to write."""
        return self.text.replace("\n", self.newline).encode(self.encoding)


def definitions(system: System, job: Job) -> list[Definition]:
    """The files of one scheduler; `UsageError` where a path has a character it cannot hold."""
    for path in (*job.command(), job.project):
        _refuse_impossible(system, path)
    make = {"cron": _cron, "systemd": _systemd, "windows": _windows}
    return make[system](job)


def how_to(system: System, job: Job) -> list[str]:
    """Two lines on how to install what `definitions` gives."""
    told = tomllib.loads(_read("install.toml"))[system]["lines"]
    values = {"files": " ".join(_UNITS), "project": job.project}
    return [Template(line).substitute(values) for line in told]


def _refuse_impossible(system: System, path: str) -> None:
    found = [char for char in _IMPOSSIBLE[system] if char in path]
    if found:
        message = f"A path for {system} cannot have the character {found[0]!r}: {path!r}."
        hint = "Give the folder another name, or choose another --system."
        raise UsageError(Problem("schedule-path", message, hint))


def _cron(job: Job) -> list[Definition]:
    """One crontab line; cron ends a command at a % unless a backslash stands before it."""
    guard = [job.flock, "-n", "-E", "4", f"{job.project}/.jdgen-nightly.lock"] if job.flock else []
    line = f"cd {shlex.quote(job.project)} && {shlex.join([*guard, *job.command()])}"
    hour, minute = job.time.split(":")
    values = {
        "minute": str(int(minute)), "hour": str(int(hour)), "line": line.replace("%", r"\%"),
    }  # fmt: skip
    return [_filled("crontab", values)]


def _systemd(job: Job) -> list[Definition]:
    """Service, timer and the unit that mails a failure."""
    command = " ".join(_unit_word(word, first=n == 0) for n, word in enumerate(job.command()))
    values = {
        "user": job.user,
        "project": job.project.replace("%", "%%"),
        "command": command,
        "time": job.time,
    }
    return [_filled(name, values) for name in _UNITS]


def _unit_word(word: str, *, first: bool) -> str:
    """A word of ExecStart, in quotes where it needs them, specifiers and variables doubled.

    Variables are not read in the program's own path (systemd.service, command lines).
    """
    told = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    told = told if first else told.replace("$", "$$")
    return told if _PLAIN_WORD.fullmatch(told) else f'"{told}"'


def _windows(job: Job) -> list[Definition]:
    """The task and the script it starts. The task says no encoding: its file begins with a mark."""
    folder = PureWindowsPath(job.project)
    values = {
        "project": escape(job.project), "script": escape(str(folder / _SCRIPT)), "time": job.time,
    }  # fmt: skip
    words = [word if word.startswith("-") or word.isalpha() else _windows_word(word)
             for word in job.command()]  # fmt: skip
    script = {
        "project": job.project.replace("%", "%%"),
        "line": " ".join(words).replace("%", "%%"),
        "log": str(folder / _LOG).replace("%", "%%"),
    }
    return [
        _filled(_TASK, values, encoding="utf-16", newline="\r\n"),
        _filled(_SCRIPT, script, newline="\r\n"),
    ]


def _windows_word(word: str) -> str:
    """A word in quotes. A backslash before the last of them, as in D:\\, would take it in."""
    return f'"{word}\\"' if word.endswith("\\") else f'"{word}"'


def _filled(
    name: str, values: Mapping[str, str], *, encoding: str = "utf-8", newline: str = "\n"
) -> Definition:
    text = Template(_read(f"files/{name}")).substitute(values)
    return Definition(name, text, encoding, newline)


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")

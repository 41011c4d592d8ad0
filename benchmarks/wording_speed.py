"""How long a check of wording takes beside proselint, alex and write-good, on the same 7 KB.

    python -m benchmarks.wording_speed [--tools FOLDER] [--write]

The other linters are looked for in FOLDER (`.linters` if not given) and timed if they are there:

    python -m venv .linters/venv
    .linters/venv/bin/python -m pip install proselint
    npm install --prefix .linters alex write-good

Every tool is timed inside its own process, in turns with jdgen, on texts that it has not read
before; the best time counts. Starting its process is told apart. `--write` renews
docs/wording-speed.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.wording import job_description
from jdgen.guidelines import check_text

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "wording-speed.md"
SCRIPTS = Path(__file__).parent / "linters"
ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Timed:
    """One tool: version, milliseconds for a check once it is warm, and to start it."""

    name: str
    version: str
    warm: float
    start: float


def jdgen_itself() -> Timed:
    check_text("warm", field="duty")
    best = float("inf")
    for turn in range(ROUNDS):
        lines = [f"{line} {turn}" for line in job_description()]
        began = time.perf_counter()
        for line in lines:
            check_text(line, field="duty")
        best = min(best, (time.perf_counter() - began) * 1000)
    code = "from jdgen.guidelines import check_text; check_text('warm')"
    from importlib.metadata import version

    return Timed("jdgen", version("jdgen"), best, _milliseconds([sys.executable, "-c", code]))


def others(folder: Path) -> list[Timed]:
    """The linters that are installed in the folder."""
    text = "\n".join(f"- {line}" for line in job_description())
    found = []
    for name, command in _commands(folder).items():
        asked = json.dumps({"text": text, "rounds": ROUNDS})
        done = subprocess.run(
            command, input=asked, capture_output=True, encoding="utf-8", cwd=folder, check=False
        )
        if done.returncode:
            print(f"{name} did not run: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
            continue
        told = json.loads(done.stdout)
        nothing = json.dumps({"text": "warm", "rounds": 1})
        start = _milliseconds(command, nothing, folder)
        found.append(Timed(name, told["version"], told["milliseconds"], start))
    return found


def _commands(folder: Path) -> dict[str, list[str]]:
    commands: dict[str, list[str]] = {}
    for python in (folder / "venv/bin/python", folder / "venv/Scripts/python.exe"):
        if python.is_file():
            script = (SCRIPTS / "proselint.py").read_text(encoding="utf-8")
            commands["proselint"] = [str(python), "-c", script]
    node = shutil.which("node")
    for name in ("alex", "write-good"):
        if node and (folder / "node_modules" / name).is_dir():
            script = (SCRIPTS / f"{name}.mjs").read_text(encoding="utf-8")
            commands[name] = [node, "--input-type=module", "-e", script]
    return commands


def _milliseconds(command: Sequence[str], asked: str = "", folder: Path = ROOT) -> float:
    best = float("inf")
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", cwd=folder)
        best = min(best, (time.perf_counter() - began) * 1000)
    return best


def page(timed: Sequence[Timed]) -> str:
    rows = [
        f"| {one.name} {one.version} | {one.warm:.1f} ms | {one.start:.0f} ms |" for one in timed
    ]
    machine = (
        f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count() or 1} cores."
    )
    return "\n".join([_INTRO, *rows, "", machine, ""])


_INTRO = """\
# How fast the wording checks read

Made by `python -m benchmarks.wording_speed --write`; do not edit.

A job description of 7 KB, line by line as it stands in a document, none of it read before. The
other linters get the same text in one piece and look for other things, so this says what a check
costs, not which one is better. They are timed if they are installed:

    python -m venv .linters/venv
    .linters/venv/bin/python -m pip install proselint
    npm install --prefix .linters alex write-good

The first figure is a check by a process that runs already, the best of several; the second is
what it takes to start one and to read one word. Aim for jdgen: 20 ms at most.

| tool | 7 KB, warm | start |
| --- | --- | --- |"""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wording_speed")
    parser.add_argument("--tools", type=Path, default=ROOT / ".linters")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args(arguments)
    timed = [jdgen_itself(), *others(asked.tools.resolve())]
    text = page(timed)
    if asked.write:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How long a night takes over many profiles, beside building all of them anew.

Run `python -m benchmarks.nights` in the project's folder; `--write` renews docs/night-speed.md and
`--profiles 50` takes fewer. The profiles are copies of the six examples, three documents each, and
every figure is that of a whole process, its start included. Ends with exit code 3 if a night
without changes takes more than five seconds of a processor, and with 1 if it touched a document.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "night-speed.md"
MOST_SECONDS = 5
PROFILES = 300
Taken = tuple[float, float]  # seconds, and those in which a processor was at work on it


def make_project(folder: Path, count: int) -> None:
    """A project of many profiles that all share the examples' parts."""
    shutil.copytree(ROOT / "profiles", folder / "profiles")
    (folder / "jdgen.toml").write_text("", encoding="utf-8")
    examples = sorted((folder / "profiles").glob("[!_]*.yaml"))
    for number in range(count):
        source = examples[number % len(examples)]
        text = source.read_text(encoding="utf-8").splitlines()
        text = [f"id: role-{number}" if line.startswith("id:") else line for line in text]
        target = folder / "profiles" / f"role-{number:04}.yaml"
        target.write_text("\n".join([*text, ""]), encoding="utf-8")
    for example in examples:
        example.unlink()


def taken(folder: Path, *arguments: str) -> Taken:
    """How long one command takes, from its start to its end; it has to go well."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "jdgen", *arguments]
    started = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}")
    elapsed = time.perf_counter() - started
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = now.ru_utime + now.ru_stime - before.ru_utime - before.ru_stime
    return elapsed, busy


def measure(folder: Path) -> list[tuple[str, Taken]]:
    """Each way after the other; the page says what is compared with what."""
    two = str(os.cpu_count() or 1)
    figures = [("`jdgen build`: all anew", taken(folder, "build", "profiles", "-o", "built"))]
    alone = taken(folder, "nightly", "--jobs", "1", "-o", "alone")
    figures.append(("first night, one process", alone))
    figures.append((f"first night, {two} processes", taken(folder, "nightly", "--jobs", two)))
    before = documents(folder)
    figures.append(("a night on which nothing changed", taken(folder, "nightly")))
    if documents(folder) != before:
        raise SystemExit("A document was touched though nothing changed.")
    profile = folder / "profiles" / "role-0000.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("\nversion:", "\n# seen\nversion:"), encoding="utf-8")
    figures.append(("a night on which one profile changed", taken(folder, "nightly")))
    return figures


def documents(folder: Path) -> dict[Path, int]:
    """All documents with their times of change."""
    return {path: path.stat().st_mtime_ns for path in (folder / "output").rglob("*.docx")}


def table(figures: list[tuple[str, Taken]]) -> str:
    """The figures as Markdown."""
    lines = ["| what | seconds | of which a processor was at work |", "| --- | ---: | ---: |"]
    rows = (f"| {what} | {elapsed:.1f} | {busy:.1f} |" for what, (elapsed, busy) in figures)
    return "\n".join([*lines, *rows])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--profiles", type=int, default=PROFILES)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        make_project(Path(folder), asked.profiles)
        figures = measure(Path(folder))
    print(table(figures))
    if asked.write:
        machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
        PAGE.write_text(
            "# How long a night takes\n\n"
            "Made by `python -m benchmarks.nights --write`; do not edit.\n\n"
            f"{asked.profiles} profiles with three documents each, every figure that of a whole "
            "process. Times differ from machine to machine; what counts is how the lines compare.\n"
            f"\n{table(figures)}\n\n{machine}.\n",
            encoding="utf-8",
        )
        print(f"wrote {PAGE.relative_to(ROOT)}")
    _, idle = dict(figures)["a night on which nothing changed"]
    return 0 if idle <= MOST_SECONDS else 3


if __name__ == "__main__":
    sys.exit(main())

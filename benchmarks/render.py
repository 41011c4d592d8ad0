"""How long a document takes, against docxtpl used the plain way, side by side.

Run `python -m benchmarks.render` in the project's folder; `--write` renews docs/benchmarks.md.
Both ways render the same shipped templates with the same data, in turns, so that a busy machine
slows both. The plain way is what docxtpl's manual shows: open the template, render, save. Ends
with exit code 1 if jdgen is not at least ten times faster on every template.
"""

from __future__ import annotations

import io
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment

from jdgen.documents import build_context, find_kinds, look_of
from jdgen.model import Context, Kind, Look, Profile
from jdgen.profile import load_profile
from jdgen.word import Template, compile_template, render
from jdgen.word.filters import all_filters

ROOT = Path(__file__).parents[1]
PROFILE = ROOT / "profiles" / "riverbend.yaml"
FIGURES = ROOT / "docs" / "benchmarks.md"
TODAY = date(2026, 1, 1)
ROUNDS = 40
LEAST_RATIO, MOST_MILLISECONDS = 10, 2


class KeysFirst(Environment):
    """Plain Jinja, but that a key of the data comes before a method of the same name."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return (
            self.getitem(obj, attribute)
            if isinstance(obj, dict)
            else super().getattr(obj, attribute)
        )


@dataclass(frozen=True)
class Case:
    """One template with the data of one profile."""

    kind: Kind
    template: Template
    plain: Context
    traced: Context
    look: Look

    def naively(self, environment: Environment) -> None:
        document = DocxTemplate(self.kind.template)
        document.render(dict(self.plain.values), environment)
        document.save(io.BytesIO())


@dataclass(frozen=True)
class Figures:
    """Milliseconds a document: the median of the rounds."""

    kind: str
    naive: float
    fast: float
    traced: float

    @property
    def ratio(self) -> float:
        return self.naive / self.fast


def cases() -> Iterator[Case]:
    """The shipped templates with the profile that the README builds."""
    profile: Profile = load_profile(PROFILE)
    for kind in find_kinds([ROOT / "templates"]).values():
        data = Path(kind.template).read_bytes()
        template = compile_template(data, name=f"{kind.name}.docx")
        plain, traced = (
            build_context(profile, template.needs, trace=trace, today=TODAY)
            for trace in (False, True)
        )
        yield Case(kind, template, plain, traced, look_of(profile, kind, ROOT))


def milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def measure(case: Case) -> Figures:
    """Both ways in turns, after a round that nobody counts."""
    environment = KeysFirst(autoescape=True)
    environment.filters.update(all_filters())
    ways: dict[str, Callable[[], object]] = {
        "naive": lambda: case.naively(environment),
        "fast": lambda: render(case.template, case.plain, case.look),
        "traced": lambda: render(case.template, case.traced, case.look),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for round_number in range(ROUNDS + 1):
        for name, work in ways.items():
            spent = milliseconds(work)
            if round_number:
                taken[name].append(spent)
    return Figures(
        case.kind.name, **{name: statistics.median(all_) for name, all_ in taken.items()}
    )


def table(figures: list[Figures]) -> str:
    """The figures as a table that is also Markdown."""
    lines = [
        "| template | plain docxtpl, ms | jdgen, ms | with origins traced, ms | times faster |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {f.kind} | {f.naive:.1f} | {f.fast:.2f} | {f.traced:.2f} | {f.ratio:.0f} |"
        for f in figures
    ]
    return "\n".join(lines)


def page(figures: list[Figures]) -> str:
    """The whole page of figures."""
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    return (
        "# How long a document takes\n\n"
        "Made by `python -m benchmarks.render --write`; do not edit.\n\n"
        "One document, warm, median of "
        f"{ROUNDS} rounds in turns, nothing written to disk. Times differ from machine to machine; "
        "the last column is what counts.\n\n"
        f"{table(figures)}\n\n{machine}.\n"
    )


def main() -> int:
    figures = [measure(case) for case in cases()]
    print(table(figures))
    average = statistics.mean(f.fast for f in figures)
    slowest = min(figures, key=lambda f: f.ratio)
    print(f"\njdgen takes {average:.2f} ms a document on average (aim: {MOST_MILLISECONDS} ms)")
    print(f"smallest ratio: {slowest.ratio:.1f} times faster, {slowest.kind} (aim: {LEAST_RATIO})")
    if "--write" in sys.argv[1:]:
        FIGURES.write_text(page(figures), encoding="utf-8")
        print(f"wrote {FIGURES.relative_to(ROOT)}")
    return 0 if slowest.ratio >= LEAST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())

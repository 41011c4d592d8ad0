"""The figures that rules compare with: shipped ones with their sources, and a project's own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jdgen.errors import Problem, UsageError, did_you_mean

THRESHOLDS = Path(__file__).with_name("thresholds.toml")


@dataclass(frozen=True)
class CheckSettings:
    """How a check runs: `figures` by rule and name; `practice` shows the rules on practice."""

    figures: Mapping[str, Mapping[str, Any]]
    practice: bool = False

    def figure(self, name: str) -> Any:
        """The figure "RULE-ID.name"; KeyError where there is none."""
        rule, _, key = name.partition(".")
        return self.figures[rule][key]


@cache
def shipped_figures() -> Mapping[str, Mapping[str, Any]]:
    """The figures of `thresholds.toml`, numbers as Decimal or int."""
    with THRESHOLDS.open("rb") as file:
        tables = tomllib.load(file, parse_float=Decimal)
    return MappingProxyType({rule: MappingProxyType(table) for rule, table in tables.items()})


def check_settings(
    overrides: Mapping[str, Mapping[str, Any]] | None = None, *, practice: bool = False
) -> CheckSettings:
    """The shipped figures with a project's own in their place.

    `overrides` has the shape of `thresholds.toml` (in `jdgen.toml`: the table `thresholds`).
    Raises UsageError, with every problem, for a rule or a figure that does not exist or a value of
    another type.
    """
    figures = {rule: dict(table) for rule, table in shipped_figures().items()}
    problems = []
    for rule, table in (overrides or {}).items():
        given = table if isinstance(table, Mapping) else {"": table}
        for key, value in given.items():
            problem = _problem(figures, rule, key, value)
            if problem:
                problems.append(problem)
            else:
                figures[rule][key] = _like_shipped(value)
    if problems:
        raise UsageError(*problems)
    return CheckSettings(figures, practice)


def _problem(
    figures: Mapping[str, Mapping[str, Any]], rule: str, key: str, value: Any
) -> Problem | None:
    shipped = figures.get(rule, {}).get(key)
    if shipped is None:
        name = f"{rule}.{key}".rstrip(".")
        known = [f"{rule}.{key}" for rule, table in figures.items() for key in table]
        own = [known_name for known_name in known if known_name.startswith(f"{rule}.")]
        hint = did_you_mean(name, own or known, "See the figures in docs/rules.md.", 0.3)
        return Problem("settings-threshold", f"There is no threshold {name}.", hint)
    if _is_number(shipped) != _is_number(value) or (
        not _is_number(shipped) and type(shipped) is not type(value)
    ):
        wanted = "a number" if _is_number(shipped) else f"of the form {shipped!r}"
        return Problem("settings-threshold", f"The threshold {rule}.{key} must be {wanted}.")
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _like_shipped(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, float) else value

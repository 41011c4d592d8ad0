"""The factors (a) to (g) of the role-clarity table, and the five steps from them to a verdict."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from typing import Literal

from jdgen.guidelines.tasks.reading import Reading
from jdgen.guidelines.tasks.words import DATA

FACTORS = "abcdefg"


@cache
def _table() -> Mapping[int, Mapping[str, str]]:
    with (DATA / "factors.csv").open(encoding="utf-8", newline="") as file:
        return {
            int(row["number"]): {name: row[name] for name in FACTORS}
            for row in csv.DictReader(file)
        }


def activity_factors(number: int) -> Mapping[str, str]:
    """The factors of one activity (Toolkit, role-clarity activities)."""
    return _table()[number]


def told_factors(reading: Reading, known: Mapping[str, str]) -> Mapping[str, str]:
    """The factors that a task's own words tell, where it is none of the activities."""
    told = {
        "a": "yes" if reading.has("OWN") else "unknown",
        "b": "yes" if reading.has("WITH") else "unknown",
        "c": "unknown",
        "d": "no",
        "e": "unknown",
        "f": "no",
        "g": "yes" if reading.has("specialist_here") else "no",
    }
    return {**told, **known}


def five_steps(factors: Mapping[str, str]) -> Literal["yes", "maybe", "no"]:
    """The verdict that the factors give, by the rule that lies behind the role-clarity table.

    A conflict with values (f) beats all; then a duty of all staff (d) and the use of lived
    experience (a) speak for the task; where that is open, it counts whether someone is better
    suited (g). Source: Toolkit, role-clarity activities.
    """
    if factors["f"] == "yes":
        return "no"
    if "yes" in (factors["d"], factors["a"]):
        return "yes"
    if factors["a"] == "maybe":
        return "maybe" if factors["g"] == "yes" else "yes"
    return "no"

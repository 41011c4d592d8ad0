"""Tables of the sources that rules look things up in, as data files in own words."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from jdgen.yaml_source import load_data

Verdict = Literal["yes", "likely", "conditional", "maybe", "preferably_not", "no"]
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of the role-clarity table (Toolkit, role-clarity activities).

    `printed` is the verdict of the source, `effective` the one that is used; they differ where the
    source contradicts itself, and `note` then says how. `against_values` tells the activities that
    the source finds in conflict with the values of peer support. `condition` is the one that a
    likely or conditional activity hangs on.
    """

    number: int
    activity: str
    printed: Verdict
    effective: Verdict
    against_values: bool
    condition: str
    note: str


@cache
def activities() -> Mapping[int, Activity]:
    """The 54 activities of the role-clarity table by their numbers."""
    return {
        int(row["number"]): Activity(
            number=int(row["number"]),
            activity=row["activity"],
            printed=_verdict(row["printed"]),
            effective=_verdict(row["effective"]),
            against_values=row["against_values"] == "yes",
            condition=row["condition"],
            note=row["note"],
        )
        for row in _rows("activities.csv")
    }


@cache
def sides() -> Mapping[str, tuple[str, str]]:
    """For each kind of activity its words and its side (Slides, hours on activities)."""
    return {row["type"]: (row["says"], row["side"]) for row in _rows("activity_types.csv")}


@cache
def frequencies() -> Mapping[str, int]:
    """How often a year something is, by the words of the profile; daily means working days."""
    return {row["frequency"]: int(row["times_a_year"]) for row in _rows("frequencies.csv")}


@cache
def filled_in_by_hand() -> frozenset[str]:
    """The kinds of documents whose blanks are meant."""
    return frozenset(load_data(HERE / "forms.yaml")["filled_in_by_hand"])


@cache
def competencies() -> Mapping[str, re.Pattern[str]]:
    """The competencies of a peer worker and the words that tell each (Toolkit, competencies)."""
    told: Mapping[str, str] = load_data(HERE / "competencies.yaml")
    return {name: re.compile(words, re.IGNORECASE) for name, words in told.items()}


def _verdict(word: str) -> Verdict:
    known: tuple[Verdict, ...] = get_args(Verdict)
    return next(verdict for verdict in known if verdict == word)


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

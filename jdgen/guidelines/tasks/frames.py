"""Frames: which concepts, found together, make out an activity or a conflict with values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jdgen.guidelines.tasks.reading import Reading
from jdgen.guidelines.tasks.words import DATA
from jdgen.yaml_source import load_data


@dataclass(frozen=True, slots=True)
class Term:
    """One of these concepts must be found; if `wanted` is false, none of them may be."""

    concepts: frozenset[str]
    wanted: bool
    points: int


@dataclass(frozen=True, slots=True)
class Frame:
    target: str
    terms: tuple[Term, ...]
    points: int

    def fits(self, reading: Reading) -> bool:
        return all(term.wanted != term.concepts.isdisjoint(reading.concepts) for term in self.terms)

    def found_in(self, reading: Reading) -> tuple[str, ...]:
        """The concepts of the frame that the task has."""
        wanted = (term.concepts for term in self.terms if term.wanted)
        return tuple(sorted(c)[0] for c in (concepts & reading.concepts for concepts in wanted))


@dataclass(frozen=True, slots=True)
class Match:
    """The frame that fits a target best, with its points."""

    target: str
    points: int
    concepts: tuple[str, ...]


NOTHING = Match("", 0, ())


@cache
def frames() -> Mapping[str, tuple[Frame, ...]]:
    """The shipped frames by group: activities and signs."""
    data = load_data(DATA / "frames.yaml")
    weights = data["weights"]
    return {
        group: tuple(
            _frame(str(target), str(written), weights)
            for target, told in data[group].items()
            for written in told
        )
        for group in data
        if group != "weights"
    }


def best_matches(reading: Reading, group: str) -> list[Match]:
    """The targets of a group that fit, each by its best frame, most points first."""
    best: dict[str, Match] = {}
    for frame in frames()[group]:
        known = best.get(frame.target)
        if (known is None or frame.points > known.points) and frame.fits(reading):
            best[frame.target] = Match(frame.target, frame.points, frame.found_in(reading))
    return sorted(best.values(), key=lambda match: -match.points)


def _frame(target: str, written: str, weights: Mapping[str, int]) -> Frame:
    terms = []
    extra = 0
    for part in written.split():
        if part.isdigit():
            extra = int(part)
            continue
        wanted = not part.startswith("!")
        concepts = frozenset(part.lstrip("!").split("|"))
        points = max(weights.get(concept, 1) for concept in concepts) if wanted else 0
        terms.append(Term(concepts, wanted, points))
    return Frame(target, tuple(terms), sum(term.points for term in terms) + extra)

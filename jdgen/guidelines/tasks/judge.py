"""The verdict on one task: the nearest activity, the factors, and the five steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from jdgen.guidelines.facts import activities
from jdgen.guidelines.tasks.factors import activity_factors, five_steps, told_factors
from jdgen.guidelines.tasks.frames import Match, best_matches
from jdgen.guidelines.tasks.reading import Reading, read_task
from jdgen.guidelines.tasks.words import DATA
from jdgen.yaml_source import load_data

Verdict = Literal["yes", "maybe", "no", "unsure"]
_ENOUGH = 3
_CLEARLY = 2


@dataclass(frozen=True, slots=True)
class TaskVerdict:
    """Whether a task suits a peer worker, as a proposal.

    `activity` is the number of the nearest activity of the role-clarity table, if one is near.
    `factors` answers the questions a to g of that table with yes, maybe, no or unknown. An `unsure`
    verdict comes with the `question` whose answer would settle it.
    """

    verdict: Verdict
    activity: int | None
    reason: str
    factors: Mapping[str, str]
    question: str = ""


@lru_cache(maxsize=1024)
def judge_task(task: str) -> TaskVerdict:
    """Judge one task, phrased freely. Never fails; a task it cannot read gets `unsure`."""
    reading = read_task(" ".join(task.split()))
    return _Case(reading).verdict()


class _Case:
    """What speaks for and against one task."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        near = best_matches(reading, "activities")
        self.refused = _first(match for match in near if _answer(match) == "no")
        self.allowed = _first(match for match in near if _answer(match) != "no")
        self.clash = _first(best_matches(reading, "conflicts"))
        self.duty = _first(best_matches(reading, "duties"))
        self.shared = _first(best_matches(reading, "shared"))
        self.suspicion = _first(best_matches(reading, "suspicions"))
        self.elsewhere = _first(best_matches(reading, "elsewhere"))

    def verdict(self) -> TaskVerdict:
        against = max(self.refused.points, self.clash.points)
        allowed = self.allowed.points
        if self.reading.has("in_place", "away"):
            allowed -= _CLEARLY
        if against >= _ENOUGH - 1 and against >= allowed:
            return self._refuse()
        if against >= _ENOUGH - 1 and against > allowed - _CLEARLY:
            return self._unsure("two_readings")
        if self.suspicion.points and not (self.duty.points >= _ENOUGH):
            return self._refuse_or_ask()
        if self.reading.has("specialist_here") and not self.reading.has("OWN") and self.shared.points:
            return TaskVerdict("maybe", None, "specialist", told_factors(self.reading, {"a": "maybe", "g": "yes"}))
        if allowed >= _ENOUGH and allowed >= self.duty.points:
            return self._near()
        return self._without_activity()

    def _refuse_or_ask(self) -> TaskVerdict:
        return self._unsure("suspicion")

    def _refuse(self) -> TaskVerdict:
        if self.refused.points >= self.clash.points - 1 and self.refused.points > 1:
            number = int(self.refused.target)
            return TaskVerdict("no", number, self.refused.written, activity_factors(number))
        factors = told_factors(self.reading, {"f": "yes"})
        return TaskVerdict("no", None, self.clash.target + ": " + self.clash.written, factors)

    def _near(self) -> TaskVerdict:
        number = int(self.allowed.target)
        return TaskVerdict(_answer(self.allowed), number, self.allowed.written, activity_factors(number))

    def _without_activity(self) -> TaskVerdict:
        if self.duty.points:
            return TaskVerdict("yes", None, "duty of all", told_factors(self.reading, {"d": "yes"}))
        if self.shared.target == "own":
            return TaskVerdict("yes", None, "own", told_factors(self.reading, {"a": "yes"}))
        if self.elsewhere.points:
            return TaskVerdict("no", None, "elsewhere", told_factors(self.reading, {"a": "no"}))
        if self.shared.points:
            if self.allowed.points >= 2 or self.shared.points >= 3:
                return TaskVerdict("yes", int(self.allowed.target) if self.allowed.points else None, "with", told_factors(self.reading, {"a": "maybe"}))
        return self._unsure("unknown")

    def _unsure(self, why: str) -> TaskVerdict:
        top = max(self.refused, self.allowed, key=lambda m: m.points)
        return TaskVerdict("unsure", int(top.target) if top.points else None, why, {}, "?")


NONE = Match("", 0, "")


def _first(matches: Any) -> Match:
    return next(iter(matches), NONE)


def _answer(match: Match) -> Verdict:
    return _verdict_of(activities()[int(match.target)].effective)


def _verdict_of(effective: str) -> Verdict:
    if effective in {"maybe", "preferably_not"}:
        return "maybe"
    return "no" if effective == "no" else "yes"

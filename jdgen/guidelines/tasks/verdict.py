"""What is said of a task: the verdict, and the ways to one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from jdgen.guidelines.facts import activities
from jdgen.guidelines.tasks import say
from jdgen.guidelines.tasks.factors import activity_factors

Verdict = Literal["yes", "maybe", "no", "unsure"]
SHORT: Mapping[str, Verdict] = {"no": "no", "maybe": "maybe", "preferably_not": "maybe"}


@dataclass(frozen=True, slots=True)
class TaskVerdict:
    """Whether a task suits a peer worker: a proposal, never a decision.

    `activity` is the number of the nearest activity of the role-clarity table, if one is near.
    `factors` answers that table's questions a to g, and its answer h, each with yes, maybe, no or
    unknown. An `unsure` verdict comes with the `question` whose answer settles it. `sign` names
    what decided: the number of an activity, a clash with values ("in_place"), a step
    ("duty_of_all") or, where it is unsure, the question. `instead` is what to write in place of a
    task that is a no.
    """

    verdict: Verdict
    activity: int | None
    reason: str
    factors: Mapping[str, str]
    question: str = ""
    sign: str = ""
    instead: str = ""


def answer_on(number: int) -> Verdict:
    """The answer on an activity, in short: yes, maybe or no."""
    return SHORT.get(activities()[number].effective, "yes")


def of_activity(number: int, reason: str) -> TaskVerdict:
    """The verdict on a task that is this activity."""
    verdict = answer_on(number)
    factors = {**activity_factors(number), "h": verdict}
    instead = say.instead(str(number)) if verdict == "no" else ""
    return TaskVerdict(verdict, number, reason, factors, sign=str(number), instead=instead)


def asked(number: int | None, reason: str, question: str) -> TaskVerdict:
    """No verdict, but a question."""
    factors = dict.fromkeys("abcdefgh", "unknown")
    return TaskVerdict("unsure", number, reason, factors, say.question(question), sign=question)

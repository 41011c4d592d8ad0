"""The words of a verdict: the reason, with the words of the task behind it, and the question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from jdgen.guidelines.facts import activities
from jdgen.guidelines.tasks.frames import Match
from jdgen.guidelines.tasks.likeness import Likeness
from jdgen.guidelines.tasks.reading import DRAWN_FROM, Reading
from jdgen.guidelines.tasks.words import DATA
from jdgen.yaml_source import load_data

_MOST_QUOTES = 4
_MOST_KNOWN = 2


@cache
def _texts() -> Mapping[str, Any]:
    found: Mapping[str, Any] = load_data(DATA / "texts.yaml")
    return found


def text(name: str) -> str:
    """One of the shipped sentences."""
    return str(_texts()["sentences"][name])


def question(name: str) -> str:
    """The question of this name."""
    return str(_texts()["questions"][name])


def question_on(target: str) -> str:
    """The name of the question that settles a doubt about an activity or a sign."""
    return str(_texts()["question_on"].get(target, "who_does_what"))


@cache
def _instead() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = load_data(DATA / "instead.yaml")
    return found


def instead(target: str) -> str:
    """What to write in place of a task that is this activity, or has this clash; "" for none."""
    told = _instead().get(target)
    if told is None:
        return ""
    return text("instead").format(activity=told["activity"], write=str(told["write"]).rstrip("."))


def declared(number: int) -> str:
    """Why a task has its verdict whose activity someone declared."""
    return _joined(text("declared").format(**_activity(number)), *_remarks(number))


def near(number: int, match: Match, reading: Reading) -> str:
    """Why a task is taken for an activity, and what the table says of that one."""
    found = _evidence(match.concepts, reading)
    return _joined(text("near").format(**_activity(number), found=found), *_remarks(number))


def sign(name: str, concepts: Iterable[str], reading: Reading) -> str:
    """Why a task that is none of the activities has its verdict."""
    return _joined(text(name), _found(concepts, reading))


def like(found: Likeness) -> str:
    """Why a task has its verdict that is like known ones."""
    return text("like").format(answer=_answer(found.verdict), known=_known(found, found.verdict))


def unlike(verdict: str, found: Likeness) -> str:
    """Why a task whose words say one thing is left open: those like it have another verdict."""
    other = "no" if verdict == "yes" else "yes"
    known = _known(found, other)
    return text("unlike").format(said=_answer(verdict), answer=_answer(other), known=known)


def apart(verdict: str, match: Match, reading: Reading) -> str:
    """Why a task has its verdict that has words of an activity and is none."""
    found = _evidence(match.concepts, reading)
    return text("apart").format(found=found, answer=_answer(verdict))


def _answer(verdict: str) -> str:
    return str(_texts()["answers"][verdict])


def _known(found: Likeness, verdict: str) -> str:
    tasks = [known.task for known in found.nearest if known.verdict == verdict]
    return " and ".join(f"“{task}”" for task in tasks[:_MOST_KNOWN])


def doubt(why: str, against: Match, allowed: Match, reading: Reading) -> str:
    """Why there is no verdict."""
    said = text(why)
    if why == "two_readings":
        return _joined(
            said.format(
                one=_evidence(allowed.concepts, reading), other=_evidence(against.concepts, reading)
            )
        )
    return _joined(said, _found(against.concepts, reading))


def _activity(number: int) -> dict[str, object]:
    return {"number": number, "name": activities()[number].activity}


def _remarks(number: int) -> list[str]:
    activity = activities()[number]
    clash = text("against_values") if activity.against_values else ""
    limit = text("limit") if activity.effective in {"maybe", "preferably_not"} else ""
    condition = text("condition").format(condition=activity.condition) if activity.condition else ""
    return [clash, limit, condition, activity.note]


def _found(concepts: Iterable[str], reading: Reading) -> str:
    evidence = _evidence(concepts, reading)
    return text("found").format(found=evidence) if evidence else ""


def _evidence(concepts: Iterable[str], reading: Reading) -> str:
    """The words of the task in which these concepts were found, in quotation marks."""
    order = list(reading.quotes.values())
    quotes: list[str] = []
    for concept in concepts:
        quote = reading.quote(concept, *DRAWN_FROM.get(concept, ()))
        if quote and not any(quote in other or other in quote for other in quotes):
            quotes.append(quote)
    told = sorted(quotes[:_MOST_QUOTES], key=order.index)
    return ", ".join(f"“{quote}”" for quote in told)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)

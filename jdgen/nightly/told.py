"""What reports repeat of a profile while nothing changes, to and from plain values."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from jdgen.errors import Place, Problem
from jdgen.model import Finding
from jdgen.nightly.facts import chart_from, dues_from
from jdgen.nightly.work import Thought
from jdgen.nights import Due, TimeChart
from jdgen.results import ProfileResult
from jdgen.store.memory import ProfileMemory


def told_of(thought: Thought, result: ProfileResult) -> dict[str, Any]:
    """What to repeat of a profile; `result` is free of private facts already."""
    told = {
        "owner": result.owner,
        "why_older": thought.why_older,
        "findings": [asdict(finding) for finding in result.findings],
        "answered": [asdict(finding) for finding, _ in result.answered],
        "practice": [asdict(finding) for finding in result.practice],
        "notes": [asdict(note) for note in result.notes],
        "due": [asdict(due) for due in thought.due],
        "chart": asdict(thought.chart) if thought.chart else None,
    }
    plain: dict[str, Any] = json.loads(json.dumps(told, default=date.isoformat))
    return plain


def result_of(file: str, memory: ProfileMemory) -> ProfileResult:
    """The result of a profile for which nothing was done, but for its documents."""
    told = memory.told
    return ProfileResult(
        file,
        memory.profile_id,
        findings=tuple(_finding(one) for one in told["findings"]),
        answered=tuple((_finding(one), "") for one in told["answered"]),
        practice=tuple(_finding(one) for one in told["practice"]),
        notes=tuple(Problem(**{**one, "place": _place(one["place"])}) for one in told["notes"]),
        owner=told["owner"],
    )


def dues_of(memory: ProfileMemory) -> tuple[Due, ...]:
    """The days on which something of a profile ends."""
    return dues_from(memory.told["due"])


def chart_of(memory: ProfileMemory) -> TimeChart | None:
    """How the paid week of a profile divides."""
    return chart_from(memory.told["chart"]) if memory.told["chart"] else None


def is_whole(memory: ProfileMemory) -> bool:
    """Whether all that reports repeat can be read; a memory that was meddled with is none."""
    try:
        result_of("", memory), dues_of(memory), chart_of(memory)
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    return True


def _finding(told: dict[str, Any]) -> Finding:
    return Finding(**{**told, "at": _place(told["at"])})


def _place(told: dict[str, Any] | None) -> Place | None:
    return Place(**told) if told else None

"""Where, when and under which demands the work is done."""

from __future__ import annotations

from typing import Any

from jdgen.documents import phrasing
from jdgen.documents.source import Source
from jdgen.documents.views import role


def view(source: Source) -> dict[str, Any]:
    physical = [_demand(source, path) for path in source.rows("qualifications.physical")]
    sentences = (_place(source), _schedule(source), _travel(source), _driving(source))
    policy = source.text("organization.policies.crisis_response")
    return {
        "sentences": [text for text in sentences if text],
        "flexible": source.text("role.flexible_reason"),
        "physical": physical,
        "has_physical": bool(physical),
        "no_physical": source.say("conditions.no_physical"),
        "safety": source.say_if("conditions.safety_policy", policy=policy)
        or source.say("conditions.safety"),
    }


def _demand(source: Source, path: str) -> dict[str, str]:
    return {
        "demand": source.text(f"{path}.demand"),
        "duty": source.text(f"{path}.function"),
        "frequency": source.text(f"{path}.frequency"),
    }


def _place(source: Source) -> str:
    mode = source.term("work_mode", "role.work_mode")
    location = source.text("role.location")
    return source.say_if("conditions.place", mode=mode, location=location) or source.say_if(
        "conditions.place_only", location=location
    )


def _schedule(source: Source) -> str:
    hours, schedule = role.hours(source), source.text("role.schedule")
    return source.say_if("conditions.schedule", hours=hours, schedule=schedule) or source.say_if(
        "conditions.hours_only", hours=hours
    )


def _travel(source: Source) -> str:
    path = "role.travel_percent"
    share = source.get(path)
    told = source.mark(phrasing.percent(share), path) if share else ""
    return source.say_if("conditions.travel", share=told)


def _driving(source: Source) -> str:
    path = "role.driving_required"
    return source.say("conditions.driving", path) if source.flag(path) else ""

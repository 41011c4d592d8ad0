"""How to reach the service, what to do in a crisis, and how to complain."""

from __future__ import annotations

from typing import Any

from jdgen.documents.phrasing import bare
from jdgen.documents.source import Source

_WAYS = ("phone", "email", "website", "address")


def view(source: Source) -> dict[str, Any]:
    lines = [
        source.say_if(f"contact.{way}", value=source.text(f"organization.{way}")) for way in _WAYS
    ]
    return {
        "lines": [line for line in lines if line],
        "reach": _reach(source),
        "hours": source.say_if("contact.hours", hours=source.text("organization.hours", bare)),
        "crisis": source.say_if("contact.crisis", line=source.text("organization.crisis_line")),
        "complaint": source.say("contact.complaint"),
        "complaint_steps": _complaint_steps(source),
    }


def cost(source: Source) -> str:
    """What it costs, in the profile's words; without them whom to ask, for cost is a fact."""
    return source.own_or("brochure.cost", "contact.cost")


def _reach(source: Source) -> str:
    ways = [way for way in ("phone", "email") if source.flag(f"organization.{way}")]
    return source.say(f"contact.reach_{'_'.join(ways)}") if ways else ""


def _complaint_steps(source: Source) -> list[str]:
    supervisor = source.text("supervision.reports_to")
    reach = source.text("organization.phone") or source.text("organization.email")
    steps = (
        source.say("contact.complaint_talk"),
        source.say_if("contact.complaint_supervisor", supervisor=supervisor),
        source.say_if("contact.complaint_contact", contact=reach),
        source.say("contact.complaint_company"),
    )
    return [step for step in steps if step]

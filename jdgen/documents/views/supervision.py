"""Who supervises and supports the worker, and what supervision is and is not."""

from __future__ import annotations

from typing import Any

from jdgen.documents.phrasing import bare, within
from jdgen.documents.source import Source

_OWN_TOPICS = "supervision.topics"


def view(source: Source) -> dict[str, Any]:
    supervisors = [_supervisor(source, path) for path in source.rows("supervision.supervisors")]
    return {
        "reports_to": source.text("supervision.reports_to"),
        "supervisors": supervisors,
        "has_supervisors": bool(supervisors),
        "arrangement": _arrangement(source),
        "frequency": _frequency(source),
        "topics": _topics(source),
        "extra": _extra(source),
        "not_monitoring": source.say("supervision.not_monitoring"),
    }


def _supervisor(source: Source, path: str) -> dict[str, str]:
    return {
        "title": source.text(f"{path}.title") or source.text(f"{path}.name"),
        "kind": source.term("supervisor", f"{path}.kind"),
        "detail": source.term("supervisor_detail", f"{path}.kind"),
    }


def _arrangement(source: Source) -> str:
    model = source.get("supervision.model", "")
    if model not in source.data("supervision.arrangement"):
        return ""
    return source.say(f"supervision.arrangement.{model}", "supervision.model")


def _frequency(source: Source) -> str:
    first = source.term("frequency", "supervision.first_months", bare)
    later = source.term("frequency", "supervision.later", bare)
    return (
        source.say_if("supervision.frequency_both", first=first, later=later)
        or source.say_if("supervision.frequency_first", first=first)
        or source.say_if("supervision.frequency_later", later=later)
    )


def _extra(source: Source) -> str:
    """That there is more supervision at times, or, while the profile says nothing, may be asked."""
    path = "supervision.extra_supervision"
    told = source.get(path)
    if told is None:
        return source.say("supervision.extra_asked")
    return source.say("supervision.extra_given", path) if told else ""


def _topics(source: Source) -> str:
    names = source.plain("organization.name")
    topics = (source.text(row, lambda t: within(t, names)) for row in source.rows(_OWN_TOPICS))
    own = source.listed([topic for topic in topics if topic])
    return source.say_if("supervision.own_topics", topics=own) or source.say("supervision.topics")

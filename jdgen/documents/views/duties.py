"""The duties of the role: what is reached, how, and in which share of time."""

from __future__ import annotations

from typing import Any

from jdgen.documents import phrasing
from jdgen.documents.source import Source
from jdgen.documents.views.role import hours_a_week
from jdgen.model import Duty
from jdgen.timetable import Share


def view(source: Source) -> dict[str, Any]:
    shares = [(share, share.duty) for share in source.time.rows if share.duty]
    rows = [(_row(source, at, share, duty), duty) for at, (share, duty) in enumerate(shares, 1)]
    essential = [row for row, duty in rows if duty.kind == "essential"]
    marginal = [row for row, duty in rows if duty.kind == "marginal"]
    return {
        "essential": essential,
        "marginal": marginal,
        "has_marginal": bool(marginal),
        "introduction": source.say("duties.introduction"),
        "marginal_introduction": source.say("duties.marginal_introduction"),
        "other": source.say("duties.other"),
    }


def hours_fields(share: Share) -> tuple[str, str]:
    """The fields that a row's hours are computed from."""
    return share.field, "role.hours_per_week"


def short_name(source: Source, duty: Duty) -> str:
    """A short name of a duty for charts: its own label, its id in words, or how its text begins.

    An id of one word, or with figures in it (d3, duty-2), tells a reader nothing.
    """
    label = source.text(f"{duty.field}.label", phrasing.bare)
    words = duty.id.split("-")
    if label:
        return label
    if len(words) > 1 and all(map(str.isalpha, words)):
        return source.mark(phrasing.capital(" ".join(words)), f"{duty.field}.id")
    return source.mark(phrasing.label(duty.text), f"{duty.field}.text")


def _row(source: Source, number: int, share: Share, duty: Duty) -> dict[str, Any]:
    at = duty.field
    percent = source.mark(phrasing.percent(share.percent), share.field)
    hours = source.mark(phrasing.number(share.hours), *hours_fields(share))
    week = hours_a_week(source, hours, phrasing.number(share.hours))
    limit = source.text(f"{at}.per_week_max")
    return {
        "number": number,
        "short": short_name(source, duty),
        "text": source.mark(duty.text, f"{at}.text"),
        "result": source.mark(duty.result, f"{at}.result"),
        "approach": source.mark(duty.approach, f"{at}.approach"),
        "percent": percent,
        "hours": hours,
        "share": source.say("duties.share", percent=percent, hours=week),
        "side": source.term("side", f"{at}.side"),
        "is_direct": duty.side == "direct",
        "lived": source.term("lived", f"{at}.uses_lived_experience"),
        "uses_lived": duty.uses_lived_experience != "no",
        "value_words": _value_words(source, duty),
        "limit": source.say_if("duties.limit", count=limit),
        "note": source.text(f"{at}.note"),
    }


def _value_words(source: Source, duty: Duty) -> str:
    names = {value["id"]: value["name"] for value in source.data("core_values.all")}
    words = [
        source.mark(names.get(value, value.replace("-", " ")), f"{duty.field}.values.{index}")
        for index, value in enumerate(duty.values)
    ]
    return ", ".join(words)

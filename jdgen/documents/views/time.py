"""How paid time divides: rows for a table and a chart, and the totals that are never typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jdgen.documents import phrasing
from jdgen.documents.source import Source
from jdgen.documents.views.duties import hours_fields, short_name
from jdgen.documents.views.role import hours_a_week
from jdgen.timetable import LIVED_WEIGHT, Share, rounded


def view(source: Source) -> dict[str, Any]:
    table = source.time
    longest = max((share.percent for share in table.rows), default=Decimal(0))
    rows = [_row(source, share, longest) for share in table.rows]
    totals = _totals(source)
    alt = " ".join(row["alt"] for row in rows)
    return {
        "rows": rows,
        "parts": _parts(source),
        **totals,
        "direct_sentence": _sentence(source, "direct", totals),
        "lived_sentence": _sentence(source, "direct_lived", totals, "lived"),
        "other_sentence": _sentence(source, "other", totals),
        "chart_title": source.say("time.chart_title"),
        "chart_alt": source.say("time.chart_alt", rows=alt),
    }


def _row(source: Source, share: Share, longest: Decimal) -> dict[str, Any]:
    duty = share.duty
    label = short = source.say(f"time.{share.name}", share.field) if duty is None else ""
    if duty:
        label = source.mark(phrasing.bare(duty.text), f"{duty.field}.text")
        short = short_name(source, duty)
    percent = source.mark(phrasing.percent(share.percent), share.field)
    hours = source.mark(phrasing.number(share.hours), *hours_fields(share))
    week = hours_a_week(source, hours, phrasing.number(share.hours))
    bar = round(share.percent * 100 / longest) if longest else 0
    lived = duty.uses_lived_experience if duty else "no"
    side = duty.side if duty else "indirect"
    return {
        "label": label,
        "short": short,
        "percent": percent,
        "hours": hours,
        "side": _word(source, "side", side, share),
        "lived": _word(source, "lived", lived, share, "uses_lived_experience"),
        "is_direct": side == "direct",
        "uses_lived": lived != "no",
        "bar": bar,
        "rest": 100 - bar,
        "alt": source.say("time.row", label=short, percent=percent, hours=week),
    }


def _word(source: Source, table: str, value: str, share: Share, name: str = "") -> str:
    """A word of a duty's own field; for a share that is no duty the word that holds for all."""
    if share.duty:
        return source.term(table, f"{share.duty.field}.{name or table}")
    return source.say(f"terms.{table}.{value}", share.field)


def _fields(source: Source, part: str) -> tuple[str, ...]:
    """The shares a total is made of: what is in it and what it is taken from."""
    shares = source.time.rows
    if part == "direct":
        shares = tuple(s for s in shares if s.duty and s.duty.side == "direct")
    return tuple(share.field for share in shares)


def _hours(source: Source) -> dict[str, Decimal]:
    """Hours of the whole and its parts, so that they add up to the printed rows."""
    rows = source.time.rows
    direct = [share for share in rows if share.duty and share.duty.side == "direct"]
    total = sum((share.hours for share in rows), Decimal(0))
    lived = sum(
        (s.hours * LIVED_WEIGHT[s.duty.uses_lived_experience] for s in direct if s.duty),
        Decimal(0),
    ).quantize(Decimal("0.1"))
    return {
        "total": total,
        "direct": sum((share.hours for share in direct), Decimal(0)),
        "direct_lived": lived,
        "other": total - lived,
    }


def _totals(source: Source) -> dict[str, str]:
    table, hours = source.time, _hours(source)
    percents = {
        "total": table.total,
        "direct": table.direct,
        "direct_lived": table.direct_lived,
        "other": table.without_lived,
    }
    totals: dict[str, str] = {}
    for part, share in percents.items():
        fields = _fields(source, part)
        totals[f"{part}_percent"] = source.mark(phrasing.percent(share), *fields)
        totals[f"{part}_hours"] = source.mark(
            phrasing.number(hours[part]), *fields, "role.hours_per_week"
        )
    return totals


def _sentence(source: Source, part: str, totals: dict[str, str], key: str = "") -> str:
    return source.say(
        f"time.{key or part}_sentence",
        percent=totals[f"{part}_percent"],
        hours=totals[f"{part}_hours"],
    )


def _parts(source: Source) -> list[dict[str, Any]]:
    table, hours = source.time, _hours(source)
    parts = [
        ("part_lived", table.direct_lived, hours["direct_lived"]),
        ("part_direct", table.direct - table.direct_lived, hours["direct"] - hours["direct_lived"]),
        ("part_rest", table.total - table.direct, hours["total"] - hours["direct"]),
    ]
    bars = _whole([percent for _, percent, _ in parts])
    fields = _fields(source, "total")
    return [
        {
            "label": source.say(f"time.{key}"),
            "percent": source.mark(phrasing.percent(percent), *fields),
            "hours": source.mark(phrasing.number(hour), *fields, "role.hours_per_week"),
            "bar": bar,
            "is_direct": key != "part_rest",
            "uses_lived": key == "part_lived",
        }
        for (key, percent, hour), bar in zip(parts, bars, strict=True)
        if percent
    ]


def _whole(percents: list[Decimal]) -> list[int]:
    """Whole numbers in the same proportion that add up to 100, for drawing."""
    total = sum(percents, Decimal(0))
    if not total:
        return [0 for _ in percents]
    return [int(bar) for bar in rounded([p * 100 / total for p in percents], Decimal(1))]

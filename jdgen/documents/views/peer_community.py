"""Time with other peer workers."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source

_AT = "peer_community"


def view(source: Source) -> dict[str, Any]:
    has_any = source.flag(f"{_AT}.frequency")
    frequency = source.term("frequency", f"{_AT}.frequency") if has_any else ""
    provider = source.text(f"{_AT}.provider")
    return {
        "sentence": _sentence(source, frequency, provider) if has_any else "",
        "frequency": frequency,
        "provider": provider,
        "is_paid": source.flag(f"{_AT}.paid_time"),
    }


def _sentence(source: Source, frequency: str, provider: str) -> str:
    at = f"{_AT}.paid_time"
    paid = "paid" if source.flag(at) else "unpaid"
    often = source.say_if("peer_community.with", frequency=frequency, provider=provider)
    often = often or frequency
    up_to = source.term("often", f"{_AT}.up_to")
    if up_to and source.get(f"{_AT}.up_to") != source.get(f"{_AT}.frequency"):
        return source.say(f"peer_community.{paid}_up_to", at, frequency=often, up_to=up_to)
    return source.say(f"peer_community.{paid}", at, frequency=often)

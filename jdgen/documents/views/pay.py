"""Pay and benefits; all empty where the profile keeps pay private."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jdgen.documents import phrasing
from jdgen.documents.source import Source

_AT = "compensation"


def view(source: Source) -> dict[str, Any]:
    if source.flag(f"{_AT}.private"):
        return {"has_pay": False, "range": "", "grade": "", "benefits": "", "sentence": ""}
    pay, benefits = _range(source), source.text(f"{_AT}.benefits")
    grade = source.say_if("pay.grade", grade=source.text(f"{_AT}.grade"))
    return {
        "has_pay": bool(pay),
        "range": pay,
        "grade": grade,
        "benefits": benefits,
        "sentence": source.say_if("pay.sentence_benefits", range=pay, benefits=benefits)
        or source.say_if("pay.sentence", range=pay),
    }


def _range(source: Source) -> str:
    low, high = _amount(source, "min"), _amount(source, "max")
    period = source.term("pay_period", f"{_AT}.per")
    if low and high and source.get(f"{_AT}.min") == source.get(f"{_AT}.max"):
        return source.say("pay.single", f"{_AT}.max", low=low, period=period)
    return (
        source.say_if("pay.range", low=low, high=high, period=period)
        or source.say_if("pay.from", low=low, period=period)
        or source.say_if("pay.up_to", high=high, period=period)
    )


def _amount(source: Source, end: str) -> str:
    amount = source.get(f"{_AT}.{end}")
    if amount is None:
        return ""
    currency = str(source.get(f"{_AT}.currency", ""))
    text = phrasing.money(Decimal(str(amount)), currency, source.locale)
    return source.mark(text, f"{_AT}.{end}", f"{_AT}.currency")

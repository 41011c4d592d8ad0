"""What to say where another kind of value stands than the field holds, with the trap named."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from jdgen.profile.validate import Misfit

_KINDS = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "yes or no",
    "date": "a date",
    "list": "a list",
    "dict": "a block of fields",
}
_NUMBER_TRAPS = (
    (r"\d{1,3}:\d\d(:\d\d)?", "That is a time of day; write hours as a number, such as 7.5."),
    (r"[\d.,\s]+%", "Write the number without %."),
    (r"\d{1,3}(,\d{3})+(\.\d+)?", "Write the number without a comma: 1500 for 1,500."),
    (r"\d+,\d+", "Write a point before the decimals: 24.50 for 24,50."),
    (r"[-+]?\d+(\.\d+)?", "It stands in quotes; write it without them."),
    (r"[^\d\s]{1,3}\s?\d.*", "Write the number alone, without a sign before it."),
    (r"\d[\d.]*\s?[^\d\s].*", "Write the number alone, without a word after it."),
)


def kind_of(value: Any) -> str:
    """What was read, in plain words."""
    if isinstance(value, bool):
        return "a yes or no"
    for kinds, words in (
        ((int, Decimal), "a number"),
        ((date,), "a date"),
        ((list,), "a list"),
        ((dict,), "a block of fields"),
    ):
        if isinstance(value, kinds):
            return words
    return "a text"


def told(label: str, misfit: Misfit, shown: str) -> tuple[str, str, str]:
    """Id, message and hint for a value of another kind. `shown` is "" where it is private."""
    rules, value = misfit.rules, misfit.value
    wanted = rules.get("type") or "dict"
    read = f"{kind_of(value)}, {shown}," if shown and not _long(value) else kind_of(value)
    message = f"{label} should be {_KINDS[wanted]}; {read} was read."
    return "wrong-type", message, _HINTS[wanted](value, misfit)


def as_yaml(value: Any) -> str:
    """An example as it is written in a profile."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_yaml(item) for item in value) + "]"
    text = str(value)
    plain = re.fullmatch(r"[\w(][^:#,\[\]{}\"]*", text) and not re.fullmatch(r"[\d.]+", text)
    return text if plain or not isinstance(value, str) else f'"{text}"'


def _long(value: Any) -> bool:
    return isinstance(value, (list, dict))


def _text(value: Any, misfit: Misfit) -> str:
    if isinstance(value, bool):
        return "Put quotes round it if a word is meant."
    if isinstance(value, dict):
        return "A colon with a space after it, or { }, makes fields: put quotes round the text."
    if isinstance(value, list):
        return "Write one text, without [ ] and without a dash; put quotes round it if it has them."
    return "Write a text."


def _number(value: Any, misfit: Misfit) -> str:
    if isinstance(value, str):
        for pattern, hint in _NUMBER_TRAPS:
            if re.fullmatch(pattern, value.strip()):
                return hint
    if isinstance(value, Decimal):
        return "Write it without decimals."
    example = misfit.rules.get("meta", {}).get("example")
    return f"Write a plain number, such as {example}." if example else "Write a plain number."


def _flag(value: Any, misfit: Misfit) -> str:
    if isinstance(value, str) and value.strip().lower() in {"on", "off", "y", "n"}:
        return "on, off, y and n are not understood everywhere: write yes or no."
    return "Write yes or no."


def _date(value: Any, misfit: Misfit) -> str:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        return "The calendar has no such day."
    return "Write year-month-day, such as 2026-12-01."


def _list(value: Any, misfit: Misfit) -> str:
    name = misfit.path[-1]
    if isinstance(value, dict):
        return "Begin each entry with a dash and a space."
    return f"Put it between [ and ], even if it is one: {name}: [first, second]."


def _block(value: Any, misfit: Misfit) -> str:
    fields = misfit.rules.get("schema", {})
    if isinstance(value, list):
        return f"Take the dashes away; it has these fields: {', '.join(fields)}."
    return f"It has these fields: {', '.join(fields)}." if fields else "Write field: value."


_HINTS = {
    "string": _text,
    "number": _number,
    "integer": _number,
    "boolean": _flag,
    "date": _date,
    "list": _list,
    "dict": _block,
}

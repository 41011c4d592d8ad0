"""Brings what YAML read to what each field holds, before anything is judged.

A text field gets a number back as it was typed (`01234`, `1.10`), a percent may carry its sign, a
flag may be yes or no, and what was left empty is taken out. Cerberus' own coercion is not used: a
failed one gives two errors, and its defaults pass over blocks that are absent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jdgen.profile.schema_files import Rules

_PERCENT = re.compile(r"\s*(\d{1,3}(?:\.\d{1,4})?)\s*%\s*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


def tidy(fields: Rules, data: Mapping[str, Any], written: Mapping[str, str]) -> dict[str, Any]:
    """A copy of the data with every value as its field holds it; unknown fields stay as read."""
    return _block(fields, data, "", written)


def fill_defaults(fields: Rules, data: dict[str, Any]) -> None:
    """Gives texts and layout that were left out. Facts have no defaults in the schema."""
    for name, rules in fields.items():
        if "default" in rules.get("meta", {}):
            value = rules["meta"]["default"]
            data.setdefault(name, list(value) if isinstance(value, list) else value)
        elif rules.get("type") == "dict" and "schema" in rules:
            below = data.get(name, {})
            fill_defaults(rules["schema"], below)
            if below:
                data[name] = below


def is_blank(value: Any) -> bool:
    """Whether a value says nothing: it is absent or a text without a character to see."""
    return value is None or (isinstance(value, str) and not value.strip())


def _block(
    fields: Rules, data: Mapping[str, Any], prefix: str, written: Mapping[str, str]
) -> dict[str, Any]:
    result = {}
    for key, value in data.items():
        rules = fields.get(key)
        if rules is None:
            result[key] = value
        elif not is_blank(value):
            result[key] = _value(rules, value, f"{prefix}{key}", written)
    return result


def _value(rules: Rules, value: Any, path: str, written: Mapping[str, str]) -> Any:
    if "anyof" in rules:
        block = isinstance(value, dict)
        rules = next(kind for kind in rules["anyof"] if (kind["type"] == "dict") == block)
    if isinstance(value, dict) and rules.get("type") == "dict":
        fields = rules.get("schema") or dict.fromkeys(value, rules["valuesrules"])
        return _block(fields, value, f"{path}.", written)
    if isinstance(value, list) and rules.get("type") == "list":
        return [
            _value(rules["schema"], item, f"{path}.{index}", written)
            for index, item in enumerate(value)
        ]
    return value if isinstance(value, (dict, list)) else _leaf(rules, value, written.get(path, ""))


def _leaf(rules: Rules, value: Any, written: str) -> Any:
    kind = rules.get("type")
    if kind == "string":
        return _text(rules, value, written)
    if kind == "boolean" and isinstance(value, str):
        return _FLAGS.get(value.strip().lower(), value)
    if kind == "date" and isinstance(value, str):
        return _day(value)
    if kind in ("number", "integer"):
        return _number(rules, kind, value)
    return value


def _text(rules: Rules, value: Any, written: str) -> Any:
    if isinstance(value, bool):
        if "yes" in rules.get("allowed", ()):
            return "yes" if value else "no"
        return value
    if isinstance(value, (int, Decimal, date)):
        return written or str(value)
    return value.strip() if isinstance(value, str) else value


def _day(value: str) -> date | str:
    try:
        return date.fromisoformat(value.strip()) if _DAY.fullmatch(value.strip()) else value
    except ValueError:
        return value


def _number(rules: Rules, kind: str, value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and rules.get("meta", {}).get("unit") == "percent":
        found = _PERCENT.fullmatch(value)
        return Decimal(found.group(1)) if found else value
    if kind == "number" and isinstance(value, int):
        return Decimal(value)
    if kind == "integer" and isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value

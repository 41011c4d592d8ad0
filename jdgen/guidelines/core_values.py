"""The thirteen core values of peer support, and which of them a text names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jdgen.yaml_source import load_data

_TABLE = Path(__file__).parent / "facts" / "values.yaml"


def core_values() -> Mapping[str, str]:
    """The names of the core values by their ids in profiles, in their fixed order."""
    names: Mapping[str, str] = _table()["core"]
    return names


def value_sets() -> Mapping[str, Mapping[str, list[str]]]:
    """The two sets of values, `belief` and `relationship`: each value with core values for it."""
    return {name: _table()[name] for name in ("belief", "relationship")}


def values_missing_from(texts: Iterable[str]) -> list[str]:
    """The names of the core values that none of the texts names."""
    told = " ".join(" ".join(text.split()) for text in texts).casefold()
    return [name for name in core_values().values() if name.casefold() not in told]


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = load_data(_TABLE)
    return table

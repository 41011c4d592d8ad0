"""The words that ship: data files in Canadian English, turned into the locale of a profile."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jdgen.spelling import respell, spelling_for
from jdgen.yaml_source import load_data

# Titles of other people's works keep their own spelling.
AS_WRITTEN = "titles"


@cache
def shipped(name: str, locale: str) -> Any:
    """The content of `texts/<name>.yaml` with every text respelled for the locale."""
    data = load_data(files("jdgen.documents").joinpath("texts", f"{name}.yaml"))
    return data if name == AS_WRITTEN else _respelled(data, locale)


@cache
def shipped_text(key: str, locale: str) -> Any:
    """The text, list or mapping at a dotted key such as `nature.boundaries.2`, None without one."""
    name, *steps = key.split(".")
    value = shipped(name, locale)
    for step in steps:
        if isinstance(value, list):
            value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def _respelled(value: Any, locale: str) -> Any:
    if isinstance(value, str):
        return respell(value, spelling_for(locale))
    if isinstance(value, dict):
        return {key: _respelled(item, locale) for key, item in value.items()}
    if isinstance(value, list):
        return [_respelled(item, locale) for item in value]
    return value

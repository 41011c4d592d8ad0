"""The thirteen core values of peer support."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source

_WATERMARK_WIDTH = 34


def view(source: Source) -> dict[str, Any]:
    count = len(source.data("core_values.all"))
    names = [source.say(f"core_values.all.{index}.name") for index in range(count)]
    return {"names": names, "line": ", ".join(names), "watermark": _lines(source, names)}


def _lines(source: Source, names: list[str]) -> list[str]:
    """The names in lines of like length."""
    lines: list[list[str]] = []
    width = 0
    for value, name in zip(source.data("core_values.all"), names, strict=True):
        width += len(value["name"]) + 3
        if not lines or width > _WATERMARK_WIDTH:
            lines.append([])
            width = len(value["name"])
        lines[-1].append(name)
    return [" · ".join(line) for line in lines]

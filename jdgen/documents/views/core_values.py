"""The thirteen core values of peer support."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source


def view(source: Source) -> dict[str, Any]:
    count = len(source.data("core_values.all"))
    names = [source.say(f"core_values.all.{index}.name") for index in range(count)]
    return {"names": names, "line": ", ".join(names)}

"""Who approves, and what the worker confirms by signing."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source


def view(source: Source) -> dict[str, Any]:
    rows = [
        {name: source.text(f"{path}.{name}") for name in ("role", "name", "date")}
        for path in source.rows("approvals")
    ]
    return {
        "rows": rows,
        "has_rows": bool(rows),
        "acknowledgment": source.say("approvals.acknowledgment"),
        "has_acknowledgment": bool(source.get("acknowledgment", True)),
    }

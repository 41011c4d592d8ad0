"""The versions of the document."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source


def view(source: Source) -> dict[str, Any]:
    rows = [
        {name: source.text(f"{path}.{name}") for name in ("version", "date", "by", "what")}
        for path in source.rows("history")
    ]
    return {"rows": rows, "has_rows": bool(rows)}

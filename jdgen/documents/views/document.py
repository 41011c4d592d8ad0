"""The document's version and dates. The day it is made is never among them."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source


def view(source: Source) -> dict[str, Any]:
    version, date = source.text("version"), source.text("effective_date")
    return {
        "version": version,
        "status": source.term("status", "status"),
        "is_approved": source.get("status") == "approved",
        "effective_date": date,
        "review_by": source.text("review_by"),
        "owner": source.text("owner.name"),
        "owner_email": source.text("owner.email"),
        "version_line": source.say_if("document.version_line", version=version, date=date)
        or source.say_if("document.version_only", version=version),
    }

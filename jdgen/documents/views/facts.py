"""The header block of a job description: only rows the profile has something to say for."""

from __future__ import annotations

from typing import Any

from jdgen.documents.phrasing import capital
from jdgen.documents.source import Source
from jdgen.documents.views import pay, role


def view(source: Source) -> dict[str, Any]:
    job, paid = role.view(source), pay.view(source)
    details = {
        "job_code": job["job_code"],
        "department": job["department"],
        "location": job["location"],
        "work_mode": source.term("work_mode", "role.work_mode", capital),
        "reports_to": source.text("supervision.reports_to"),
        "employment_type": job["employment_type"],
        "hours": job["hours"],
        "schedule": job["schedule"],
        "pay": paid["range"],
        "grade": paid["grade"],
        "union": job["union"],
        "overtime": job["overtime_status"],
        "version": source.text("version"),
        "effective_date": source.text("effective_date"),
        "review_by": source.text("review_by"),
    }
    rows = [
        {"label": source.say(f"facts.{key}"), "detail": details[key]}
        for key in source.data("facts")
        if details[key]
    ]
    return {"rows": rows, "pairs": _pairs(rows)}


def _pairs(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows two by two; the last has an empty partner if their number is odd."""
    partners = [*rows[1::2], {"label": "", "detail": ""}]
    return [
        {**row, "other_label": other["label"], "other_detail": other["detail"]}
        for row, other in zip(rows[::2], partners, strict=False)
    ]

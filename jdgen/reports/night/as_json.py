"""A night as one JSON object for machines, version 1 of the format (docs/nightly-report.md)."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from typing import Any

from jdgen.nights import Night
from jdgen.reports.as_json import FORMAT_VERSION, document_entry, findings_of, summary_of
from jdgen.reports.night import view
from jdgen.reports.night.words import meaning
from jdgen.results import DocumentResult, ProfileResult, WordChange


def night_as_json(night: Night) -> str:
    """The night as JSON: what was done, what waits, what runs out, and every finding.

    Keys are always there, an absent value is "" or null. Reasons of waivers are left out.
    """
    code = view.exit_code(night)
    told: dict[str, Any] = {
        "version": FORMAT_VERSION,
        "run": night.run_id,
        "jdgen": night.version,
        "started": night.started.isoformat(),
        "ended": night.ended.isoformat(),
        "last_good": night.last_good.isoformat() if night.last_good else None,
        "dry_run": night.dry_run,
        "exit_code": int(code),
        "meaning": meaning(code),
        "headline": view.headline(night),
        "output": str(night.output),
        "report": str(night.report or ""),
        "states": dict(view.counts(night)),
        "documents": [_document(profile, made) for profile, made in view.documents(night)],
        "tasks": [_plain(task) for task in view.tasks(night)],
        "accept_upgrade": view.accept_command(night) if view.held(night) else "",
        "waiting": [_plain(entry) for entry in night.waiting],
        "orphans": [_plain(entry) for entry in night.orphans],
        "due": [_plain(entry) for entry in night.due],
        "time": [_plain(entry) for entry in night.charts],
        "findings": findings_of(night.run),
        "summary": summary_of(night.run),
    }
    return json.dumps(told, ensure_ascii=False, indent=2, default=_as_text)


def _document(profile: ProfileResult, made: DocumentResult) -> dict[str, Any]:
    return {
        **document_entry(made, profile),
        "title": made.title,
        "owner": profile.owner,
        "why": made.why,
        "waits": made.waits,
        "changes": [_change(change) for change in made.changes],
        "untracked": list(made.untracked),
    }


def _change(change: WordChange) -> dict[str, Any]:
    """A change with its words; those of a private field stay where they are."""
    hidden = change.private
    return {
        "place": "" if hidden else change.place,
        "before": "" if hidden else change.before,
        "after": "" if hidden else change.after,
        "conflict": change.conflict,
        "private": change.private,
    }


def _plain(entry: Any) -> dict[str, Any]:
    told = dataclasses.asdict(entry)
    return {name: "" if value is None and name == "path" else value for name, value in told.items()}


def _as_text(value: object) -> str:
    """Dates in ISO form, paths as they are."""
    return value.isoformat() if isinstance(value, date) else str(value)

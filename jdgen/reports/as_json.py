"""A run as one JSON object, version 1 of the format."""

from __future__ import annotations

import json
from typing import Any

from jdgen.errors import Problem
from jdgen.model import Finding
from jdgen.results import DocumentResult, ProfileResult, RunResult

FORMAT_VERSION = 1


def run_as_json(run: RunResult, *, suppressed: bool = False) -> str:
    """The run as JSON: every finding, every problem, every document and a summary.

    `suppressed` adds the hits that context silenced, each with its cause.
    """
    findings = [_finding(finding, p) for p in run.profiles for finding in p.findings]
    answered = [
        {**_finding(finding, profile), "answer": reason}
        for profile in run.profiles
        for finding, reason in profile.answered
    ]
    silenced = [
        {**_finding(finding, profile), "cause": cause}
        for profile in run.profiles
        for finding, cause in profile.silenced
    ]
    told: dict[str, Any] = {
        "version": FORMAT_VERSION,
        "findings": findings,
        "answered": answered,
        **({"suppressed": silenced} if suppressed else {}),
        "notes": [_problem(note) for p in run.profiles for note in p.notes],
        "problems": [_problem(x) for p in run.profiles for x in p.all_problems()],
        "documents": [_document(d, p) for p in run.profiles for d in p.documents],
        "summary": {
            "profiles": sum(p.form == "profile" for p in run.profiles),
            "files": sum(p.form != "profile" for p in run.profiles),
            **{name: run.count(name) for name in ("error", "warning", "advice")},
            "practice": sum(len(profile.practice) for profile in run.profiles),
            "known": sum(profile.known for profile in run.profiles),
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _finding(finding: Finding, profile: ProfileResult) -> dict[str, Any]:
    at = finding.at
    in_file = at is not None and profile.form != "word"
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "message": finding.message,
        "why": finding.why,
        "suggestion": finding.suggestion,
        "source": finding.source,
        "file": at.file if at and in_file else profile.file,
        "line": at.line if at and in_file else 0,
        "column": at.column if at and in_file else 0,
        "field": at.field if at else "",
        "profile": str(at) if at and profile.form != "text" else "",
        "document": finding.document,
        "place": finding.place,
        "quote": finding.quote,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    at = problem.place
    return {
        "id": problem.id,
        "message": problem.message,
        "hint": problem.hint,
        "file": at.file if at else "",
        "line": at.line if at else 0,
        "column": at.column if at else 0,
        "field": at.field if at else "",
    }


def _document(document: DocumentResult, profile: ProfileResult) -> dict[str, Any]:
    return {
        "profile": profile.profile_id,
        "kind": document.kind,
        "state": document.state,
        "path": str(document.path) if document.path else "",
        "pdf": str(document.pdf) if document.pdf else "",
        "backup": str(document.backup) if document.backup else "",
        "note": document.note,
    }

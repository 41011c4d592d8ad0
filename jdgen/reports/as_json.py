"""A run as one JSON object, version 1 of the format."""

from __future__ import annotations

import json
from typing import Any

from jdgen.errors import Problem
from jdgen.model import Finding, Severity
from jdgen.results import DocumentResult, ProfileResult, RunResult

FORMAT_VERSION = 1


def run_as_json(run: RunResult) -> str:
    """The run as JSON: every finding, every document and a summary.

    A problem (a profile that cannot be read, a file that cannot be written) is a finding, too, with
    its `id`; so whoever reads the list of findings misses nothing.
    """
    problems = [_problem(problem, p, "error") for p in run.profiles for problem in p.all_problems()]
    findings = [_finding(finding, p) for p in run.profiles for finding in p.findings]
    answered = [
        {**_finding(finding, profile), "answer": reason}
        for profile in run.profiles
        for finding, reason in profile.answered
    ]
    told: dict[str, Any] = {
        "version": FORMAT_VERSION,
        "findings": [*problems, *findings],
        "answered": answered,
        "notes": [_problem(note, p, "advice") for p in run.profiles for note in p.notes],
        "documents": [_document(d, p) for p in run.profiles for d in p.documents],
        "summary": {
            "profiles": len(run.profiles),
            "error": run.count("error") + len(problems),
            "warning": run.count("warning"),
            "advice": run.count("advice"),
            "practice": sum(len(profile.practice) for profile in run.profiles),
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _finding(finding: Finding, profile: ProfileResult) -> dict[str, Any]:
    at = finding.at
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "message": finding.message,
        "why": finding.why,
        "suggestion": finding.suggestion,
        "source": finding.source,
        "file": at.file if at else profile.file,
        "line": at.line if at else 0,
        "column": at.column if at else 0,
        "field": at.field if at else "",
        "document": finding.document,
        "place": finding.place,
        "quote": finding.quote,
    }


def _problem(problem: Problem, profile: ProfileResult, severity: Severity) -> dict[str, Any]:
    """A problem in the shape of a finding: the rule is that such messages help (WRF-11)."""
    finding = Finding(
        rule="WRF-11",
        category="profile",
        severity=severity,
        message=problem.message,
        why="",
        suggestion=problem.hint,
        source="",
        at=problem.place,
    )
    return {**_finding(finding, profile), "id": problem.id}


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

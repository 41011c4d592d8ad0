"""A run as one JSON object, version 1 of the format."""

from __future__ import annotations

import json
from typing import Any

from jdgen.errors import Problem
from jdgen.model import Finding, Severity
from jdgen.results import DocumentResult, ProfileResult, RunResult

FORMAT_VERSION = 1


def run_as_json(run: RunResult, *, suppressed: bool = False) -> str:
    """The run as JSON: every finding, every document and a summary.

    A problem (a profile that cannot be read, a file that cannot be written) is a finding, too, with
    its `id`; so whoever reads the list of findings misses nothing. `suppressed` adds the hits that
    context silenced, each with its cause.
    """
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
        "findings": findings_of(run),
        "answered": answered,
        **({"suppressed": silenced} if suppressed else {}),
        "notes": [_problem(note, p, "advice") for p in run.profiles for note in p.notes],
        "documents": [document_entry(d, p) for p in run.profiles for d in p.documents],
        "summary": summary_of(run),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def findings_of(run: RunResult) -> list[dict[str, Any]]:
    """Problems first, then all findings, each in the one shape."""
    problems = [_problem(problem, p, "error") for p in run.profiles for problem in p.all_problems()]
    return [
        *problems,
        *(_finding(f, profile) for profile in run.profiles for f in profile.findings),
    ]


def summary_of(run: RunResult) -> dict[str, int]:
    """How many profiles, files, findings of each severity, and questions a run has."""
    problems = sum(1 for profile in run.profiles for _ in profile.all_problems())
    return {
        "profiles": sum(p.form == "profile" for p in run.profiles),
        "files": sum(p.form in ("word", "text") for p in run.profiles),
        "error": run.count("error") + problems,
        "warning": run.count("warning"),
        "advice": run.count("advice"),
        "practice": sum(len(profile.practice) for profile in run.profiles),
        "known": sum(profile.known for profile in run.profiles),
    }


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


def _problem(problem: Problem, profile: ProfileResult, severity: Severity) -> dict[str, Any]:
    """A problem in the shape of a finding: the rule is that such messages help (WRF-11)."""
    told_of = "profile" if profile.form == "profile" else "file"
    finding = Finding(
        rule="WRF-11",
        category=told_of,
        severity=severity,
        message=problem.message,
        why="",
        suggestion=problem.hint,
        source="",
        at=problem.place,
    )
    return {**_finding(finding, profile), "id": problem.id}


def document_entry(document: DocumentResult, profile: ProfileResult) -> dict[str, Any]:
    """What became of one document."""
    return {
        "profile": profile.profile_id,
        "kind": document.kind,
        "state": document.state,
        "path": str(document.path) if document.path else "",
        "pdf": str(document.pdf) if document.pdf else "",
        "backup": str(document.backup) if document.backup else "",
        "note": document.note,
    }

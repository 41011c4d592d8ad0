"""A run as SARIF 2.1.0, the format that code scanning services read (OASIS, March 2020)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jdgen import __version__
from jdgen.errors import Place, Problem
from jdgen.model import Finding
from jdgen.reports.locations import place_of, place_of_problem, relative
from jdgen.results import ProfileResult, RunResult

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def run_as_sarif(run: RunResult, *, here: Path, suppressed: bool = False) -> str:
    """The run as one SARIF log; paths are told from the folder `here`.

    Findings that a waiver answers are results with their suppression; so are, with `suppressed`,
    the hits that context silenced. Problems are notifications of the tool.
    """
    rules: dict[str, dict[str, Any]] = {}
    results = [r for profile in run.profiles for r in _results(profile, here, suppressed, rules)]
    order = {rule: number for number, rule in enumerate(rules)}
    for result in results:
        result["ruleIndex"] = order[result["ruleId"]]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "jdgen",
                        "version": __version__,
                        "rules": list(rules.values()),
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(run, here)],
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _results(
    profile: ProfileResult, here: Path, suppressed: bool, rules: dict[str, dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    told = [(finding, "") for finding in profile.findings]
    told += profile.answered
    told += profile.silenced if suppressed else ()
    for finding, cause in told:
        rules.setdefault(finding.rule, _rule(finding))
        result = {
            "ruleId": finding.rule,
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [_location(place_of(finding, profile), here, finding.place)],
            "partialFingerprints": {"jdgen/v1": _fingerprint(finding)},
        }
        if cause:
            result["suppressions"] = [{"kind": "external", "justification": cause}]
        yield result


def _message(finding: Finding) -> str:
    return f"{finding.message} {finding.suggestion}".strip()


def _rule(finding: Finding) -> dict[str, Any]:
    """What is told of a rule beside its results."""
    return {
        "id": finding.rule,
        "shortDescription": {"text": f"{finding.rule} ({finding.category})"},
        "fullDescription": {"text": finding.why or finding.rule},
        "help": {"text": f"{finding.suggestion} Source: {finding.source or 'jdgen'}."},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": [finding.category or "guideline"]},
    }


def _location(place: Place, here: Path, words: str = "") -> dict[str, Any]:
    """The file and, where it has lines, the line; the place in words as a logical location."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file, here)}}
    if place.line:
        physical["region"] = {"startLine": place.line}
        if place.column:
            physical["region"]["startColumn"] = place.column
    location: dict[str, Any] = {"physicalLocation": physical}
    if words:
        location["logicalLocations"] = [{"fullyQualifiedName": words}]
    return location


def _uri(file: str, here: Path) -> str:
    path = relative(file, here)
    return Path(file).resolve().as_uri() if Path(path).is_absolute() else quote(path)


def _fingerprint(finding: Finding) -> str:
    """What stays the same while lines move: the rule and the sentence."""
    told = f"{finding.rule}\n{finding.sentence or finding.quote or finding.message}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _invocation(run: RunResult, here: Path) -> dict[str, Any]:
    pairs = [(p, problem) for p in run.profiles for problem in p.all_problems()]
    notes = [(p, note) for p in run.profiles for note in p.notes]
    told = [_notification("error", *pair, here) for pair in pairs]
    told += [_notification("note", *pair, here) for pair in notes]
    done: dict[str, Any] = {"executionSuccessful": not pairs}
    if told:
        done["toolExecutionNotifications"] = told
    return done


def _notification(
    level: str, profile: ProfileResult, problem: Problem, here: Path
) -> dict[str, Any]:
    return {
        "level": level,
        "descriptor": {"id": problem.id},
        "message": {"text": " ".join(filter(None, (problem.message, problem.hint)))},
        "locations": [_location(place_of_problem(problem, profile), here)],
    }

"""A baseline: the findings of old documents, noted once, so that only new ones are told."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jdgen.errors import Place, Problem, UsageError
from jdgen.model import Finding
from jdgen.results import ProfileResult
from jdgen.safe_files import write_atomically

Key = tuple[str, str, str]
_VERSION = 1
_NUMBER = re.compile(r"\d+")


def read_baseline(path: Path) -> Counter[Key] | None:
    """How often each finding was noted, None where there is no such file yet.

    Raises UsageError for a file that is no baseline.
    """
    if not path.exists():
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["version"] != _VERSION:
            raise ValueError
        return Counter(
            {
                (str(e["file"]), str(e["rule"]), str(e["text"])): int(e["count"])
                for e in told["known"]
            }
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        message = "This file is no baseline of jdgen's."
        hint = "Name another file, or delete this one to have it written anew."
        raise UsageError(Problem("baseline-wrong", message, hint, Place(str(path)))) from error


def write_baseline(path: Path, results: Sequence[ProfileResult]) -> None:
    """Note all findings of a run."""
    keys = Counter(_key(path, result, f) for result in results for f in result.findings)
    known = [
        {"file": file, "rule": rule, "text": text, "count": count}
        for (file, rule, text), count in sorted(keys.items())
    ]
    told = json.dumps({"version": _VERSION, "known": known}, ensure_ascii=False, indent=1)
    write_atomically(path.absolute(), f"{told}\n".encode())


def without_known(
    path: Path, results: Sequence[ProfileResult], known: Counter[Key]
) -> list[ProfileResult]:
    """The results with only those findings that the baseline does not hold, or holds less often."""
    left = Counter(known)
    fresh = []
    for result in results:
        kept = []
        for finding in result.findings:
            key = _key(path, result, finding)
            if left[key] > 0:
                left[key] -= 1
            else:
                kept.append(finding)
        count = len(result.findings) - len(kept)
        fresh.append(replace(result, findings=tuple(kept), known=count))
    return fresh


def _key(baseline: Path, result: ProfileResult, finding: Finding) -> Key:
    """File, rule and sentence: no line, which moves. Without a sentence: the message."""
    text = finding.sentence or finding.quote or _NUMBER.sub("#", finding.message)
    return (
        _from(baseline.absolute().parent, Path(result.file)),
        finding.rule,
        " ".join(text.split()),
    )


def _from(folder: Path, file: Path) -> str:
    """The path of a file from the baseline's folder, the same on every system."""
    try:
        return file.absolute().relative_to(folder).as_posix()
    except ValueError:
        return file.name

"""SARIF and GitHub lines: what other programs read of a run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jdgen.errors import Place, Problem
from jdgen.model import Finding
from jdgen.reports import run_as_github, run_as_json, run_as_sarif, run_as_text
from jdgen.results import DocumentResult, ProfileResult, RunResult

HERE = Path("/project")
FINDING = Finding(
    rule="NCL-04",
    category="clinical-task",
    severity="error",
    message="“Watches 50%,\ntablets” is a clinical task.",
    why="It is not peer support.",
    suggestion="Say what they do together.",
    source="Toolkit, task guidelines",
    at=Place("/project/my text.md", 6, 5, "duty"),
    place="Duties",
    quote="Watches",
    sentence="Watches tablets.",
)
IN_WORD = replace(FINDING, at=Place("/project/riverbend.yaml", 12, 3, "role.purpose"))
NOTE = Problem("check-language", "This text is in French.", "Ask somebody.", Place("/project/a.md"))
RUN = RunResult(
    (
        ProfileResult("/project/my text.md", "", (FINDING,), form="text", notes=(NOTE,)),
        ProfileResult(
            "/project/output/old.docx",
            "",
            (replace(IN_WORD, severity="advice"),),
            answered=((IN_WORD, "agreed"),),
            silenced=((IN_WORD, "negated"),),
            form="word",
            known=2,
        ),
        ProfileResult(
            "/else/b.docx", problems=(Problem("word-empty", "It is empty."),), form="word"
        ),
    )
)


def sarif(**more: bool) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(run_as_sarif(RUN, here=HERE, **more))
    return log


def test_the_log_has_what_the_schema_requires() -> None:
    log = sarif(suppressed=True)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "jdgen"
    assert isinstance(run["invocations"][0]["executionSuccessful"], bool)
    rules = [rule["id"] for rule in driver["rules"]]
    assert len(rules) == len(set(rules))
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert rules[result["ruleIndex"]] == result["ruleId"]
        for location in result["locations"]:
            physical = location["physicalLocation"]
            assert physical["artifactLocation"]["uri"]
            assert min(physical.get("region", {"startLine": 1}).values()) >= 1
        for suppression in result.get("suppressions", ()):
            assert suppression["kind"] in {"inSource", "external"}
    for notification in run["invocations"][0]["toolExecutionNotifications"]:
        assert notification["message"]["text"]


def test_a_result_stands_at_its_line_or_at_its_place_in_words() -> None:
    first, second, _ = sarif()["runs"][0]["results"]
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20text.md"},
        "region": {"startLine": 6, "startColumn": 5},
    }
    (location,) = second["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "output/old.docx"}}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "Duties"}]
    assert second["level"] == "note"


def test_answered_and_silenced_ones_are_suppressed_results() -> None:
    assert [len(r.get("suppressions", ())) for r in sarif()["runs"][0]["results"]] == [0, 0, 1]
    told = sarif(suppressed=True)["runs"][0]["results"]
    assert told[3]["suppressions"] == [{"kind": "external", "justification": "negated"}]


def test_a_fingerprint_stays_while_lines_move() -> None:
    moved = replace(FINDING, at=Place("/project/my text.md", 60, 5))
    other = replace(FINDING, sentence="Counts tablets.")

    def fingerprint(finding: Finding) -> str:
        run = RunResult((ProfileResult("a.md", "", (finding,), form="text"),))
        result = json.loads(run_as_sarif(run, here=HERE))["runs"][0]["results"][0]
        return str(result["partialFingerprints"])

    assert fingerprint(moved) == fingerprint(FINDING) != fingerprint(other)


def test_a_file_that_cannot_be_read_is_a_failed_run() -> None:
    (invocation,) = sarif()["runs"][0]["invocations"]
    assert not invocation["executionSuccessful"]
    levels = [told["level"] for told in invocation["toolExecutionNotifications"]]
    assert levels == ["error", "note"]


def test_github_lines_are_one_each_and_escaped() -> None:
    lines = run_as_github(RUN, here=HERE, advice=True).split("\n")
    assert lines[0].startswith("::notice file=a.md,title=check-language::")
    assert lines[1].startswith(
        "::error file=my text.md,line=6,col=5,title=NCL-04::Duties: “Watches"
    )
    assert "50%25,%0Atablets" in lines[1]
    assert lines[2].startswith("::notice file=output/old.docx,title=NCL-04::")
    assert lines[3] == "::error file=/else/b.docx,title=word-empty::It is empty."
    assert len(run_as_github(RUN, here=HERE).split("\n")) == len(lines) - 1


@pytest.mark.parametrize("name", ["a:b.md", "a,b.md"])
def test_a_file_name_cannot_break_a_github_line(name: str) -> None:
    run = RunResult((ProfileResult(name, problems=(Problem("x", "y"),), form="text"),))
    (line,) = run_as_github(run, here=HERE).split("\n")
    assert line.split("::")[1].count(",") == 1


def test_json_tells_file_and_field_of_each_form() -> None:
    told = json.loads(run_as_json(RUN, suppressed=True))
    problem, first, second = told["findings"]
    assert (problem["file"], problem["category"]) == ("/else/b.docx", "file")
    assert (first["file"], first["line"], first["field"]) == ("/project/my text.md", 6, "duty")
    assert (second["file"], second["line"]) == ("/project/output/old.docx", 0)
    assert second["field"] == "role.purpose"
    assert second["profile"] == "/project/riverbend.yaml:12:3"
    assert [s["cause"] for s in told["suppressed"]] == ["negated"]
    assert told["summary"]["files"] == 3
    assert told["summary"]["known"] == 2
    assert "suppressed" not in json.loads(run_as_json(RUN))


def test_text_tells_the_place_in_word_before_the_line_of_the_profile() -> None:
    text = run_as_text(RUN, here=HERE, advice=True, suppressed=True)
    assert "advice NCL-04  (Duties, riverbend.yaml:12)" in text
    assert "silenced NCL-04  (Duties, riverbend.yaml:12)" in text
    assert "Cause: negated" in text
    assert "2 known findings left out (baseline)" in text


def test_a_baseline_that_was_written_is_told() -> None:
    text = run_as_text(replace(RUN, baseline=HERE / "known.json"), here=HERE)
    assert "2 findings are noted in known.json; from now on only others are told." in text


def test_a_copy_with_comments_is_told_with_its_path() -> None:
    copy = DocumentResult("", "Copy", "annotated", HERE / "old.checked.docx")
    run = RunResult((ProfileResult("old.docx", documents=(copy,), form="word"),))
    text = run_as_text(run, here=HERE)
    assert "old.checked.docx" in text
    assert text.endswith("1 copy with comments, 0 errors, 0 warnings.")

"""What a run looks like to a person and to a machine."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jdgen.errors import ExitCode, Place, Problem
from jdgen.model import Finding
from jdgen.reports import run_as_json, run_as_text
from jdgen.results import DocumentResult, ProfileResult, RunResult

HERE = Path("/project")
FINDING = Finding(
    rule="TIM-02",
    category="time",
    severity="warning",
    message="55 % of paid time is spent with people; 60 % is usual.",
    why="The role is worth most in direct contact.",
    suggestion="Move time from meetings to duties with people.",
    source="Toolkit, readiness checklist",
    at=Place("/project/riverbend.yaml", 12, 3, "duties"),
    document="job-description",
    place="Time at a glance, row 3",
    quote="55 %",
)


def run(*findings: Finding, **more: object) -> RunResult:
    return RunResult((ProfileResult("riverbend.yaml", "riverbend", findings, **more),))


def document(state: str, *, waits: bool = False) -> DocumentResult:
    path = HERE / "output" / "riverbend-brochure.docx"
    return DocumentResult("brochure", "Brochure", state, path, waits=waits)


def advice(finding: Finding) -> Finding:
    return Finding(**{**{n: getattr(finding, n) for n in Finding.__slots__}, "severity": "advice"})


def test_a_finding_tells_where_what_why_and_what_to_do() -> None:
    text = run_as_text(run(FINDING), here=HERE)
    assert "warning TIM-02  (riverbend.yaml:12, job-description: Time at a glance, row 3)" in text
    for part in (FINDING.message, FINDING.why, FINDING.suggestion, "55 %"):
        assert part in text


def test_advice_is_a_count_until_it_is_asked_for() -> None:
    quiet = run_as_text(run(advice(FINDING)), here=HERE)
    assert FINDING.message not in quiet
    assert "1 piece of advice: jdgen check --advice riverbend.yaml" in quiet
    assert FINDING.message in run_as_text(run(advice(FINDING)), here=HERE, advice=True)


def test_questions_of_practice_are_one_line() -> None:
    text = run_as_text(run(practice=(FINDING, FINDING)), here=HERE)
    assert "2 questions of practice are open: jdgen check --practice riverbend.yaml" in text
    assert FINDING.message not in text


def test_an_answered_finding_is_printed_with_its_answer() -> None:
    text = run_as_text(run(answered=((FINDING, "agreed with the team"),)), here=HERE)
    assert "answered: TIM-02" in text
    assert "agreed with the team" in text


def test_a_document_is_told_with_its_state_and_path() -> None:
    text = run_as_text(run(documents=(document("new"),)), here=HERE)
    assert "Brochure" in text
    assert str(Path("output/riverbend-brochure.docx")) in text
    assert "1 document written" in text


def test_a_problem_that_documents_share_is_told_once_with_its_place() -> None:
    problem = Problem("x", "There is no such logo.", "", Place("/project/_part.yaml", 23, 5))
    failed = [
        DocumentResult(kind, kind, "failed", problems=(problem,)) for kind in ("brochure", "sheet")
    ]
    text = run_as_text(run(documents=tuple(failed)), here=HERE)
    assert text.count("There is no such logo.") == 1
    assert "(brochure, sheet, _part.yaml:23)" in text


def test_the_copy_of_a_replaced_document_is_named() -> None:
    backup = HERE / "output" / ".jdgen" / "backup" / "riverbend-brochure.1.docx"
    text = run_as_text(run(documents=(replace(document("replaced"), backup=backup),)), here=HERE)
    assert "1 document written" in text
    assert f"the edited one is kept as {Path('output/.jdgen/backup')}" in text


def test_a_command_to_type_has_its_path_in_quotes_where_it_needs_them() -> None:
    result = ProfileResult("My shelter/role.yaml", "role", (), practice=(FINDING,))
    text = run_as_text(RunResult((result,)), here=HERE)
    assert 'jdgen check --practice "My shelter/role.yaml"' in text


def test_a_problem_of_several_documents_is_told_once_at_its_line() -> None:
    problem = Problem("logo-absent", "There is no logo.", "", Place("/project/_a.yaml", 7))
    failed = replace(document("failed"), path=None, problems=(problem,))
    text = run_as_text(run(documents=(failed, replace(failed, title="Letter"))), here=HERE)
    assert text.count("There is no logo.") == 1
    assert "problem  (Brochure, Letter, _a.yaml:7)" in text
    assert "2 not written, 1 problem to mend, 0 errors, 0 warnings." in text


def test_the_summary_counts_what_waits() -> None:
    text = run_as_text(run(documents=(document("open", waits=True),)), here=HERE)
    assert text.endswith("1 waiting for a person, 0 errors, 0 warnings.")


AFTER = "the guidelines are checked after that."


def test_a_profile_that_cannot_be_read_is_not_said_to_have_no_errors() -> None:
    problems = (Problem("a", "Wrong."), Problem("b", "Wrong."))
    unread = RunResult((ProfileResult("riverbend.yaml", problems=problems),))
    assert run_as_text(unread, here=HERE).endswith(f"2 problems to mend; {AFTER}")


@pytest.mark.parametrize(
    "checked",
    [
        ProfileResult("riverbend.yaml", "riverbend", problems=(Problem("full", "No room."),)),
        ProfileResult("riverbend.yaml", problems=(Problem("jdgen-mistake", "A mistake."),)),
        ProfileResult("a.docx", form="word", problems=(Problem("word-damaged", "Damaged."),)),
        ProfileResult("kind.yaml", form="other", problems=(Problem("kind", "No title."),)),
    ],
    ids=["written", "own mistake", "Word file", "kind"],
)
def test_nothing_is_said_of_checks_to_come_where_none_come(checked: ProfileResult) -> None:
    assert AFTER not in run_as_text(RunResult((checked,)), here=HERE)


def test_a_note_is_something_to_look_at() -> None:
    text = run_as_text(run(notes=(Problem("x", "The text ends before “#”."),)), here=HERE)
    assert "nothing to mend" not in text
    assert text.endswith("0 errors, 0 warnings, 1 note.")


def test_lines_stay_within_a_terminal() -> None:
    long = Finding(**{**{n: getattr(FINDING, n) for n in Finding.__slots__}, "why": "word " * 80})
    assert max(map(len, run_as_text(run(long), here=HERE).splitlines())) <= 100


def test_json_has_every_promised_name() -> None:
    told = json.loads(run_as_json(run(FINDING, documents=(document("new"),))))
    assert told["version"] == 1
    (finding,) = told["findings"]
    assert finding["file"] == "/project/riverbend.yaml"
    assert (finding["line"], finding["column"], finding["field"]) == (12, 3, "duties")
    assert told["summary"] == {
        **{"profiles": 1, "files": 0, "error": 0, "warning": 1, "advice": 0},
        **{"practice": 0, "known": 0},
    }


def test_json_tells_a_problem_as_a_finding_with_its_id_and_place() -> None:
    problem = Problem("profile-empty", "The file is empty.", "Copy an example.", Place("a.yaml", 1))
    told = json.loads(run_as_json(run(problems=(problem,))))
    (finding,) = told["findings"]
    assert (finding["id"], finding["file"], finding["line"]) == ("profile-empty", "a.yaml", 1)
    assert (finding["message"], finding["suggestion"]) == (problem.message, problem.hint)
    assert told["summary"]["error"] == 1


@pytest.mark.parametrize(
    ("result", "strict", "code"),
    [
        (run(), False, ExitCode.OK),
        (run(FINDING), False, ExitCode.OK),
        (run(FINDING), True, ExitCode.FINDINGS),
        (run(advice(FINDING)), True, ExitCode.OK),
        (run(notes=(Problem("profile-comment-cut", "cut short"),)), False, ExitCode.OK),
        (run(notes=(Problem("profile-comment-cut", "cut short"),)), True, ExitCode.FINDINGS),
        (run(notes=(Problem("profile-retired", "retired"),)), True, ExitCode.OK),
        (run(problems=(Problem("x", "broken"),)), False, ExitCode.FINDINGS),
        (run(documents=(document("open", waits=True),)), False, ExitCode.LEFT_TO_A_PERSON),
        (run(FINDING, documents=(document("open", waits=True),)), True, ExitCode.FINDINGS),
    ],
)
def test_the_exit_code_says_what_is_left_to_do(
    result: RunResult, strict: bool, code: ExitCode
) -> None:
    assert result.exit_code(strict=strict) == code

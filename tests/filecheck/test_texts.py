"""`jdgen check` on plain text and Markdown: line, column, and the field of each paragraph."""

from __future__ import annotations

import json
from pathlib import Path

MARKDOWN = """# Peer worker

## What you will do

- Talks with people
- **Watches** residents swallow their evening tablets

## What people say

> I take my tablets when I want to.
"""


def check(jdgen, project: Path, text: str, *more: str, name: str = "posting.md") -> dict:
    (project / name).write_text(text, encoding="utf-8")
    return json.loads(jdgen("check", name, *more, "--format=json").out)


def test_a_finding_has_its_line_column_field_and_place(project: Path, jdgen) -> None:
    told = check(jdgen, project, MARKDOWN)
    (found,) = told["findings"]
    assert (found["file"], found["line"]) == ("posting.md", 6)
    assert MARKDOWN.split("\n")[5][found["column"] - 1 :].startswith(found["quote"].split()[0])
    assert found["field"] == "duty"
    assert found["place"] == "What you will do"


def test_a_text_is_judged_as_what_it_calls_itself(project: Path, jdgen) -> None:
    text = "# Interview guide\n\n- Why do you want this job?\n- Are you on medication?\n"
    (project / "a.md").write_text(text, encoding="utf-8")
    told = jdgen("check", "a.md")
    assert "by its title: interview guide" in told.out
    assert "error HIR-07  (Interview guide, a.md:4)" in told.out
    assert "warning HIR-06  (Interview guide, a.md:1)" in told.out


def test_text_is_told_with_its_line(project: Path, jdgen) -> None:
    (project / "a.txt").write_text("DUTIES\n\n- Leads TBD groups\n", encoding="utf-8")
    told = jdgen("check", "a.txt")
    assert told.code == 1
    assert "error WRF-01  (DUTIES, a.txt:3)" in told.out


def test_a_field_holds_for_the_whole_text(project: Path, jdgen) -> None:
    text = "Please tell us your diagnosis and show proof of two years of stability.\n"
    found = check(jdgen, project, text, "--field", "qualification", name="a.txt")["findings"]
    assert {f["field"] for f in found} == {"qualification"}
    assert "disclosure-demand" in {f["category"] for f in found}


def test_a_field_that_does_not_exist_is_wrong_use(project: Path, jdgen) -> None:
    (project / "a.txt").write_text("x", encoding="utf-8")
    told = jdgen("check", "a.txt", "--field", "dutty")
    assert told.code == 2
    assert "duty" in told.err


def test_a_file_without_ending_is_a_text_where_a_field_is_given(project: Path, jdgen) -> None:
    (project / "notes").write_text("Talks with people.", encoding="utf-8")
    assert jdgen("check", "notes", "--field", "duty").code == 0

"""The JSON of a night: keys that monitoring can rely on, and nothing private."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from jdgen.errors import ExitCode
from jdgen.reports import night_as_json, run_as_json
from jdgen.reports.night.words import meaning, words_of
from jdgen.results import RunResult, WordChange
from tools.invented_night import document, invented_night

NIGHT = invented_night()
KEYS = [
    "version", "run", "jdgen", "started", "ended", "last_good", "dry_run", "exit_code", "meaning",
    "headline", "output", "report", "states", "documents", "tasks", "accept_upgrade", "waiting",
    "orphans", "due", "time", "findings", "summary",
]  # fmt: skip


def told(night=NIGHT):
    return json.loads(night_as_json(night))


def test_every_promised_key_is_there_in_order() -> None:
    assert list(told()) == KEYS
    empty = replace(
        NIGHT, run=RunResult(()), waiting=(), orphans=(), due=(), charts=(), last_good=None,
        report=None, profiles=None,
    )  # fmt: skip
    assert list(told(empty)) == KEYS
    assert (told(empty)["last_good"], told(empty)["report"]) == (None, "")


def test_version_code_times_and_counts_are_plain() -> None:
    night = told()
    assert (night["version"], night["exit_code"], night["dry_run"]) == (1, 1, False)
    assert night["started"] == "2026-11-21T02:30:02-05:00"
    assert night["states"]["held"] == 3
    assert night["accept_upgrade"].endswith("--accept-upgrade")


def test_findings_have_the_shape_that_check_gives_them() -> None:
    checked = json.loads(run_as_json(NIGHT.run))
    assert told()["findings"] == checked["findings"]
    assert told()["summary"] == checked["summary"]


def test_a_document_says_why_and_what_changed_in_words() -> None:
    first = told()["documents"][0]
    assert set(first) == {
        "profile", "kind", "title", "state", "path", "pdf", "backup", "note", "owner", "why",
        "waits", "changes", "untracked",
    }  # fmt: skip
    assert first["why"] == "the profile changed"
    assert first["changes"][2]["conflict"] is True


def test_what_waits_what_runs_out_and_who_is_asked_are_lists_of_plain_values() -> None:
    night = told()
    assert set(night["tasks"][0]) == {
        "profile", "title", "path", "label", "do", "ask", "note", "since", "rank",
    }  # fmt: skip
    assert set(night["waiting"][0]) == {
        "profile_id", "kind", "path", "proposals", "conflicts", "since", "readers",
    }  # fmt: skip
    assert set(night["orphans"][0]) == {"profile_id", "kind", "path", "reason", "public"}
    assert set(night["due"][0]) == {"profile_id", "file", "line", "what", "day"}
    assert set(night["time"][0]) == {"profile_id", "title", "shares"}
    assert night["due"][0]["day"] == "2026-12-01"


def test_reasons_of_waivers_and_words_of_private_changes_are_left_out() -> None:
    finding = NIGHT.run.profiles[3].findings[0]
    change = WordChange("text: At first", "I felt heard", "They were kind", private=True)
    made = document("northgate", "brochure", "changed", changes=(change,))
    profile = replace(
        NIGHT.run.profiles[0], documents=(made,), answered=((finding, "she is my sister"),)
    )
    text = night_as_json(replace(NIGHT, run=RunResult((profile,))))
    for private in ("sister", "At first", "I felt heard", "They were kind"):
        assert private not in text
    assert json.loads(text)["documents"][0]["changes"][0]["private"] is True


def test_the_docs_name_every_key_label_and_meaning() -> None:
    page = (Path(__file__).parents[2] / "docs" / "nightly-report.md").read_text(encoding="utf-8")
    first = told()["documents"][0]
    names = [*KEYS, *first, *first["changes"][0], *told()["tasks"][0], *told()["time"][0]]
    for entries in ("waiting", "orphans", "due"):
        names += told()[entries][0]
    assert [name for name in names if f"`{name}`" not in page] == []
    for code in ExitCode:
        assert f"| {int(code)} | {meaning(code)} |" in page
    for state in ("new", "changed", "merged", "open", "missing", "held", "failed", "waiting"):
        assert words_of(state).label in page

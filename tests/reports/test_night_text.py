"""The mail of a night: thirty lines at most, one where there is nothing to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import Place, Problem
from jdgen.nights import Due, Night, Orphan, Waiting
from jdgen.reports import is_quiet, night_as_text
from jdgen.results import DocumentResult, ProfileResult, RunResult
from tools.invented_night import OUT, document, invented_night

STATES = (
    "new", "changed", "replaced", "unchanged", "edited", "merged", "edited and changed", "open",
    "locked", "missing", "held", "draft", "not written", "failed", "never heard of",
)  # fmt: skip
NIGHT = invented_night()


def night_of(*profiles: ProfileResult, **more: object) -> Night:
    plain = {"waiting": (), "orphans": (), "due": (), "charts": (), "report": None}
    return replace(NIGHT, run=RunResult(profiles), **{**plain, **more})


def profile(*documents: DocumentResult, **more: object) -> ProfileResult:
    file = str(OUT.parent / "profiles" / "riverbend.yaml")
    return ProfileResult(file, "riverbend", documents=documents, owner="Dana", **more)


def lines_of(night: Night) -> list[str]:
    return night_as_text(night).splitlines()


def test_a_night_tells_what_waits_what_to_mend_and_what_runs_out() -> None:
    text = night_as_text(NIGHT)
    for told in (
        "3 held",
        "profiles/millbrook.yaml:23: No field is called 'supervison'",
        "output/riverbend/riverbend-brochure.docx: Open in Word (open by M. Ross",
        "Close it in Word.",
        "Ask Dana Okafor.",
        "jdgen nightly /srv/peer-roles/profiles -o /srv/peer-roles/output --accept-upgrade",
        "the review of the profile, profiles/northgate.yaml:9",
        f"Report: {NIGHT.report}",
    ):
        assert told in text


def test_the_last_line_says_what_the_exit_code_means() -> None:
    assert lines_of(NIGHT)[-1] == "Exit code 1: something has to be mended: see what is listed."
    waits = night_of(profile(document("riverbend", "brochure", "open", waits=True)))
    assert lines_of(waits)[-1] == "Exit code 3: finished, but something is left to a person."


def test_a_quiet_night_is_one_line() -> None:
    night = night_of(profile(document("riverbend", "brochure")))
    (line,) = lines_of(night)
    assert line == (
        "jdgen 2026-11-21 02:30 -0500, 1 document of 1 profile: nothing to change. "
        "Exit code 0: all good, or nothing to do."
    )
    assert is_quiet(night)


def test_what_only_stands_there_from_earlier_is_a_part_of_the_one_line() -> None:
    night = replace(
        NIGHT, run=RunResult((profile(document("riverbend", "brochure", "edited")),)), report=None
    )
    (line,) = lines_of(night)
    assert "1 document still to review; 3 dates come up; 1 document no longer asked for" in line
    assert "(jdgen status names them)" in line


@pytest.mark.parametrize("state", ["new", "changed", "merged", "open", "failed"])
def test_a_night_that_did_something_is_not_quiet(state: str) -> None:
    made = document("riverbend", "brochure", state, waits=state in ("open", "failed"))
    assert not is_quiet(night_of(profile(made)))


def test_a_broken_profile_is_told_with_its_line_the_first_message_and_a_count() -> None:
    place = Place(str(OUT.parent / "profiles" / "riverbend.yaml"), 14, 3)
    broken = (Problem("a", "Hours are missing.", "", place), Problem("b", "And pay."))
    text = night_as_text(night_of(profile(problems=broken)))
    assert "  profiles/riverbend.yaml:14: Hours are missing. (and 1 more) Ask Dana." in text
    assert "And pay." not in text


def test_a_failed_document_without_a_word_is_still_told() -> None:
    text = night_as_text(night_of(profile(document("riverbend", "brochure", "failed"))))
    assert "profiles/riverbend.yaml: Brochure: Failed" in text


def test_a_path_with_spaces_can_be_typed_as_it_is_told() -> None:
    held = document("riverbend", "brochure", "held", waits=True)
    night = night_of(profile(held), output=Path("/srv/my roles/out"))
    assert '-o "/srv/my roles/out" --accept-upgrade' in night_as_text(night)


def test_a_dry_run_says_so() -> None:
    assert "(dry run, nothing written)" in lines_of(replace(NIGHT, dry_run=True))[0]


def test_why_has_one_line_for_each_document_however_many() -> None:
    night = night_of(*(profile(document("riverbend", "brochure", "changed", why="a new template"))
                       for _ in range(100)))  # fmt: skip
    told = night_as_text(night, why=True).splitlines()
    assert told.count("  output/riverbend/riverbend-brochure.docx: changed, a new template") == 100


def test_a_thousand_profiles_that_all_go_wrong_fit_into_thirty_lines() -> None:
    profiles = [
        replace(
            profile(
                *(document("riverbend", "brochure", state, waits=state == "open")
                  for state in STATES),
                problems=(Problem("x", f"Wrong {number}"),),
            ),
            file=f"profiles/{number}.yaml",
        )
        for number in range(1000)
    ]  # fmt: skip
    lines = lines_of(replace(NIGHT, run=RunResult(tuple(profiles))))
    assert len(lines) == 30
    assert "To mend (1,000)" in lines
    assert any(line.startswith("  and ") and line.endswith(" more") for line in lines)


names = st.text(max_size=60)
paths = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40).map(
    lambda name: OUT / "x" / f"{name}.docx"
)
made = st.builds(
    DocumentResult, names, names, st.sampled_from(STATES), paths | st.none(), note=names, why=names,
    waits=st.booleans(), problems=st.lists(st.builds(Problem, names, names), max_size=2).map(tuple),
)  # fmt: skip
profiles = st.builds(
    ProfileResult, names, names, documents=st.lists(made, max_size=4).map(tuple), owner=names,
    problems=st.lists(st.builds(Problem, names, names), max_size=3).map(tuple),
)  # fmt: skip
nights = st.builds(
    night_of_many := lambda run, waiting, orphans, due, report: replace(
        NIGHT, run=RunResult(tuple(run)), waiting=tuple(waiting), orphans=tuple(orphans),
        due=tuple(due), report=report,
    ),
    st.lists(profiles, max_size=12),
    st.lists(st.builds(Waiting, names, names, paths, st.integers(0), st.integers(0)), max_size=12),
    st.lists(st.builds(Orphan, names, names, paths, names), max_size=12),
    st.lists(st.builds(Due, names, names, st.integers(0, 9), names, st.dates(date(2000, 1, 1))),
             max_size=12),
    paths | st.none(),
)  # fmt: skip


@given(nights)
def test_no_night_has_more_than_thirty_lines_or_a_line_that_breaks(night: Night) -> None:
    lines = lines_of(night)
    assert 1 <= len(lines) <= 30
    assert lines[-1].rstrip(".").split("Exit code ")[1][0].isdigit()
    assert all(len(line) <= 310 for line in lines)
    assert all(line.isprintable() for line in lines)


def test_own_words_are_plain_ascii_and_quotes_are_made_plain() -> None:
    assert night_as_text(NIGHT, why=True).isascii()

"""`--baseline`: what old documents are known for is not told again; what is new is."""

from __future__ import annotations

import json
from pathlib import Path


def check(jdgen, *paths: object):
    return jdgen("check", *paths, "--baseline", "known.json")


def write(project: Path, *lines: str, name: str = "old.txt") -> str:
    (project / name).write_text("\n\n".join(lines), encoding="utf-8")
    return name


def test_the_first_run_notes_all_and_later_runs_tell_only_what_is_new(project, jdgen) -> None:
    path = write(project, "Leads TBD groups.")
    told = check(jdgen, path)
    assert told.code == 0
    assert "1 finding is noted in known.json; from now on only others are told." in told.out
    told = check(jdgen, path)
    assert told.code == 0
    assert "1 known finding left out" in told.out
    write(project, "New line.", "Leads TBD groups.", "Calls TODO.")
    told = check(jdgen, path)
    assert told.code == 1
    assert "TODO" in told.out
    assert "TBD" not in told.out


def test_a_second_one_of_the_same_words_is_new(project, jdgen) -> None:
    path = write(project, "Leads TBD groups.")
    check(jdgen, path)
    write(project, "Leads TBD groups.", "Leads TBD groups.")
    assert check(jdgen, path).code == 1


def test_what_one_file_is_known_for_excuses_no_other(project, jdgen) -> None:
    check(jdgen, write(project, "Leads TBD groups."))
    assert check(jdgen, write(project, "Leads TBD groups.", name="other.txt")).code == 1


def test_an_empty_first_run_is_noted_too(project, jdgen) -> None:
    check(jdgen, write(project, "Talks."))
    assert json.loads((project / "known.json").read_text(encoding="utf-8"))["known"] == []
    assert check(jdgen, write(project, "Leads TBD groups.")).code == 1


def test_a_file_that_is_no_baseline_is_wrong_use_and_stays(project, jdgen) -> None:
    for text in ("[]", "{", '{"version": 2, "known": []}', '{"version": 1, "known": [1]}'):
        (project / "known.json").write_text(text, encoding="utf-8")
        told = check(jdgen, write(project, "Talks."))
        assert told.code == 2
        assert "no baseline" in told.err
        assert (project / "known.json").read_text(encoding="utf-8") == text

"""Which profiles are meant where files, folders and parts are named."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_word_file_is_not_taken_for_a_profile(project: Path, jdgen, command: str) -> None:
    (project / "role.docx").write_bytes(b"PK\x03\x04\xff")
    told = jdgen(command, "role.docx")
    assert told.code == 1
    assert "a Word file" in told.out
    assert ".yaml" in told.out
    assert "UTF-8" not in told.out


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_folder_without_profiles_is_told(project: Path, jdgen, command: str) -> None:
    (project / "empty").mkdir()
    told = jdgen(command, "empty")
    assert told.code == 2
    assert "There is no profile in empty" in told.err


def test_a_folder_of_parts_alone_names_them(project: Path, jdgen) -> None:
    (project / "riverbend.yaml").unlink()
    assert "_riverbend.yaml" in jdgen("check", ".").err


def test_parts_among_profiles_are_left_out_as_in_a_folder(project: Path, jdgen) -> None:
    told = jdgen("check", "_riverbend.yaml", "riverbend.yaml")
    assert told.code == 0, told.err
    assert "_riverbend.yaml" not in told.out


def test_a_part_is_not_built(project: Path, jdgen) -> None:
    told = jdgen("build", "_riverbend.yaml")
    assert told.code == 1
    assert "part" in told.err + told.out

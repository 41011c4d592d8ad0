"""What the doctor sees: one line each, what to do, and nothing left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from jdgen.doctor import examine, machine
from jdgen.doctor.check import Check


def seen(name: str, **more: object) -> Check:
    return seen_on(datetime.now(UTC), name, **more)


def seen_on(now: datetime, name: str, **more: object) -> Check:
    (check,) = [check for check in examine(now, **more) if check.name == name]
    return check


def test_a_sound_project_is_well_and_nothing_stays_behind(jdgen, project: Path) -> None:
    before = sorted(project.rglob("*"))
    told = jdgen("doctor")
    assert told.code == 0, told.out
    assert told.out.rstrip().endswith("All is well.")
    names = [line.split(maxsplit=1)[1].split(":")[0] for line in told.out.splitlines()[:-1]]
    assert names == [
        "Settings", "Python", "LibreOffice", "Fonts", "Templates", "Output folder", "Lock",
        "Clock", "Store", "Disk",
    ]  # fmt: skip
    assert sorted(project.rglob("*")) == before


def test_after_a_build_the_store_is_known(jdgen, project: Path) -> None:
    jdgen("build", "riverbend.yaml")
    assert seen("Store").told.endswith("3 documents known")
    assert seen("Output folder") == Check("Output folder", told=str(project / "output"))


def test_settings_that_cannot_be_read_are_told_and_the_rest_goes_on(jdgen, project: Path) -> None:
    (project / "jdgen.toml").write_text("outptu = 'x'", encoding="utf-8")
    told = jdgen("doctor")
    assert told.code == 1
    assert "look here  Settings: No setting is called 'outptu'." in told.out
    assert "Did you mean 'output'?" in told.out
    assert "ok         Disk" in told.out
    assert told.out.rstrip().endswith("1 thing to look at.")


def test_a_broken_template_is_named(project: Path) -> None:
    kind = project / "templates" / "leaflet"
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text("title: Leaflet\n", encoding="utf-8")
    (kind / "template.docx").write_bytes(b"no Word file")
    check = seen("Templates")
    assert (check.ok, check.told) == (False, "these have errors: leaflet")
    assert "jdgen template check" in check.do


def test_an_old_python_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.sys, "version_info", (3, 10, 2))
    assert "3.11" in machine.python().do


def test_fonts_matter_only_where_there_is_libreoffice(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "_FONT_FOLDERS", (str(project),))
    monkeypatch.setattr(machine, "find_office", lambda: None)
    assert machine.fonts().ok
    assert "only --pdf needs it" in machine.office().told
    monkeypatch.setattr(machine, "find_office", lambda: "/usr/bin/soffice")
    assert "apt install fonts-crosextra-carlito" in machine.fonts().do
    (project / "Carlito-Regular.ttf").touch()
    assert machine.fonts().told == "Carlito-Regular.ttf, for PDF"


def test_a_folder_that_cannot_be_written_to_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*arguments: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(machine.tempfile, "TemporaryDirectory", refused)
    check = seen("Output folder")
    assert "you may not write there" in check.told
    assert not check.ok


def test_locks_that_do_nothing_are_found_out(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "single_run", lambda folder: contextlib.nullcontext())
    check = seen("Lock")
    assert "locks do nothing" in check.told
    assert "jdgen.toml" in check.do


def test_a_clock_that_was_set_back_is_found_out(jdgen, project: Path) -> None:
    jdgen("build", "riverbend.yaml")
    back = seen_on(datetime.now(UTC) - timedelta(days=90), "Clock")
    assert "but the store was written on" in back.told
    assert "which cannot be" in seen_on(datetime(1970, 1, 2, tzinfo=UTC), "Clock").told


def test_a_file_server_whose_clock_is_off_is_found_out(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = machine.write_atomically

    def write_as_an_old_server(path: Path, data: bytes) -> None:
        write(path, data)
        os.utime(path, (0, datetime.now().timestamp() - 3600))

    monkeypatch.setattr(machine, "write_atomically", write_as_an_old_server)
    assert "60 minutes apart" in seen("Clock").told


@pytest.mark.parametrize("name", ["record.json", "base.docx", "provenance.json"])
def test_a_damaged_store_is_found_out(jdgen, project: Path, name: str) -> None:
    jdgen("build", "riverbend.yaml")
    (file,) = (project / "output" / ".jdgen").glob(f"documents/*/brochure/{name}")
    file.write_bytes(b"{torn")
    check = seen("Store")
    assert (check.ok, check.told) == (False, "cannot be read for riverbend-peer-worker/brochure")
    assert "no edit is replaced" in check.do


def test_a_run_that_was_cut_off_is_seen(jdgen, project: Path) -> None:
    jdgen("build", "riverbend.yaml")
    (folder,) = (project / "output" / ".jdgen").glob("documents/*/brochure")
    shutil.copytree(folder, folder / "pending")
    assert seen("Store").told == "a run was cut off in 1 of them"


def test_a_full_disk_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda path: SimpleNamespace(free=2**20))
    assert "Make room" in seen("Disk").do


def test_a_check_that_breaks_is_a_thing_to_look_at(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda path: 1 / 0)
    check = seen("Disk")
    assert not check.ok
    assert "ZeroDivisionError" in check.told


def test_a_file_where_the_output_folder_should_be_is_told(project: Path) -> None:
    (project / "out").write_text("", encoding="utf-8")
    check = seen("Output folder", output=project / "out" / "inside")
    assert not check.ok
    assert "a file, not a folder" in check.told


def test_a_path_that_the_system_refuses_is_no_mistake_of_jdgen(project: Path) -> None:
    told = [check.told for check in examine(datetime.now(UTC), output=project / ("x" * 300))]
    assert "Cannot use this file: the path is too long." in told
    assert "mistake" not in " ".join(told)


def test_a_file_in_the_place_of_the_store_is_seen(project: Path) -> None:
    (project / "output").mkdir()
    in_the_way = project / "output" / ".jdgen"
    in_the_way.write_text("a file", encoding="utf-8")
    check = seen("Store")
    assert not check.ok
    assert str(in_the_way) in check.told
    assert "Move it away" in check.do

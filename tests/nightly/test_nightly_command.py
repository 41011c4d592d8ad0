"""`jdgen nightly` as a scheduler starts it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[2]


def started(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """A real process with next to no surroundings: no HOME, no terminal, another folder."""
    return subprocess.run(
        [sys.executable, "-m", "jdgen", "nightly", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": os.defpath},
    )


def test_it_runs_without_a_home_from_any_folder_and_asks_nothing(house, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = started(elsewhere, house.root / "profiles")
    assert (done.returncode, done.stderr) == (0, "")
    assert house.path().exists()
    assert not list(elsewhere.iterdir())
    assert "\x1b" not in done.stdout
    assert str(house.root) in done.stdout
    assert "Exit code 0" in done.stdout.splitlines()[-1]


def test_without_a_folder_it_takes_the_profiles_of_the_project(house) -> None:
    done = started(house.root)
    assert done.returncode == 0
    assert house.path().exists()


def test_processes_come_to_the_same_as_one(house, tmp_path: Path) -> None:
    text = (house.root / "profiles" / "riverbend.yaml").read_text(encoding="utf-8")
    for name in ("alpha", "beta", "gamma"):
        copy = text.replace("id: riverbend-peer-worker", f"id: {name}")
        (house.root / "profiles" / f"{name}.yaml").write_text(copy, encoding="utf-8")
    told = []
    for jobs, output in ((1, "one"), (3, "three")):
        done = started(house.root, "--jobs", jobs, "-o", tmp_path / output, "--format", "json")
        assert done.returncode == 0, done.stderr
        report = json.loads(done.stdout)
        told.append([(d["profile"], d["kind"], d["state"]) for d in report["documents"]])
    assert told[0] == told[1]
    assert [profile for profile, _, _ in told[0]] == [
        "alpha",
        "beta",
        "gamma",
        "riverbend-peer-worker",
    ]
    one, three = (
        {p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*.docx")}
        for name in ("one", "three")
    )
    assert one == three
    assert len(one) == 8  # four documents, four bases


def test_where_processes_die_the_night_goes_on_without_them(house, monkeypatch) -> None:
    from concurrent.futures import BrokenExecutor

    from jdgen.nightly import work

    class Dying:
        def __init__(self, *_: object) -> None:
            self.left = 1

        def submit(self, step, unit):
            if not self.left:
                raise BrokenExecutor("a process died")
            self.left -= 1
            future = work.Future()
            future.set_exception(BrokenExecutor("a process died"))
            return future

        def shutdown(self, **_: object) -> None:
            pass

    text = (house.root / "profiles" / "riverbend.yaml").read_text(encoding="utf-8")
    copy = text.replace("id: riverbend-peer-worker", "id: other")
    (house.root / "profiles" / "other.yaml").write_text(copy, encoding="utf-8")
    monkeypatch.setattr(work, "ProcessPoolExecutor", Dying)
    night = house.night(jobs=2)
    assert [d.state for p in night.run.profiles for d in p.documents] == ["new", "new"]


def test_wrong_settings_end_with_two_and_their_place_whichever_process_finds_them(house) -> None:
    text = (house.root / "profiles" / "riverbend.yaml").read_text(encoding="utf-8")
    copy = text.replace("id: riverbend-peer-worker", "id: other")
    (house.root / "profiles" / "other.yaml").write_text(copy, encoding="utf-8")
    (house.root / "jdgen.toml").write_text("[thresholds.TIM-02]\nwarn = 1\n", encoding="utf-8")
    done = started(house.root, "--jobs", 2)
    assert done.returncode == 2
    assert "jdgen.toml: There is no threshold TIM-02.warn." in done.stderr


def test_why_names_the_reason_for_each(house, jdgen) -> None:
    folder = house.root / "profiles"
    assert "the first night that sees it" in jdgen("nightly", folder, "--why").out
    assert "nothing changed" in jdgen("nightly", folder, "--why").out
    house.new_phone()
    told = jdgen("nightly", folder, "--why", "--dry-run")
    assert "a shared part changed (_riverbend.yaml)" in told.out
    assert "555-0134" in house.text()


def test_the_last_line_tells_what_the_exit_code_means(house, jdgen) -> None:
    folder = house.root / "profiles"
    jdgen("nightly", folder)
    house.path().write_bytes(b"no Word file")
    told = jdgen("nightly", folder)
    assert told.code == 3
    assert re.search(r"Exit code 3: .*person", told.out.splitlines()[-1])


def test_a_broken_profile_ends_with_one_and_says_where(house, jdgen) -> None:
    house.edit("percent: 20", "percent: twenty")
    told = jdgen("nightly", house.root / "profiles")
    assert told.code == 1
    assert re.search(r"riverbend\.yaml:\d+", told.out)


def test_wrong_settings_and_folders_end_with_two(house, jdgen) -> None:
    assert jdgen("nightly", house.root / "nowhere").code == 2
    empty = house.root / "empty"
    empty.mkdir()
    assert jdgen("nightly", empty).code == 2
    (house.root / "jdgen.toml").write_text("nightli = 1", encoding="utf-8")
    assert jdgen("nightly", house.root / "profiles").code == 2


def test_another_run_at_work_ends_with_four(house, jdgen) -> None:
    from jdgen.store import single_run

    with single_run(house.root / "output" / ".jdgen"):
        assert jdgen("nightly", house.root / "profiles").code == 4


def test_a_report_is_a_page_json_or_text_by_its_name(house, jdgen, tmp_path: Path) -> None:
    for name in ("night.html", "night.json", "night.txt"):
        jdgen("nightly", house.root / "profiles", "--report", tmp_path / name)
    assert (tmp_path / "night.html").read_text(encoding="utf-8").startswith("<!")
    assert json.loads((tmp_path / "night.json").read_bytes())["version"] == 1
    assert "Exit code" in (tmp_path / "night.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["profiles/riverbend.yaml", "profiles/brand/riverbend.png", "minutes.docx", ""]
)
def test_a_report_is_never_written_over_a_profile_or_a_document(house, jdgen, name: str) -> None:
    (house.root / "minutes.docx").write_bytes(b"somebody's own")
    before = house.tree()
    ended = jdgen("nightly", house.root / "profiles", "--report", house.root / name if name else "")
    assert (ended.code, house.tree()) == (2, before)
    assert ".html" in ended.err or "directory" in ended.err


def test_the_heartbeat_tells_of_the_last_run_and_no_dry_run_touches_it(house, jdgen) -> None:
    heartbeat = house.root / "output" / ".jdgen" / "heartbeat"
    jdgen("nightly", house.root / "profiles")
    first = heartbeat.read_text(encoding="utf-8")
    assert first.rstrip().endswith(" 0")
    jdgen("nightly", house.root / "profiles", "--dry-run")
    assert heartbeat.read_text(encoding="utf-8") == first
    house.edit("percent: 20", "percent: twenty")
    jdgen("nightly", house.root / "profiles")
    assert heartbeat.read_text(encoding="utf-8").rstrip().endswith(" 1")


def test_a_night_that_may_take_no_longer_leaves_the_rest_to_the_next(house, monkeypatch) -> None:
    from jdgen.nightly import run

    long_ago = SimpleNamespace(monotonic=lambda: -1e9)
    monkeypatch.setattr(run, "time", long_ago)
    (house.root / "jdgen.toml").write_text("[nightly]\nmost_minutes = 1\n", encoding="utf-8")
    night = house.night()
    assert [problem.id for problem in night.run.profiles[0].problems] == ["night-over"]
    monkeypatch.undo()
    assert house.document(house.night()).state == "new"

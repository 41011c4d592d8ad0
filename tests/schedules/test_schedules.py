"""Definitions that schedulers can read, whatever is in a path."""

from __future__ import annotations

import re
import shlex
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import UsageError
from jdgen.schedules import SYSTEMS, Job, definitions, how_to

ODD = '/srv/Peer & Söhne\'s 100% "new" $HOME'
JOB = Job(
    "/opt/jd gen/bin/python", ODD, f"{ODD}/profiles", f"{ODD}/out", f"{ODD}/out/r.html", "02:05",
    "dana", "/usr/bin/flock",
)  # fmt: skip
WINDOWS = Job(
    r"C:\Program Files\Python\python.exe", r"\\server\R&D 100%", r"\\server\R&D 100%\profiles",
    r"D:\out <x>", r"D:\out\r.html", "02:05",
)  # fmt: skip
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def cron_command(text: str) -> tuple[list[str], str]:
    """The times and the command of the one line, read as cron reads them (crontab(5))."""
    (line,) = [row for row in text.splitlines() if re.match(r"\d", row)]
    *times, command = line.split(" ", 5)
    assert not re.search(r"(?<!\\)%", command)
    return times, command.replace(r"\%", "%")


def test_cron_runs_at_the_time_and_the_shell_sees_the_paths_whole() -> None:
    (file,) = definitions("cron", JOB)
    times, command = cron_command(file.text)
    assert times == ["5", "2", "*", "*", "*"]
    cd, folder, then, *rest = shlex.split(command)
    assert (cd, folder, then) == ("cd", ODD, "&&")
    assert rest == ["/usr/bin/flock", "-n", "-E", "4", f"{ODD}/.jdgen-nightly.lock", *JOB.command()]
    assert "PATH=/usr/local/bin:/usr/bin:/bin" in file.text
    assert "# MAILTO=" in file.text


def test_cron_without_flock_relies_on_jdgens_own_lock() -> None:
    (file,) = definitions("cron", replace(JOB, flock=""))
    assert shlex.split(cron_command(file.text)[1])[3:] == JOB.command()


def test_systemd_gets_service_timer_and_failure_unit() -> None:
    service, timer, failure = definitions("systemd", JOB)
    assert [f.name for f in (service, timer, failure)] == [
        "jdgen-nightly.service",
        "jdgen-nightly.timer",
        "jdgen-nightly-failure.service",
    ]
    assert "Persistent=true" in timer.text
    assert "OnCalendar=*-*-* 02:05:00" in timer.text
    assert f"OnFailure={failure.name}" in service.text
    assert "User=dana" in service.text
    assert "| mail -s" in failure.text


def unit_words(text: str) -> list[str]:
    """The words of ExecStart as systemd reads them (systemd.service(5), command lines)."""
    (line,) = re.findall(r"^ExecStart=(.*)$", text, re.M)
    words = [quoted or plain for quoted, plain in re.findall(r'"((?:[^"\\]|\\.)*)"|([^" ]+)', line)]
    plain = [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words]
    return [plain[0], *(word.replace("$$", "$") for word in plain[1:])]


def test_systemd_sees_the_paths_whole() -> None:
    service = definitions("systemd", JOB)[0]
    assert unit_words(service.text) == JOB.command()
    assert f"WorkingDirectory={ODD.replace('%', '%%')}" in service.text


def test_the_windows_task_is_what_its_schema_wants() -> None:
    task = definitions("windows", WINDOWS)[0]
    root = ET.fromstring(task.data())
    assert root.tag == f"{TASK}Task"
    assert [child.tag.removeprefix(TASK) for child in root] == [
        "RegistrationInfo", "Triggers", "Principals", "Settings", "Actions",
    ]  # fmt: skip
    trigger = root.find(f"{TASK}Triggers/{TASK}CalendarTrigger")
    assert trigger is not None
    assert [child.tag.removeprefix(TASK) for child in trigger] == [
        "StartBoundary", "Enabled", "ScheduleByDay",
    ]  # fmt: skip
    told = {element.tag.removeprefix(TASK): element.text for element in root.iter()}
    assert told["StartBoundary"] == "2026-01-01T02:05:00"
    assert told["Command"] == r"\\server\R&D 100%\jdgen-nightly.cmd"
    assert told["WorkingDirectory"] == WINDOWS.project
    assert told["MultipleInstancesPolicy"] == "IgnoreNew"
    assert told["StartWhenAvailable"] == "true"


def test_the_windows_script_keeps_percent_signs_and_the_exit_code() -> None:
    script = definitions("windows", WINDOWS)[1]
    lines = script.data().decode("utf-8").split("\r\n")
    assert r'pushd "\\server\R&D 100%%" || exit /b 2' in lines
    (run,) = [line for line in lines if "-m jdgen nightly" in line]
    assert run == (
        r'"C:\Program Files\Python\python.exe" -P -m jdgen nightly "\\server\R&D 100%%\profiles" '
        r'-o "D:\out <x>" --report "D:\out\r.html" > "\\server\R&D 100%%\jdgen-nightly.log" 2>&1'
    )
    assert lines[-4:] == ["set code=%ERRORLEVEL%", "popd", "exit /b %code%", ""]


@pytest.mark.parametrize("system", SYSTEMS)
def test_two_lines_say_how_to_install(system: str) -> None:
    assert len(how_to(system, JOB)) == 2
    assert how_to(system, JOB)[0].startswith("To install: ")


@pytest.mark.parametrize(
    ("system", "path"), [("cron", "/a\nb"), ("cron", "/a\\b"), ("systemd", "/a\n[Service]"),
                         ("windows", 'C:\\a" & calc')],
)  # fmt: skip
def test_a_path_that_no_escape_can_hold_is_refused(system: str, path: str) -> None:
    with pytest.raises(UsageError, match="cannot have the character"):
        definitions(system, replace(JOB, profiles=path))


@given(st.text(st.characters(exclude_characters="\n\r\0\\", exclude_categories=["Cs"]), min_size=1))
def test_any_other_path_arrives_whole(name: str) -> None:
    job = replace(JOB, profiles=f"/srv/{name}")
    (line,) = [t for t in definitions("cron", job)[0].text.split("\n") if re.match(r"\d", t)]
    assert shlex.split(line.replace(r"\%", "%"))[-5] == job.profiles
    assert unit_words(definitions("systemd", job)[0].text)[5] == job.profiles


def test_the_command_prints_absolute_paths_and_installs_nothing(jdgen, project: Path) -> None:
    told = jdgen("schedule", "--system", "systemd", "--at", "23:15")
    assert told.code == 0
    assert f"nightly {project / 'profiles'} -o {project / 'output'} --report" in told.out
    assert str(project / "output" / "nightly-report.html") in told.out
    assert told.out.count("# ---- jdgen-nightly") == 3
    assert "OnCalendar=*-*-* 23:15:00" in told.out
    assert "# To install: sudo cp" in told.out
    assert sorted(p.name for p in project.iterdir()) == [
        "_riverbend.yaml",
        "brand",
        "riverbend.yaml",
    ]


def test_the_system_it_runs_on_is_the_one_meant(jdgen, project: Path, monkeypatch) -> None:
    assert re.search("crontab|jdgen-nightly.timer", jdgen("schedule").out)
    monkeypatch.setattr("jdgen.cli.schedule.sys.platform", "win32")
    assert "jdgen-nightly.cmd" in jdgen("schedule").out


def test_the_files_can_be_written_as_each_system_saves_them(jdgen, project: Path) -> None:
    told = jdgen("schedule", "here", "--system", "windows", "-w", "made")
    assert told.code == 0
    task = (project / "made" / "jdgen-nightly.xml").read_bytes()
    assert task.startswith((b"\xff\xfe", b"\xfe\xff"))
    assert b"\r\n" in (project / "made" / "jdgen-nightly.cmd").read_bytes()
    assert "jdgen-nightly.xml" in told.out


def test_a_time_that_is_none_is_refused(jdgen, project: Path) -> None:
    assert jdgen("schedule", "--at", "25:00").code == 2


def test_the_root_of_a_drive_does_not_swallow_the_quote_behind_it() -> None:
    script = definitions("windows", replace(WINDOWS, output="D:\\"))[1]
    assert r'-o "D:\\" --report' in script.text


def test_a_machine_that_knows_no_name_of_the_user_gets_its_definitions(
    project: Path, jdgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr("getpass.getuser", nobody)
    told = jdgen("schedule", "--system", "systemd")
    assert told.code == 0, told.err
    assert "User=root\n" in told.out


def test_a_folder_of_profiles_that_is_not_there_is_told(project: Path, jdgen) -> None:
    told = jdgen("schedule", "profils", "--system", "cron")
    assert f"There is no folder {project / 'profils'} yet" in told.err
    (project / "profils").mkdir()
    assert not jdgen("schedule", "profils", "--system", "cron").err

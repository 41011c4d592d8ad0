"""The units of `jdgen schedule` as systemd itself reads them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jdgen.schedules import Job, definitions


def verify(folder: Path) -> str:
    """What `systemd-analyze verify` complains of; nothing where all is well."""
    units = sorted(str(path) for path in folder.glob("jdgen-*"))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True
    )
    told = (done.stdout + done.stderr).splitlines()
    return "\n".join(line for line in told if "jdgen" in line or done.returncode)


@pytest.mark.parametrize("name", ["plain", 'Peer & Söhne\'s 100% "new" $HOME'])
def test_systemd_finds_nothing_wrong(tmp_path: Path, name: str) -> None:
    project = tmp_path / name
    project.mkdir()
    job = Job(
        sys.executable, str(project), f"{project}/profiles", f"{project}/output",
        f"{project}/output/r.html", "02:30", "root",
    )  # fmt: skip
    for file in definitions("systemd", job):
        (tmp_path / file.name).write_bytes(file.data())
    assert verify(tmp_path) == ""


def test_the_verdict_itself_sees_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "jdgen-nightly.service").write_text("[Service]\nExecStart=/no/such\n")
    assert "/no/such" in verify(tmp_path)

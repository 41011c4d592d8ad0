"""A kill at any instant, a full disk, a system that refuses: the next night makes it good."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("disturbed_nights.py")


@pytest.mark.parametrize("mode", ["kill", "full", "refused"])
def test_a_disturbed_night_is_made_good_by_the_next_one(mode: str) -> None:
    """Calls that write, spread over the night; run the script by itself to disturb each of them."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), mode, "23"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SCRIPT.parents[2])},
    )
    *faults, last = done.stdout.splitlines() or [done.stderr]
    assert faults == []
    calls, word = last.split()
    assert (word, done.returncode) == ("calls", 0), done.stderr
    assert int(calls) >= 100, "three documents are written, with all that jdgen keeps of them"


def test_two_runs_at_once_do_not_disturb_each_other(house) -> None:
    from jdgen.errors import BusyError, ExitCode
    from jdgen.store import single_run

    house.night()
    house.new_phone()
    before = house.path().read_bytes()
    with single_run(house.root / "output" / ".jdgen"), pytest.raises(BusyError) as caught:
        house.night()
    assert caught.value.exit_code == ExitCode.BUSY
    assert house.path().read_bytes() == before
    house.night()
    assert house.document().state == "changed"

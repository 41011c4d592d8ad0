"""The book of nightly runs: how the last one ended, and a file whose age shows a missing one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jdgen.safe_files import read_json, write_atomically, write_json

HEARTBEAT = "heartbeat"
_FILE = "last-run.json"


@dataclass(frozen=True)
class LastRun:
    """How the last run ended; `good` is when one last ended without a failure.

    `left` are the documents it left to a person: profile, title, state, place, and the reason
    with what to do.
    """

    run_id: str
    ended: datetime
    code: int
    good: datetime | None
    orphans: int = 0
    left: tuple[tuple[str, str, str, str, str], ...] = ()


def last_run(store: Path) -> LastRun | None:
    """How the last run ended, None where none is known of."""
    told: Any = read_json(store / _FILE)
    try:
        return LastRun(
            run_id=str(told["run_id"]),
            ended=datetime.fromisoformat(told["ended"]),
            code=int(told["code"]),
            good=datetime.fromisoformat(told["good"]) if told["good"] else None,
            orphans=int(told["orphans"]),
            left=tuple((str(a), str(b), str(c), str(d), str(e)) for a, b, c, d, e in told["left"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def note_run(store: Path, run: LastRun) -> None:
    """Write down how a run ended, and touch the heartbeat; raises OutputError if it cannot."""
    told = {
        "run_id": run.run_id,
        "ended": run.ended.isoformat(),
        "code": run.code,
        "good": run.good.isoformat() if run.good else None,
        "orphans": run.orphans,
        "left": run.left,
    }
    write_json(store / _FILE, told)
    line = f"{run.ended.isoformat()} {run.run_id} {run.code}\n"
    write_atomically(store / HEARTBEAT, line.encode("utf-8"), private=True)

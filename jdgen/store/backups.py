"""Copies of what is about to be replaced, by day and time; as many as are wanted are kept."""

from __future__ import annotations

import contextlib
import re
from datetime import datetime
from pathlib import Path

from jdgen.safe_files import trouble, write_atomically


def backup_copy(path: Path, folder: Path, now: datetime) -> Path:
    """Copy a file to `folder/<date>/<name>.<time>-<number>` and return where it is.

    Nobody but its owner may read the copy: a profile holds facts that no document prints.
    """
    day, clock = now.strftime("%Y-%m-%d"), now.strftime("%H%M%S")
    taken = [number for a, b, number, _ in _backups(path, folder) if (a, b) == (day, clock)]
    target = folder / day / f"{path.stem}.{clock}-{max(taken, default=0) + 1}{path.suffix}"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise trouble("back up", path, error) from error
    write_atomically(target, data, private=True)
    return target


def keep_newest(path: Path, folder: Path, count: int, latest: Path) -> None:
    """Delete all but the newest `count` backups of a file; one that cannot be deleted stays.

    The `latest` is kept whatever its name says: the clock may have been set back.
    """
    older = (copy for *_, copy in sorted(_backups(path, folder), reverse=True) if copy != latest)
    for copy in list(older)[max(count, 1) - 1 :]:
        with contextlib.suppress(OSError):
            copy.unlink()


def _backups(path: Path, folder: Path) -> list[tuple[str, str, int, Path]]:
    """The backups of a file: day, time, number within that second, and where it is."""
    name = re.compile(rf"{re.escape(path.stem)}\.(\d{{6}})-(\d+){re.escape(path.suffix)}")
    found = ((copy, name.fullmatch(copy.name)) for copy in folder.glob(f"*/*{path.suffix}"))
    return [(copy.parent.name, m[1], int(m[2]), copy) for copy, m in found if m]

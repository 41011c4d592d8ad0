"""Copies of what is about to be replaced, by day and time; as many as are wanted are kept."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from jdgen.safe_files import trouble, write_atomically

READERS_MARK = ".readers"  # a readers' copy is kept apart from the document of the same name


def backup_copy(path: Path, folder: Path, now: datetime, *, mark: str = "") -> Path:
    """Copy a file to `folder/<date>/<name>.<time>-<number>` and return where it is.

    `mark` goes behind the name. Nobody but its owner may read the copy: a profile holds facts that
    no document prints.
    """
    named = path.with_name(f"{path.stem}{mark}{path.suffix}")
    day, clock = now.strftime("%Y-%m-%d"), now.strftime("%H%M%S")
    taken = [number for a, b, number, _ in _backups(named, folder) if (a, b) == (day, clock)]
    target = folder / day / f"{named.stem}.{clock}-{max(taken, default=0) + 1}{path.suffix}"
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


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a document as it stood before it was replaced.

    `stem` and `suffix` are of the file's name then, `made` is the local time of the copy.
    """

    path: Path
    name: str
    made: datetime
    number: int
    size: int

    @property
    def listed(self) -> str:
        """Its name with its day: what runs at the same hour every night gives the same names."""
        return f"{self.path.parent.name}/{self.path.name}"


_COPY = re.compile(r"(?P<stem>.+)\.(?P<clock>\d{6})-(?P<number>\d+)(?P<suffix>\.\w+)?")


def stored_backups(folder: Path) -> list[Backup]:
    """All backups, the newest first; other files there are passed over."""
    found = [backup for path in folder.glob("*/*") if (backup := _backup(path))]
    return sorted(found, key=lambda one: (one.made, one.number, one.name), reverse=True)


def _backup(path: Path) -> Backup | None:
    told = _COPY.fullmatch(path.name)
    if not told:
        return None
    try:
        made = datetime.strptime(f"{path.parent.name} {told['clock']}", "%Y-%m-%d %H%M%S")
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    name = f"{told['stem']}{told['suffix'] or ''}"
    return Backup(path, name, made, int(told["number"]), size)


def thin_out(
    folder: Path, days: int, megabytes: int, now: datetime, last: datetime | None
) -> list[Path]:
    """Delete backups that are older than `days`, and the oldest of more than `megabytes` in all.

    0 sets no limit. The newest copy of each file is kept whatever its age, and those of today
    whatever their size. Where the last run is further away than `days`, in either direction, the
    clock may be wrong, and age deletes nothing. Returns what was deleted.
    """
    copies = stored_backups(folder)
    newest = {one.name: one.path for one in reversed(copies)}
    sane = last is None or abs(now - last) < timedelta(days=days)
    gone = [one for one in copies if days and sane and _too_old(one, now.date(), days)]
    gone = [one for one in gone if newest[one.name] != one.path]
    room = megabytes * 1_000_000 - sum(one.size for one in copies if one not in gone)
    for one in reversed(copies) if megabytes else ():
        if room < 0 and one not in gone and one.made.date() != now.date():
            gone.append(one)
            room += one.size
    return [one.path for one in gone if _deleted(one.path)]


def _too_old(backup: Backup, today: date, days: int) -> bool:
    return today - backup.made.date() > timedelta(days=days)


def _deleted(path: Path) -> bool:
    """Whether a backup could be deleted; its day goes with the last one."""
    try:
        path.unlink()
    except OSError:
        return False
    with contextlib.suppress(OSError):
        path.parent.rmdir()
    return True

"""Who has a Word file open, by the small files that Word and LibreOffice lay beside it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

# A crash leaves these files behind; a day is longer than anyone keeps a document open unsaved.
STALE_AFTER = timedelta(days=1)


def open_by(path: Path, now: datetime) -> str | None:
    """The name of the person who has the file open ("somebody" if unknown), None if nobody has."""
    for owner, read in ((_word_owner(path), _word_name), (_office_owner(path), _office_name)):
        try:
            age = now.timestamp() - owner.stat().st_mtime
            if age < STALE_AFTER.total_seconds():
                name = "".join(filter(str.isprintable, read(owner.read_bytes())))
                return name[:60] or "somebody"
        except OSError:
            continue
    return None


def _word_owner(path: Path) -> Path:
    """Word puts `~$` before short names and in place of the first letters of longer ones."""
    stem = path.stem
    dropped = 2 if len(stem) > 7 else 1 if len(stem) == 7 else 0
    return path.with_name("~$" + path.name[dropped:])


def _office_owner(path: Path) -> Path:
    return path.with_name(f".~lock.{path.name}#")


def _word_name(data: bytes) -> str:
    length = data[0] if data else 0
    return data[1 : 1 + length].decode("cp1252", "replace").strip()


def _office_name(data: bytes) -> str:
    fields = re.split(r"(?<!\\),", data.decode("utf-8", "replace"))
    return next((field.strip() for field in fields[:2] if field.strip()), "")

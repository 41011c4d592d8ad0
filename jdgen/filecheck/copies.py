"""The checked copy of a Word file: `<name>.checked.docx`, never over something a person wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from jdgen import word
from jdgen.errors import FileBusyError, WordFileError
from jdgen.model import Finding
from jdgen.results import DocumentResult
from jdgen.safe_files import read_bytes, write_atomically
from jdgen.store import open_by

_CHECKED = re.compile(r"(?P<stem>.+)\.checked(?:-(?P<number>\d+))?", re.IGNORECASE)


def write_checked_copy(path: Path, findings: Sequence[Finding], now: datetime) -> DocumentResult:
    """Write the findings as comments into a copy beside the file, which stays as it is.

    A copy that only jdgen wrote is made anew. One that people commented on keeps their comments.
    One whose text somebody changed stays, and a numbered one is written.
    """
    data = read_bytes(path) or b""
    for target in _targets(path):
        present = read_bytes(target)
        source = _source(data, present)
        if source is None:
            continue
        done = DocumentResult("", "Copy with comments", "annotated", target)
        person = open_by(target, now) if present is not None else None
        if person:
            note = f"{target.name} is open by {person}; close it and check again"
            return replace(done, state="open", note=note, waits=True)
        copy = word.annotate(source, findings)
        try:
            if copy != present:
                write_atomically(target, copy)
        except FileBusyError as error:
            return replace(done, state="open", note=str(error), waits=True)
        return done
    raise AssertionError("there is always a free number")


def _source(data: bytes, present: bytes | None) -> bytes | None:
    """What the copy is made from: the file, or the copy that stands there; None to leave that."""
    if present is None:
        return data
    try:
        if word.untouched_copy(present):
            return data
        return present if word.text_key(present) == word.text_key(data) else None
    except WordFileError:
        return None


def _targets(path: Path) -> Iterator[Path]:
    """The names a copy may have; the copy of a checked copy has the next number."""
    checked = _CHECKED.fullmatch(path.stem)
    stem = checked["stem"] if checked else path.stem
    number = int(checked["number"] or 1) + 1 if checked else 1
    while True:
        mark = "checked" if number == 1 else f"checked-{number}"
        yield path.with_name(f"{stem}.{mark}.docx")
        number += 1

"""A write step on an empty folder, and the place of one document in it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jdgen.errors import JdgenError, Problem
from jdgen.results import WordChange
from jdgen.store import DocumentStore, Merged, OutputWriter, Slot

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)


def visible(data: bytes) -> str:
    """A stand-in for the Word content key: what follows `zip` is only how the file is stored."""
    if data.startswith(b"broken"):
        raise JdgenError(Problem("x", "not a Word file"))
    return hashlib.sha256(data.split(b"zip")[0]).hexdigest()


class NoMerge:
    """A merge that trusts nothing; a file with the word `waits` in it is not settled."""

    def merge(self, document: str, base: bytes, staff: bytes, fresh: bytes) -> Merged:
        return Merged("refused", staff, message="was edited in Word and could not be merged")

    def settled(self, data: bytes) -> bool:
        return b"waits" not in data


class LineMerge(NoMerge):
    """A stand-in for the real merge: what is new goes into the edited file as a line of its own."""

    def merge(self, document: str, base: bytes, staff: bytes, fresh: bytes) -> Merged:
        if base == fresh or fresh in staff.split(b"\n"):
            return Merged("unchanged", staff)
        if staff == base:
            return Merged("fresh", fresh)
        lines = [line for line in staff.split(b"\n") if line != base]
        change = WordChange("text", base.decode(), fresh.decode(), conflict=b"clash" in fresh)
        return Merged("tracked", b"\n".join([*lines, fresh]), (change,), ("styles",))


@pytest.fixture
def writer(tmp_path: Path) -> OutputWriter:
    return OutputWriter(DocumentStore(tmp_path / ".jdgen"), visible, NoMerge(), "1", NOW)


@pytest.fixture
def merging(tmp_path: Path) -> OutputWriter:
    return OutputWriter(DocumentStore(tmp_path / ".jdgen"), visible, LineMerge(), "1", NOW)


@pytest.fixture
def slot(tmp_path: Path) -> Slot:
    return Slot(tmp_path / "riverbend" / "riverbend-brochure.docx", "riverbend", "brochure")

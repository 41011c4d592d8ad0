"""A write step on an empty folder, and the place of one document in it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jdgen.errors import JdgenError, Problem
from jdgen.store import DocumentStore, OutputWriter
from jdgen.store.outputs import Slot

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)


def visible(data: bytes) -> str:
    """A stand-in for the Word content key: what follows `zip` is only how the file is stored."""
    if data.startswith(b"broken"):
        raise JdgenError(Problem("x", "not a Word file"))
    return hashlib.sha256(data.split(b"zip")[0]).hexdigest()


@pytest.fixture
def writer(tmp_path: Path) -> OutputWriter:
    return OutputWriter(DocumentStore(tmp_path / ".jdgen"), visible, "1", NOW)


@pytest.fixture
def slot(tmp_path: Path) -> Slot:
    return Slot(tmp_path / "riverbend" / "riverbend-brochure.docx", "riverbend", "brochure")

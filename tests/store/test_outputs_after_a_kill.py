"""What the next run finds after a kill, a full disk or a damaged store, and makes good."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jdgen.errors import OutputError
from jdgen.model import Rendered
from jdgen.store import OutputWriter, Slot
from jdgen.store import outputs as outputs_module


class Killed(BaseException):
    """Stands for the power going out: nothing may catch it."""


@pytest.mark.parametrize("at", range(1, 12))
def test_a_run_killed_at_any_write_is_finished_by_the_next_one(
    writer: OutputWriter, slot: Slot, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    writer.write(slot, Rendered(b"one"))
    count = 0
    from jdgen.safe_files import move, write_atomically
    from jdgen.store import documents as documents_module

    def mortal(step: Callable[..., None]) -> Callable[..., None]:
        def dies(*args: Any, **options: Any) -> None:
            nonlocal count
            count += 1
            if count == at:
                raise Killed
            step(*args, **options)

        return dies

    monkeypatch.setattr(outputs_module, "write_atomically", mortal(write_atomically))
    monkeypatch.setattr(documents_module, "write_atomically", mortal(write_atomically))
    monkeypatch.setattr(documents_module, "move", mortal(move))
    killed = False
    try:
        writer.write(slot, Rendered(b"two"))
    except Killed:
        killed = True
    assert killed == (at <= 7), "the write step makes four writes and three moves"
    monkeypatch.undo()
    outcome = writer.write(slot, Rendered(b"two"))
    assert outcome.state in ("changed", "unchanged")
    assert slot.target.read_bytes() == b"two"
    assert writer.store.base("riverbend", "brochure") == b"two"
    assert writer.store.pending("riverbend", "brochure") is None
    assert writer.write(slot, Rendered(b"three")).state == "changed"


def test_a_person_may_edit_what_a_run_wrote_before_it_was_killed(
    writer: OutputWriter, slot: Slot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jdgen.safe_files import move
    from jdgen.store import documents as documents_module

    def dies_at_the_record(source: Path, target: Path) -> None:
        if target.name == "record.json":
            raise Killed
        move(source, target)

    writer.write(slot, Rendered(b"one"))
    monkeypatch.setattr(documents_module, "move", dies_at_the_record)
    with pytest.raises(Killed):
        writer.write(slot, Rendered(b"two"))
    monkeypatch.undo()
    slot.target.write_bytes(b"two, edited")
    assert writer.write(slot, Rendered(b"two")).state == "edited"
    assert slot.target.read_bytes() == b"two, edited"
    assert writer.store.base("riverbend", "brochure") == b"two"


@pytest.mark.parametrize("room", range(4))
def test_a_full_disk_leaves_no_base_half_laid_down(
    writer: OutputWriter, slot: Slot, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    """Four files are written for a document; once they are, the rest needs no room."""
    from jdgen import safe_files as files

    real, written = os.fsync, 0

    def full(handle: int) -> None:
        nonlocal written
        written += 1
        if written > room:
            raise OSError(errno.ENOSPC, "full")
        real(handle)

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OutputError, match="the disk is full"):
        writer.write(slot, Rendered(b"one"))
    left = [path for path in slot.target.parents[1].rglob("*") if path.is_file()]
    assert left == []


def test_a_lost_record_makes_jdgen_careful_not_bold(writer: OutputWriter, slot: Slot) -> None:
    writer.write(slot, Rendered(b"one"))
    kept = writer.store.root / "documents" / "riverbend" / "brochure"
    (kept / "record.json").write_text("{")
    (kept / "base.docx").unlink()
    outcome = writer.write(slot, Rendered(b"two"))
    assert outcome.waits
    assert slot.target.read_bytes() == b"one"


@pytest.mark.parametrize("damage", [b"", b"garbage", b"[]", b"{}", b"\xff", b"[" * 100_000])
@pytest.mark.parametrize("name", ["record.json", "provenance.json", "beside.json", "base.docx"])
def test_a_damaged_file_of_the_store_changes_nothing_for_people(
    writer: OutputWriter, slot: Slot, name: str, damage: bytes
) -> None:
    writer.write(slot, Rendered(b"one"))
    (writer.store.root / "documents" / "riverbend" / "brochure" / name).write_bytes(damage)
    writer.store.provenance("riverbend", "brochure")
    assert writer.write(slot, Rendered(b"one")).state == "unchanged"
    assert writer.write(slot, Rendered(b"two")).state == "changed"
    slot.target.write_bytes(b"edited by hand")
    assert writer.write(slot, Rendered(b"three")).waits
    assert slot.target.read_bytes() == b"edited by hand"


@pytest.mark.parametrize("name", ["record.json", "beside.json"])
def test_an_edit_is_kept_when_the_store_was_damaged(
    writer: OutputWriter, slot: Slot, name: str
) -> None:
    writer.write(slot, Rendered(b"one"))
    (writer.store.root / "documents" / "riverbend" / "brochure" / name).write_bytes(b"garbage")
    slot.target.write_bytes(b"edited by hand")
    assert writer.write(slot, Rendered(b"two")).waits
    assert slot.target.read_bytes() == b"edited by hand"


def test_a_lost_base_is_laid_down_again(writer: OutputWriter, slot: Slot) -> None:
    writer.write(slot, Rendered(b"one"))
    (writer.store.root / "documents" / "riverbend" / "brochure" / "base.docx").unlink()
    writer.write(slot, Rendered(b"one"))
    assert writer.store.base("riverbend", "brochure") == b"one"


def test_what_a_killed_run_left_is_gone_after_the_next_write(
    writer: OutputWriter, slot: Slot
) -> None:
    slot.target.parent.mkdir(parents=True)
    slot.target.with_name(f".{slot.target.name}.tmp").write_bytes(b"half writ")
    writer.write(slot, Rendered(b"one"))
    assert [path.name for path in slot.target.parent.iterdir()] == [slot.target.name]


def test_a_base_that_was_half_laid_down_is_forgotten(writer: OutputWriter, slot: Slot) -> None:
    writer.write(slot, Rendered(b"one"))
    pending = writer.store.root / "documents" / "riverbend" / "brochure" / "pending"
    pending.mkdir()
    (pending / "base.docx").write_bytes(b"two")
    writer.write(slot, Rendered(b"one"))
    assert not pending.exists()

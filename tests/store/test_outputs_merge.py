"""What the write step does with a file that people edited while its profile changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from jdgen.errors import JdgenError, Problem
from jdgen.model import Rendered
from jdgen.safe_files import move, write_atomically
from jdgen.store import Merged, OutputWriter, Slot
from jdgen.store import backups as backups_module
from jdgen.store import documents as documents_module
from jdgen.store import outputs as outputs_module

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
EDITED = b"one\nand a line by hand"
KEPT = ("riverbend", "brochure")


class Killed(BaseException):
    """Stands for the power going out: nothing may catch it."""


@pytest.fixture
def edited(merging: OutputWriter, slot: Slot) -> OutputWriter:
    """A write step that wrote a document, which a person then edited."""
    merging.write(slot, Rendered(b"one"))
    slot.target.write_bytes(EDITED)
    return merging


def with_edits(writer: OutputWriter, merge: Callable[..., Merged]) -> OutputWriter:
    """The write step with another merge."""
    edits = type("Edits", (type(writer.edits),), {"merge": lambda _, *sides: merge(*sides)})
    return replace(writer, edits=edits())


def test_what_is_new_comes_into_the_edited_file_after_a_backup(
    edited: OutputWriter, slot: Slot
) -> None:
    outcome = edited.write(slot, Rendered(b"two"))
    assert (outcome.state, outcome.written, outcome.waits) == ("merged", True, False)
    assert slot.target.read_bytes() == b"and a line by hand\ntwo"
    assert outcome.backup is not None
    assert outcome.backup.read_bytes() == EDITED
    assert outcome.note == "1 change marked; Word cannot mark: styles"
    assert (outcome.changes[0].before, outcome.changes[0].after) == ("one", "two")
    assert outcome.untracked == ("styles",)


def test_the_base_is_now_the_fresh_document_and_the_file_still_counts_as_edited(
    edited: OutputWriter, slot: Slot
) -> None:
    edited.write(slot, Rendered(b"two"))
    record = edited.store.record(*KEPT)
    assert edited.store.base(*KEPT) == b"two"
    assert record
    assert record.content == edited.content_key(b"two")
    os.utime(slot.target, (1, 1))
    outcome = edited.write(slot, Rendered(b"two"))
    assert (outcome.state, outcome.written, outcome.waits) == ("edited", False, False)
    assert slot.target.stat().st_mtime == 1
    edited.write(slot, Rendered(b"three"))
    assert slot.target.read_bytes() == b"and a line by hand\nthree"


def test_a_change_left_to_a_person_waits_once(edited: OutputWriter, slot: Slot) -> None:
    outcome = edited.write(slot, Rendered(b"clash"))
    assert (outcome.waits, outcome.note.split(";")[0]) == (True, "1 left for you to decide")
    assert not edited.write(slot, Rendered(b"clash")).waits


def test_a_file_that_nobody_edited_after_all_is_replaced(edited: OutputWriter, slot: Slot) -> None:
    untouched = with_edits(edited, lambda *sides: Merged("fresh", sides[-1]))
    outcome = untouched.write(slot, Rendered(b"two"))
    assert (outcome.state, slot.target.read_bytes()) == ("changed", b"two")
    assert outcome.backup


def test_where_there_is_nothing_to_bring_only_the_base_moves(
    edited: OutputWriter, slot: Slot
) -> None:
    quiet = with_edits(edited, lambda *sides: Merged("unchanged", sides[2]))
    outcome = quiet.write(slot, Rendered(b"two"))
    assert (outcome.state, outcome.written) == ("edited", False)
    assert slot.target.read_bytes() == EDITED
    assert quiet.store.base(*KEPT) == b"two"
    record = quiet.store.record(*KEPT)
    assert record
    assert record.sha256 != documents_module.sha256(EDITED)


def unreadable(*_: object) -> Merged:
    raise JdgenError(Problem("word-strict", "the file was saved as a Strict Open XML Document"))


@pytest.mark.parametrize(
    ("merge", "told"),
    [
        (lambda *sides: Merged("refused", sides[2], message="was too odd"), "was too odd"),
        (unreadable, "cannot be merged (the file was saved as a Strict"),
    ],
)
def test_what_cannot_be_merged_stays_and_the_fresh_one_is_laid_beside_it(
    edited: OutputWriter, slot: Slot, merge: Callable[..., Merged], told: str
) -> None:
    outcome = with_edits(edited, merge).write(slot, Rendered(b"two"))
    assert (outcome.state, outcome.waits) == ("edited and changed", True)
    assert told in outcome.note
    assert slot.target.read_bytes() == EDITED
    assert outcome.path.read_bytes() == b"two"
    assert edited.store.base(*KEPT) == b"one"


@pytest.mark.parametrize("left", [None, b"broken by a bad disk"])
def test_without_its_base_an_edited_file_is_kept(
    edited: OutputWriter, slot: Slot, left: bytes | None
) -> None:
    base = edited.store.root / "documents/riverbend/brochure/base.docx"
    base.unlink()
    if left:
        base.write_bytes(left)
    outcome = edited.write(slot, Rendered(b"two"))
    assert (outcome.waits, slot.target.read_bytes()) == (True, EDITED)
    assert "what jdgen made of it before is lost" in outcome.note


def test_an_open_file_is_merged_another_time(edited: OutputWriter, slot: Slot) -> None:
    owner = slot.target.with_name("~$verbend-brochure.docx")
    owner.write_bytes(b"\x07M. Ross")
    os.utime(owner, (NOW.timestamp(), NOW.timestamp()))
    assert edited.write(slot, Rendered(b"two")).state == "open"
    assert slot.target.read_bytes() == EDITED
    owner.unlink()
    assert edited.write(slot, Rendered(b"two")).state == "merged"


def test_force_replaces_instead_of_merging(edited: OutputWriter, slot: Slot) -> None:
    assert replace(edited, force=True).write(slot, Rendered(b"two")).state == "replaced"
    assert slot.target.read_bytes() == b"two"


def test_what_people_save_while_jdgen_is_at_work_is_not_written_over(
    edited: OutputWriter, slot: Slot
) -> None:
    def slow(document: str, base: bytes, staff: bytes, fresh: bytes) -> Merged:
        slot.target.write_bytes(staff + b"\nand another")
        return edited.edits.merge(document, base, staff, fresh)

    outcome = with_edits(edited, slow).write(slot, Rendered(b"two"))
    assert (outcome.state, outcome.written, outcome.waits) == ("open", False, True)
    assert "while jdgen was at work" in outcome.note
    assert slot.target.read_bytes() == EDITED + b"\nand another"
    assert edited.store.base(*KEPT) == b"one"
    assert edited.store.pending(*KEPT) is None
    assert edited.write(slot, Rendered(b"two")).state == "merged"
    assert slot.target.read_bytes() == b"and a line by hand\nand another\ntwo"


def test_what_people_save_just_before_a_plain_replacement_is_not_written_over(
    merging: OutputWriter, slot: Slot, monkeypatch: pytest.MonkeyPatch
) -> None:
    merging.write(slot, Rendered(b"one"))
    prepare = merging.store.prepare

    def slow(*args: Any) -> None:
        prepare(*args)
        slot.target.write_bytes(EDITED)

    monkeypatch.setattr(type(merging.store), "prepare", lambda _, *args: slow(*args))
    assert merging.write(slot, Rendered(b"two")).state == "open"
    monkeypatch.undo()
    assert merging.write(slot, Rendered(b"two")).state == "merged"
    assert slot.target.read_bytes() == b"and a line by hand\ntwo"


def killed_at(patch: pytest.MonkeyPatch, at: int) -> None:
    """From now on the power goes out at the `at`th write or move."""
    count = 0

    def mortal(step: Callable[..., None]) -> Callable[..., None]:
        def dies(*args: Any, **options: Any) -> None:
            nonlocal count
            count += 1
            if count == at:
                raise Killed
            step(*args, **options)

        return dies

    for module in (backups_module, documents_module, outputs_module):
        patch.setattr(module, "write_atomically", mortal(write_atomically))
    patch.setattr(documents_module, "move", mortal(move))


STEPS = 8  # a backup, three files laid down as pending, the file itself, three moves


@pytest.mark.parametrize("at", range(1, STEPS + 2))
@pytest.mark.parametrize("later", [b"two", b"three"])
@pytest.mark.parametrize("by_hand", [b"", b"\nand a line after that"])
def test_a_merge_killed_at_any_write_ends_as_an_undisturbed_one(
    edited: OutputWriter,
    slot: Slot,
    monkeypatch: pytest.MonkeyPatch,
    at: int,
    later: bytes,
    by_hand: bytes,
) -> None:
    killed = False
    with monkeypatch.context() as patch:
        killed_at(patch, at)
        try:
            edited.write(slot, Rendered(b"two"))
        except Killed:
            killed = True
    assert killed == (at <= STEPS)
    slot.target.write_bytes(slot.target.read_bytes() + by_hand)
    edited.write(slot, Rendered(later))
    lines = slot.target.read_bytes().split(b"\n")
    assert sorted(lines) == sorted([b"and a line by hand", later, *by_hand.split(b"\n")[1:]])
    assert edited.store.base(*KEPT) == later
    assert edited.store.pending(*KEPT) is None
    after = slot.target.read_bytes()
    assert edited.write(slot, Rendered(later)).state == "edited"
    assert slot.target.read_bytes() == after


def test_the_run_after_a_killed_merge_tells_of_it(
    edited: OutputWriter, slot: Slot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(Killed):
        killed_at(patch, STEPS - 2)
        edited.write(slot, Rendered(b"two"))
    outcome = edited.write(slot, Rendered(b"two"))
    assert (outcome.state, outcome.written) == ("merged", False)
    assert "cut off" in outcome.note

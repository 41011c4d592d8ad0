"""What the write step does with a document in every state its file can be in."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jdgen.errors import OutputError
from jdgen.model import Rendered, Span
from jdgen.store import OutputWriter, Slot

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)


def forced(writer: OutputWriter) -> OutputWriter:
    return replace(writer, force=True)


def test_a_new_document_is_written_with_its_base_and_origins(
    writer: OutputWriter, slot: Slot
) -> None:
    span = Span("word/document.xml", 3, 0, 4, ("role.title",))
    outcome = writer.write(slot, Rendered(b"one", (span,)))
    assert (outcome.state, outcome.written) == ("new", True)
    assert slot.target.read_bytes() == b"one"
    assert writer.store.base("riverbend", "brochure") == b"one"
    assert writer.store.provenance("riverbend", "brochure") == (span,)


def test_the_same_content_touches_nothing(writer: OutputWriter, slot: Slot) -> None:
    writer.write(slot, Rendered(b"one"))
    os.utime(slot.target, (1, 1))
    outcome = writer.write(slot, Rendered(b"one"))
    assert (outcome.state, outcome.written) == ("unchanged", False)
    assert slot.target.stat().st_mtime == 1


def test_a_changed_profile_replaces_an_untouched_file_after_a_backup(
    writer: OutputWriter, slot: Slot
) -> None:
    writer.write(slot, Rendered(b"one"))
    outcome = writer.write(slot, Rendered(b"two"))
    assert (outcome.state, slot.target.read_bytes()) == ("changed", b"two")
    assert outcome.backup is not None
    assert outcome.backup.read_bytes() == b"one"


def test_a_file_that_a_cloud_folder_stored_anew_is_no_edit(
    writer: OutputWriter, slot: Slot
) -> None:
    writer.write(slot, Rendered(b"one"))
    slot.target.write_bytes(b"onezip-rewritten")
    assert writer.write(slot, Rendered(b"two")).state == "changed"


def test_an_edited_file_is_kept_and_the_fresh_one_laid_beside_it(
    writer: OutputWriter, slot: Slot
) -> None:
    writer.write(slot, Rendered(b"one"))
    slot.target.write_bytes(b"edited by hand")
    outcome = writer.write(slot, Rendered(b"two"))
    assert (outcome.state, outcome.waits) == ("edited and changed", True)
    assert slot.target.read_bytes() == b"edited by hand"
    assert outcome.path.name == "riverbend-brochure.fresh.docx"
    assert outcome.path.read_bytes() == b"two"


def test_an_edited_file_waits_for_nobody_while_the_profile_is_the_same(
    writer: OutputWriter, slot: Slot
) -> None:
    writer.write(slot, Rendered(b"one"))
    slot.target.write_bytes(b"edited by hand")
    outcome = writer.write(slot, Rendered(b"one"))
    assert (outcome.state, outcome.waits) == ("edited", False)
    assert [path.name for path in slot.target.parent.iterdir()] == [slot.target.name]


def test_a_damaged_file_is_kept_and_told_even_while_the_profile_is_the_same(
    writer: OutputWriter, slot: Slot
) -> None:
    writer.write(slot, Rendered(b"one"))
    slot.target.write_bytes(b"broken by a cloud folder")
    outcome = writer.write(slot, Rendered(b"one"))
    assert (outcome.path.read_bytes(), outcome.waits) == (b"one", True)
    assert "riverbend-brochure.docx cannot be read as a Word file" in outcome.note
    assert slot.target.read_bytes() == b"broken by a cloud folder"


def test_a_fresh_copy_is_renewed_but_an_edited_one_gets_a_number(
    writer: OutputWriter, slot: Slot
) -> None:
    writer.write(slot, Rendered(b"one"))
    slot.target.write_bytes(b"edited by hand")
    writer.write(slot, Rendered(b"two"))
    renewed = writer.write(slot, Rendered(b"three"))
    assert (renewed.path.name, renewed.path.read_bytes()) == (
        "riverbend-brochure.fresh.docx",
        b"three",
    )
    renewed.path.write_bytes(b"edited, too")
    numbered = writer.write(slot, Rendered(b"four"))
    assert numbered.path.name == "riverbend-brochure.fresh-2.docx"
    assert renewed.path.read_bytes() == b"edited, too"


@pytest.mark.parametrize("strange", [b"somebody's own file", b"broken zip"])
def test_a_file_jdgen_did_not_make_is_never_overwritten(
    writer: OutputWriter, slot: Slot, strange: bytes
) -> None:
    slot.target.parent.mkdir()
    slot.target.write_bytes(strange)
    outcome = writer.write(slot, Rendered(b"one"))
    assert slot.target.read_bytes() == strange
    assert outcome.waits
    assert "not made by jdgen" in outcome.note


def test_force_replaces_an_edited_file_after_a_backup(writer: OutputWriter, slot: Slot) -> None:
    writer.write(slot, Rendered(b"one"))
    slot.target.write_bytes(b"edited by hand")
    outcome = forced(writer).write(slot, Rendered(b"two"))
    assert (outcome.state, slot.target.read_bytes()) == ("replaced", b"two")
    assert outcome.backup is not None
    assert outcome.backup.read_bytes() == b"edited by hand"


@pytest.mark.parametrize("force", [False, True])
def test_a_file_open_in_word_is_left_alone_and_its_reader_named(
    writer: OutputWriter, slot: Slot, force: bool
) -> None:
    writer.write(slot, Rendered(b"one"))
    owner = slot.target.with_name("~$verbend-brochure.docx")
    owner.write_bytes(b"\x07M. Ross" + b"\x00" * 40)
    os.utime(owner, (NOW.timestamp() - 60, NOW.timestamp() - 60))
    outcome = (forced(writer) if force else writer).write(slot, Rendered(b"two"))
    assert (outcome.state, outcome.waits) == ("open", True)
    assert "M. Ross" in outcome.note
    assert slot.target.read_bytes() == b"one"


@pytest.mark.parametrize(
    ("inside", "reader"),
    [(b"", "somebody"), (b"\x05\x1b[2J\n", "[2J"), (b"\xff" + b"M" * 300, "M" * 60)],
)
def test_a_damaged_owner_file_still_says_that_the_file_is_open(
    writer: OutputWriter, slot: Slot, inside: bytes, reader: str
) -> None:
    writer.write(slot, Rendered(b"one"))
    owner = slot.target.with_name("~$verbend-brochure.docx")
    owner.write_bytes(inside)
    os.utime(owner, (NOW.timestamp() - 60, NOW.timestamp() - 60))
    assert writer.write(slot, Rendered(b"two")).note.startswith(f"open by {reader};")


def test_an_owner_file_older_than_a_day_is_the_trace_of_a_crash(
    writer: OutputWriter, slot: Slot
) -> None:
    writer.write(slot, Rendered(b"one"))
    owner = slot.target.with_name("~$verbend-brochure.docx")
    owner.write_bytes(b"\x07M. Ross")
    old = (NOW - timedelta(days=2)).timestamp()
    os.utime(owner, (old, old))
    assert writer.write(slot, Rendered(b"two")).state == "changed"


def test_drafts_never_become_a_base_and_an_edited_one_is_kept(
    writer: OutputWriter, slot: Slot
) -> None:
    first = writer.write_draft(slot, b"draft one")
    assert first.path.name == "riverbend-brochure.draft.docx"
    assert writer.write_draft(slot, b"draft two").path == first.path
    first.path.write_bytes(b"draft with notes")
    second = writer.write_draft(slot, b"draft three")
    assert second.path.name == "riverbend-brochure.draft-2.docx"
    assert first.path.read_bytes() == b"draft with notes"
    assert writer.store.record("riverbend", "brochure") is None


def test_a_file_where_the_folder_should_be_is_told_in_plain_words(
    writer: OutputWriter, tmp_path: Path
) -> None:
    (tmp_path / "riverbend").write_text("in the way")
    slot = Slot(tmp_path / "riverbend" / "riverbend-brochure.docx", "riverbend", "brochure")
    with pytest.raises(OutputError) as caught:
        writer.write(slot, Rendered(b"one"))
    assert "a file" in str(caught.value)
    assert writer.store.pending("riverbend", "brochure") is None


def test_the_public_copy_follows_the_document_with_its_edits(
    writer: OutputWriter, slot: Slot, tmp_path: Path
) -> None:
    writer.write(slot, Rendered(b"one"))
    assert writer.publish(slot, tmp_path / "web").written
    assert not writer.publish(slot, tmp_path / "web").written
    slot.target.write_bytes(b"edited by hand")
    assert writer.publish(slot, tmp_path / "web").path.read_bytes() == b"edited by hand"


def test_the_public_copy_stays_while_something_in_the_document_waits(
    writer: OutputWriter, slot: Slot, tmp_path: Path
) -> None:
    writer.write(slot, Rendered(b"one"))
    public = writer.publish(slot, tmp_path / "web").path
    slot.target.write_bytes(b"one, and a change that waits")
    outcome = writer.publish(slot, tmp_path / "web")
    assert (outcome.written, outcome.waits, public.read_bytes()) == (False, True, b"one")
    assert "stays as it was" in outcome.note
    slot.target.write_bytes(b"one, and a change")
    assert writer.publish(slot, tmp_path / "web").written
    assert public.read_bytes() == b"one, and a change"


def test_a_document_in_which_something_waits_is_not_published_at_first(
    writer: OutputWriter, slot: Slot, tmp_path: Path
) -> None:
    writer.write(slot, Rendered(b"this waits"))
    outcome = writer.publish(slot, tmp_path / "web")
    assert not outcome.path.exists()
    assert "not published" in outcome.note


def test_a_copy_that_is_taken_from_its_readers_is_kept_apart_from_the_document(
    writer: OutputWriter, slot: Slot, tmp_path: Path
) -> None:
    writer.write(slot, Rendered(b"one"))
    public = writer.publish(slot, tmp_path / "web").path
    public.write_bytes(b"edited on the web server")
    writer.put_away(public)
    assert not public.exists()
    (backup,) = (tmp_path / ".jdgen" / "backup").glob("*/*")
    assert backup.name.startswith(f"{public.stem}.readers.")
    assert backup.read_bytes() == b"edited on the web server"
    assert writer.publish(slot, tmp_path / "web").written


def test_a_public_copy_that_somebody_edited_is_kept_and_told(
    writer: OutputWriter, slot: Slot, tmp_path: Path
) -> None:
    writer.write(slot, Rendered(b"one"))
    public = writer.publish(slot, tmp_path / "web").path
    public.write_bytes(b"edited on the web server")
    writer.write(slot, Rendered(b"two"))
    outcome = writer.publish(slot, tmp_path / "web")
    assert outcome.waits
    assert public.read_bytes() == b"edited on the web server"


def test_a_public_copy_of_a_run_that_was_killed_is_known_again(
    writer: OutputWriter, slot: Slot, tmp_path: Path
) -> None:
    writer.write(slot, Rendered(b"one"))
    writer.publish(slot, tmp_path / "web")
    (writer.store.root / "documents" / "riverbend" / "brochure" / "beside.json").unlink()
    writer.publish(slot, tmp_path / "web")
    writer.write(slot, Rendered(b"two"))
    assert writer.publish(slot, tmp_path / "web").path.read_bytes() == b"two"


def test_the_latest_backup_stays_though_the_clock_was_set_back(
    writer: OutputWriter, slot: Slot
) -> None:
    keeping = replace(slot, keep_versions=1)
    writer.write(keeping, Rendered(b"one"))
    writer.write(keeping, Rendered(b"two"))
    keeping.target.write_bytes(b"edited by hand")
    earlier = replace(forced(writer), now=NOW - timedelta(days=900))
    backup = earlier.write(keeping, Rendered(b"three")).backup
    assert backup and backup.read_bytes() == b"edited by hand"


def test_only_as_many_backups_as_asked_for_are_kept(writer: OutputWriter, slot: Slot) -> None:
    few = Slot(slot.target, slot.profile_id, slot.kind, keep_versions=2)
    for text in (b"one", b"two", b"three", b"four", b"five"):
        writer.write(few, Rendered(text))
    kept = sorted(path.read_bytes() for path in (writer.store.root / "backup").glob("*/*"))
    assert kept == [b"four", b"three"]


def test_a_fresh_copy_that_somebody_deleted_was_dealt_with(
    writer: OutputWriter, slot: Slot
) -> None:
    writer.write(slot, Rendered(b"one"))
    slot.target.write_bytes(b"one, edited")
    fresh = writer.write(slot, Rendered(b"two")).path
    assert writer.write(slot, Rendered(b"two")).waits
    fresh.unlink()
    for _ in range(2):
        outcome = writer.write(slot, Rendered(b"two"))
        assert (outcome.state, outcome.waits, fresh.exists()) == ("edited", False, False)
    assert slot.target.read_bytes() == b"one, edited"
    assert writer.write(slot, Rendered(b"three")).path == fresh


def test_a_fresh_copy_beside_a_damaged_file_comes_again(writer: OutputWriter, slot: Slot) -> None:
    writer.write(slot, Rendered(b"one"))
    slot.target.write_bytes(b"broken")
    fresh = writer.write(slot, Rendered(b"two")).path
    fresh.unlink()
    assert writer.write(slot, Rendered(b"two")).waits
    assert fresh.exists()

"""A store that is lost or damaged: what can be made anew is, and nothing is overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ID = "riverbend-peer-worker"


def store(house) -> Path:
    return house.root / "output" / ".jdgen"


def test_a_lost_store_is_made_anew_from_documents_nobody_touched(house) -> None:
    house.night()
    whole = {p.name: p.read_bytes() for p in (store(house) / "documents").rglob("*.docx")}
    before = house.path().read_bytes(), house.path().stat().st_mtime_ns
    shutil.rmtree(store(house))
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("unchanged", 0)
    assert (house.path().read_bytes(), house.path().stat().st_mtime_ns) == before
    assert {p.name: p.read_bytes() for p in (store(house) / "documents").rglob("*.docx")} == whole


def test_without_a_store_an_edited_document_is_kept_and_told(house) -> None:
    house.night()
    edited = house.write_in_word()
    shutil.rmtree(store(house))
    for _ in range(2):
        night = house.night()
        assert (house.document().state, night.run.exit_code()) == ("edited and changed", 3)
        assert house.path().read_bytes() == edited
    assert "its record is gone" in house.document().note


def test_without_a_store_a_changed_profile_overwrites_nothing(house) -> None:
    house.night()
    before = house.path().read_bytes()
    shutil.rmtree(store(house))
    house.new_phone()
    night = house.night()
    assert (house.document().waits, night.run.exit_code()) == (True, 3)
    assert house.path().read_bytes() == before


@pytest.mark.parametrize(
    "damage", [b"", b"garbage", b"[]", b"{}", b"null", b"\xff", b"[" * 100_000, None]
)
@pytest.mark.parametrize(
    "name",
    [
        f"documents/{ID}/night.json",
        f"documents/{ID}/brochure/record.json",
        f"documents/{ID}/brochure/provenance.json",
        f"documents/{ID}/brochure/base.docx",
        "seen.json",
        "last-run.json",
    ],
)
def test_a_damaged_file_of_the_store_is_made_good_and_loses_nothing(
    house, name: str, damage: bytes | None
) -> None:
    house.night()
    house.night()
    file = store(house) / name
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("unchanged", 0)
    edited = house.write_in_word(" by hand")
    assert house.document(house.night()).state == "edited"
    assert house.path().read_bytes() == edited


@pytest.mark.parametrize("key", ["inputs", "documents", "told", "judged_on", "valid_until"])
@pytest.mark.parametrize("value", ["null", "3", '"x"', "[1]", '{"a": 1}'])
def test_a_memory_that_somebody_meddled_with_stops_no_night(house, key: str, value: str) -> None:
    import json

    house.night()
    file = store(house) / "documents" / ID / "night.json"
    told = json.loads(file.read_bytes())
    told[key] = json.loads(value)
    file.write_text(json.dumps(told), encoding="utf-8")
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("unchanged", 0)


def test_the_store_is_for_its_owner_only(house) -> None:
    house.night()
    house.new_phone()
    house.night()
    files = [p for p in store(house).rglob("*") if p.is_file()]
    assert len(files) >= 8
    assert any("backup" in path.parts for path in files)
    modes = {p.name: oct(p.stat().st_mode & 0o777) for p in files if p.name != "run.lock"}
    assert set(modes.values()) == {"0o600"}


def test_half_written_files_of_a_killed_night_are_taken_away(house) -> None:
    house.night()
    left = house.path().with_name(f".{house.path().name}.tmp")
    left.write_bytes(b"half")
    house.night(dry_run=True)
    assert left.exists()
    house.night()
    assert not left.exists()

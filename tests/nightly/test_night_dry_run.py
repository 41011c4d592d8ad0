"""A dry run says what the night would do, and touches nothing."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest


def change_nothing(house) -> None:
    pass


def change_profile(house) -> None:
    house.new_phone()


def change_both(house) -> None:
    house.write_in_word()
    house.new_phone()


def break_word_file(house) -> None:
    house.path().write_bytes(b"no Word file")


def delete(house) -> None:
    house.path().unlink()


def rename(house) -> None:
    house.path().rename(house.path().with_name("renamed.docx"))
    house.new_phone()


def open_in_word(house) -> None:
    house.new_phone()
    owner = house.path().with_name("~$" + house.path().name[2:])
    owner.write_bytes(b"\x07M. Ross" + b"\0" * 50)
    os.utime(owner, (house.now.timestamp() - 60,) * 2)


def publish(house) -> None:
    house.edit("\nrole:", "\noutputs: {public_folder: web}\n\nrole:")
    house.new_phone()


def edit_the_copy_for_readers(house) -> None:
    publish(house)
    house.night()
    (house.root / "web" / house.path().name).write_bytes(b"edited on the web server")
    house.edit("555-0199", "555-0177", "_riverbend.yaml")


@pytest.mark.parametrize(
    "change",
    [change_nothing, change_profile, change_both, break_word_file, delete, rename, open_in_word,
     publish, edit_the_copy_for_readers],
)  # fmt: skip
def test_a_dry_run_touches_nothing_and_says_what_the_night_will_do(house, change) -> None:
    house.night()
    house.night()
    change(house)
    before, made = house.tree(), set(Path(tempfile.gettempdir()).glob("jdgen-*"))
    dry = house.night(dry_run=True)
    assert house.tree() == before
    assert set(Path(tempfile.gettempdir()).glob("jdgen-*")) <= made
    told = house.document(dry)
    done = house.document(house.night())
    for name in ("state", "path", "why", "waits", "note", "changes"):
        assert getattr(told, name) == getattr(done, name), name


def test_a_dry_run_before_the_first_night_makes_no_folder(house) -> None:
    before = house.tree()
    night = house.night(dry_run=True)
    assert (house.document().state, night.dry_run) == ("new", True)
    assert house.document().path == house.path()
    assert house.tree() == before
    assert not (house.root / "output").exists()


def test_a_dry_run_tells_what_an_upgrade_or_a_lost_profile_would_bring(house) -> None:
    house.night()
    house.edit("status: approved", "status: retired")
    before = house.tree()
    assert [orphan.kind for orphan in house.night(dry_run=True).orphans] == ["brochure"]
    assert house.tree() == before

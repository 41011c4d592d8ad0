"""One broken profile, file or folder stops nothing else, and nothing of theirs is lost."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def test_one_broken_profile_stops_no_other(house) -> None:
    (house.root / "profiles" / "broken.yaml").write_text("title: a: b\n", encoding="utf-8")
    night = house.night()
    assert night.run.exit_code() == 1
    assert house.document().state == "new"
    assert [bool(profile.problems) for profile in night.run.profiles] == [True, False]


def test_a_profile_that_breaks_leaves_its_old_documents_and_makes_no_orphans(house) -> None:
    house.night()
    old = house.path().read_bytes()
    house.edit("status: approved", "status: aproved")
    night = house.night()
    assert (night.run.exit_code(), night.orphans) == (1, ())
    assert house.path().read_bytes() == old


def test_one_document_that_fails_stops_no_other(house, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdgen.store import OutputWriter

    house.edit("[brochure]", "[expectation-statements, brochure]")
    real = OutputWriter.write

    def fails(self, slot, rendered):
        if slot.kind == "expectation-statements":
            raise RuntimeError("a mistake")
        return real(self, slot, rendered)

    monkeypatch.setattr(OutputWriter, "write", fails)
    night = house.night()
    assert house.document(kind="expectation-statements").state == "failed"
    assert (house.document().state, night.run.exit_code()) == ("new", 1)


@pytest.mark.parametrize(
    "inside", [b"", b"no Word file", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0"]
)
def test_a_file_that_is_no_word_file_is_kept_and_the_fresh_one_laid_beside_it(
    house, inside: bytes
) -> None:
    house.night()
    house.path().write_bytes(inside)
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("edited and changed", 3)
    assert house.path().read_bytes() == inside
    assert house.path().with_name(house.path().stem + ".fresh.docx").exists()


def test_a_word_file_of_somebody_else_in_its_place_is_kept(house) -> None:
    import docx

    house.night()
    document = docx.Document()
    document.add_paragraph("Minutes of the garden club")
    document.save(str(house.path()))
    theirs = house.path().read_bytes()
    house.new_phone()
    night = house.night()
    assert (house.document().waits, night.run.exit_code()) == (True, 3)
    assert house.path().read_bytes() == theirs


def test_a_path_of_three_hundred_characters_is_no_trouble(house) -> None:
    deep = "/".join(["a-folder-with-a-long-name"] * 12)
    (house.root / "jdgen.toml").write_text(f"output = '{deep}'\n", encoding="utf-8")
    house.night()
    assert len(str(house.document().path)) > 300
    assert house.document().path.exists()
    house.new_phone()
    house.night()
    assert house.document().state == "changed"


def test_a_name_that_no_system_can_keep_is_told(house) -> None:
    house.edit("\nrole:", f"\noutputs: {{name_pattern: '{'n' * 250}-{{kind}}'}}\n\nrole:")
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("failed", 1)
    assert "too long" in house.document().problems[0].message


def test_a_folder_that_may_not_be_written_fails_its_documents_only(
    house, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.night()
    house.new_phone()
    real = os.open

    def read_only(path, flags, *rest, **more):
        if str(path).endswith(".docx.tmp") and ".jdgen" not in str(path) and flags & os.O_CREAT:
            raise OSError(30, "Read-only file system")
        return real(path, flags, *rest, **more)

    with monkeypatch.context() as share:
        share.setattr(os, "open", read_only)
        night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("failed", 1)
    assert "read-only" in house.document().problems[0].message
    assert "555-0134" in house.text()
    house.night()
    assert house.document().state == "changed"


def test_a_twin_of_a_profile_by_a_sync_service_is_told_and_not_read(house) -> None:
    house.night()
    folder = house.root / "profiles"
    for name in ("riverbend (1).yaml", "riverbend-LAPTOP7.yaml"):
        shutil.copy(folder / "riverbend.yaml", folder / name)
    night = house.night()
    told = {Path(p.file).name: [problem.id for problem in p.problems] for p in night.run.profiles}
    assert told == {
        "riverbend (1).yaml": ["profile-copy"],
        "riverbend-LAPTOP7.yaml": ["profile-copy"],
        "riverbend.yaml": [],
    }
    assert house.document().state == "unchanged"


def test_two_profiles_of_one_id_do_not_write_over_each_other(house) -> None:
    folder = house.root / "profiles"
    shutil.copy(folder / "riverbend.yaml", folder / "another.yaml")
    for _ in range(2):
        night = house.night()
        first, second = night.run.profiles
        assert not first.problems
        assert [problem.id for problem in second.problems] == ["profile-same-id"]


def test_a_folder_for_readers_outside_of_the_project_stops_no_other_profile(house) -> None:
    other = (house.root / "profiles" / "riverbend.yaml").read_text(encoding="utf-8")
    other = other.replace("id: riverbend-peer-worker", "id: zeta")
    (house.root / "profiles" / "zeta.yaml").write_text(other, encoding="utf-8")
    house.edit("\nrole:", "\noutputs: {public_folder: ../web}\n\nrole:")
    night = house.night()
    states = {p.profile_id: [d.state for d in p.documents] for p in night.run.profiles}
    assert states == {"riverbend-peer-worker": ["failed"], "zeta": ["new"]}
    assert "leads out of" in next(p.message for r in night.run.profiles for p in r.all_problems())

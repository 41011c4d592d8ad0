"""What a night does with a document in each state that it can be in."""

from __future__ import annotations

import os
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from jdgen.merge import reject
from jdgen.word import read_text


def paragraphs(data: bytes) -> list[str]:
    return [block.text for block in read_text(data).blocks]


def stored_anew(path: Path) -> None:
    """The zip as a cloud service packs it: other order, other packing, other times."""
    with zipfile.ZipFile(path) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in reversed(members):
            archive.writestr(zipfile.ZipInfo(name, (2026, 12, 1, 1, 1, 0)), data)


def test_a_new_document_is_made(house) -> None:
    night = house.night()
    assert (house.document().state, house.document().path) == ("new", house.path())
    assert "555-0134" in house.text()
    assert night.run.exit_code() == 0


def test_an_unchanged_document_is_not_touched_at_all(house) -> None:
    house.night()
    before = house.tree()
    house.night(house.now + timedelta(days=1))
    assert house.document().state == "unchanged"
    after = house.tree()
    assert {name for name in after if before.get(name) != after[name]} == {
        "output/.jdgen/heartbeat",
        "output/.jdgen/last-run.json",
        "output/.jdgen/seen.json",
    }
    house.night(house.now + timedelta(days=2))
    assert after["output/.jdgen/seen.json"] == house.tree()["output/.jdgen/seen.json"]


def test_a_night_without_changes_reads_no_profile(house, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdgen import pipeline

    house.night()
    monkeypatch.setattr(pipeline, "load_profile", None)
    assert house.night().run.exit_code() == 0


def test_a_changed_profile_replaces_a_document_that_nobody_touched(house) -> None:
    house.night()
    old = house.path().read_bytes()
    house.new_phone()
    house.night()
    done = house.document()
    assert (done.state, done.why) == ("changed", "a shared part changed (_riverbend.yaml)")
    assert "555-0199" in house.text()
    assert done.backup.read_bytes() == old
    assert any("555-0199" in change.after for change in done.changes)


def test_an_edited_document_is_left_while_the_profile_is_the_same(house) -> None:
    house.night()
    edited = house.write_in_word()
    house.night()
    assert (house.document().state, house.document().waits) == ("edited", False)
    assert house.document().why == "the file was changed or moved"
    assert house.path().read_bytes() == edited
    house.night()
    assert (house.document().state, house.document().why) == ("edited", "nothing changed")


def test_what_changed_is_merged_into_an_edited_document(house) -> None:
    house.night()
    edited = house.write_in_word()
    house.new_phone()
    night = house.night()
    done = house.document()
    assert done.state == "merged"
    assert "555-0199" in house.text()
    assert "and more" in house.text()
    assert paragraphs(reject(house.path().read_bytes(), "jdgen")) == paragraphs(edited)
    assert done.backup.read_bytes() == edited
    assert [(w.proposals, w.conflicts) for w in night.waiting] == [(len(done.changes), 0)]
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("edited", 0)
    assert night.waiting[0].path == house.path()


def test_a_conflict_waits_for_a_person_on_its_night_and_is_told_on_later_ones(house) -> None:
    house.night()
    import docx

    document = docx.Document(str(house.path()))
    texts = [t for t in document.element.body.iter() if t.tag.endswith("}t")]
    spots = [text for text in texts if "555-0134" in (text.text or "")]
    assert spots
    for spot in spots:
        spot.text = spot.text.replace("555-0134", "555-7777")
    document.save(str(house.path()))
    os.utime(house.path(), (1, 1))
    house.new_phone()
    assert house.night().run.exit_code() == 3
    night = house.night()
    assert night.run.exit_code() == 0
    assert night.waiting[0].conflicts > 0


def test_a_file_that_a_cloud_service_stored_anew_is_no_edit_and_not_touched(house) -> None:
    house.night()
    stored_anew(house.path())
    cloud = house.path().read_bytes(), house.path().stat().st_mtime_ns
    house.night()
    assert house.document().state == "unchanged"
    assert (house.path().read_bytes(), house.path().stat().st_mtime_ns) == cloud
    house.new_phone()
    house.night()
    assert house.document().state == "changed"


def test_a_document_open_in_word_is_left_and_brought_the_night_after(house) -> None:
    house.night()
    house.new_phone()
    before = house.path().read_bytes()
    owner = house.path().with_name("~$" + house.path().name[2:])
    owner.write_bytes(b"\x07M. Ross" + b"\0" * 50)
    os.utime(owner, (house.now.timestamp() - 60,) * 2)
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("open", 3)
    assert "M. Ross" in house.document().note
    assert house.path().read_bytes() == before
    owner.unlink()
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("changed", 0)
    assert house.document().why == "a shared part changed (_riverbend.yaml)"


def test_an_edited_file_saved_moments_ago_is_taken_for_open(house) -> None:
    house.night()
    edited = house.write_in_word()
    os.utime(house.path(), (house.now.timestamp() - 90,) * 2)
    house.new_phone()
    house.night()
    assert house.document().state == "open"
    assert "a minute ago" in house.document().note
    assert house.path().read_bytes() == edited
    house.night(house.now + timedelta(days=1))
    assert house.document().state == "merged"


def test_how_long_a_saved_file_rests_is_a_setting(house) -> None:
    (house.root / "jdgen.toml").write_text("[nightly]\nquiet_minutes = 1\n", encoding="utf-8")
    house.night()
    house.write_in_word()
    os.utime(house.path(), (house.now.timestamp() - 90,) * 2)
    house.new_phone()
    house.night()
    assert house.document().state == "merged"


def test_a_file_that_cannot_be_read_is_left_and_told(
    house, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.night()
    house.new_phone()
    real = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path == house.path():
            raise PermissionError(13, "refused")
        return real(path)

    with monkeypatch.context() as held:
        held.setattr(Path, "read_bytes", refused)
        night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("locked", 3)
    house.night()
    assert house.document().state == "changed"


def test_a_file_that_is_in_the_cloud_only_is_not_fetched(
    house, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jdgen.nightly import places

    house.night()
    house.new_phone()
    monkeypatch.setattr(places, "only_in_the_cloud", lambda path: path == house.path())
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("locked", 3)
    assert "555-0134" in house.text()


def test_a_deleted_document_of_an_approved_profile_is_made_again(house) -> None:
    house.night()
    house.path().unlink()
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("new", 0)
    assert "had been deleted" in house.document().note
    assert house.path().exists()


def test_a_deleted_document_of_any_other_profile_is_asked_for(house) -> None:
    house.edit("status: approved", "status: in_review")
    house.night()
    house.path().unlink()
    for _ in range(2):
        night = house.night()
        assert (house.document().state, night.run.exit_code()) == ("missing", 3)
        assert not house.path().exists()


def test_a_document_that_is_not_written_for_errors_keeps_its_old_file(house) -> None:
    house.edit("[brochure]", "[job-description]")
    house.night()
    old = house.path("job-description").read_bytes()
    house.edit("percent: 20", "percent: 30")
    for _ in range(2):
        night = house.night()
        assert house.document(kind="job-description").state == "not written"
        assert night.run.exit_code() == 1
    assert house.path("job-description").read_bytes() == old


def test_each_document_has_its_own_reason(house) -> None:
    house.edit("[brochure]", "[expectation-statements, brochure]")
    house.night()
    own = house.root / "templates" / "brochure"
    shutil.copytree(Path(__file__).parents[2] / "templates" / "brochure", own)
    import docx

    document = docx.Document(str(own / "template.docx"))
    document.paragraphs[-1].add_run("Our own words")
    document.save(str(own / "template.docx"))
    house.night()
    assert "the template changed" in house.document().why
    assert "template" not in house.document(kind="expectation-statements").why


def test_who_to_ask_is_known_of_a_profile_that_cannot_be_read_any_more(house) -> None:
    house.night()
    house.edit("percent: 20", "percent: twenty")
    (profile,) = house.night().run.profiles
    assert profile.problems
    assert profile.owner == "Human Resources"


def test_a_night_whose_end_cannot_be_written_down_still_tells_what_it_did(
    house, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jdgen.errors import OutputError, Problem
    from jdgen.nightly import run

    def refuses(*_: object) -> None:
        raise OutputError(Problem("file-failed", "Cannot write this file: the disk is full."))

    monkeypatch.setattr(run, "note_run", refuses)
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("new", 1)
    assert any("disk is full" in p.message for r in night.run.profiles for p in r.problems)

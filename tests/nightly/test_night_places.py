"""Documents that people renamed, moved, copied or put away, and what nobody asks for any more."""

from __future__ import annotations

import shutil

import pytest

from jdgen import reports
from jdgen.nightly.pruning import prune
from jdgen.nightly.restoring import restore
from jdgen.pipeline import Options, Pipeline
from jdgen.settings import load_settings


def test_a_renamed_document_is_known_again_and_kept_up_to_date(house) -> None:
    house.night()
    renamed = house.path().with_name("Our brochure.docx")
    house.path().rename(renamed)
    house.new_phone()
    house.night()
    done = house.document()
    assert (done.state, done.path) == ("changed", renamed)
    assert f"stands at {renamed} now" in done.note
    assert not house.path().exists()
    house.night()
    assert (house.document().state, house.document().path) == ("unchanged", renamed)


def test_a_moved_and_edited_document_gets_what_is_new(house) -> None:
    house.night()
    house.write_in_word(" by hand")
    moved = house.root / "output" / "printed" / "2026" / "brochure.docx"
    moved.parent.mkdir(parents=True)
    house.path().rename(moved)
    house.new_phone()
    house.night()
    assert (house.document().state, house.document().path) == ("merged", moved)


def test_a_copy_is_told_and_never_written_to(house) -> None:
    house.night()
    copy = house.root / "output" / "for the board.docx"
    shutil.copy2(house.path(), copy)
    before = copy.read_bytes(), copy.stat().st_mtime_ns
    house.new_phone()
    night = house.night()
    assert (house.document().state, house.document().path) == ("changed", house.path())
    assert f"also found: {copy}" in house.document().note
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == before
    assert night.run.exit_code() == 0
    night = house.night()
    assert f"also found: {copy}" in house.document().note
    told = reports.night_as_text(night, why=True)
    assert f"with paths told from {house.root}:" in told
    assert "also found: output/for the board.docx" in told
    assert "also found: " in reports.night_as_html(night)


@pytest.mark.parametrize(
    "mark",
    [" (1)", "-LAPTOP7", " - Copy", " (M. Ross's conflicted copy 2026-12-01)",
     ".sync-conflict-20261201-020000-ABCDEF7", "_conf(2) conflict", " - Conflict"],
)  # fmt: skip
def test_a_conflict_copy_of_a_sync_service_is_told_as_one(house, mark: str) -> None:
    house.night()
    copy = house.path().with_name(house.path().stem + mark + ".docx")
    shutil.copy2(house.path(), copy)
    house.night()
    assert "sync service" in house.document().note
    assert copy.name in house.document().note


def test_two_copies_and_no_original_are_left_to_a_person(house) -> None:
    house.night()
    for name in ("one.docx", "two.docx"):
        shutil.copy2(house.path(), house.root / "output" / name)
    house.path().unlink()
    house.new_phone()
    for _ in range(2):
        night = house.night()
        assert (house.document().state, night.run.exit_code()) == ("missing", 3)
        assert "one.docx" in house.document().note
        assert not house.path().exists()


def test_drafts_checked_and_fresh_copies_are_no_copies(house) -> None:
    house.night()
    for mark in ("draft", "draft-2", "checked", "fresh", "fresh-3"):
        shutil.copy2(house.path(), house.path().with_name(f"{house.path().stem}.{mark}.docx"))
    house.night()
    assert house.document().note == ""


def test_two_documents_that_were_swapped_are_both_known_again(house) -> None:
    house.edit("[brochure]", "[expectation-statements, brochure]")
    house.night()
    one, two = house.path(), house.path("expectation-statements")
    aside = one.with_name("aside.docx")
    one.rename(aside)
    two.rename(one)
    aside.rename(two)
    house.new_phone()
    house.night()
    assert house.document().path == two
    assert house.document(kind="expectation-statements").path == one
    assert "stands in its old place" in house.document().note


def test_the_copy_for_readers_is_no_stray_copy_and_is_made_again(house) -> None:
    (house.root / "jdgen.toml").write_text("output = 'out'\n", encoding="utf-8")
    house.edit("\nrole:", "\noutputs: {public_folder: out/web}\n\nrole:")
    house.night()
    public = house.root / "out" / "web" / house.path().name
    assert public.exists()
    house.night()
    assert (house.document().state, house.document().note) == ("unchanged", "")
    public.unlink()
    house.night()
    assert public.exists()


def test_the_copy_for_readers_of_a_document_nobody_asks_for_is_told_and_put_away(house) -> None:
    house.edit("\nrole:", "\noutputs: {public_folder: web}\n\nrole:")
    house.night()
    public = house.root / "web" / house.path().name
    assert public.exists()
    mine = house.write_in_word()
    house.edit("status: approved", "status: retired")
    night = house.night()
    assert {orphan.path for orphan in night.orphans} == {house.path(), public}
    pipeline = Pipeline(load_settings(house.root), Options(), house.now)
    assert all(one.backup for one in prune(pipeline, house.root / "profiles"))
    assert not public.exists()
    assert public.parent.is_dir()
    assert len(house.backups()) == 2
    assert restore(pipeline, house.path()).target.read_bytes() == mine


def test_documents_nobody_asks_for_are_told_with_the_reason(house) -> None:
    house.edit("[brochure]", "[expectation-statements, brochure]")
    house.night()
    house.edit("[expectation-statements, brochure]", "[brochure]")
    for _ in range(2):
        (orphan,) = house.night().orphans
        assert orphan.path == house.path("expectation-statements")
        assert orphan.reason == "its profile does not ask for it any more"
    house.edit("status: approved", "status: retired")
    reasons = {orphan.kind: orphan.reason for orphan in house.night().orphans}
    assert reasons == {
        "brochure": "its profile is retired",
        "expectation-statements": "its profile is retired",
    }
    profile = house.root / "profiles" / "riverbend.yaml"
    text = profile.read_text(encoding="utf-8").replace("id: riverbend-peer", "id: another-peer")
    profile.write_text(text.replace("status: retired", "status: draft"), encoding="utf-8")
    reasons = {orphan.reason for orphan in house.night().orphans}
    assert reasons == {"there is no profile of this id any more"}
    assert house.path().exists()


def test_documents_of_profiles_in_another_folder_are_no_orphans(house) -> None:
    house.night()
    other = house.root / "others"
    other.mkdir()
    text = (house.root / "profiles" / "riverbend.yaml").read_text(encoding="utf-8")
    text = text.replace("id: riverbend-peer-worker", "id: other").replace(
        "_riverbend", "../profiles/_riverbend"
    )
    (other / "other.yaml").write_text(text, encoding="utf-8")
    from jdgen.nightly import NightOptions, run_night
    from jdgen.settings import load_settings

    night = run_night(load_settings(house.root), NightOptions(other), house.now)
    assert night.orphans == ()


def test_a_document_this_project_never_made_is_no_orphan(house) -> None:
    house.night()
    stranger = house.root / "output" / "stranger.docx"
    shutil.copy2(house.path(), stranger)
    shutil.rmtree(house.root / "output" / ".jdgen")
    house.edit("id: riverbend-peer", "id: another-peer")
    assert house.night().orphans == ()


def test_nothing_is_an_orphan_while_a_profile_cannot_even_be_told_apart(house) -> None:
    house.night()
    (house.root / "profiles" / "riverbend.yaml").write_bytes(b"\xff\xfe garbage")
    night = house.night()
    assert (night.orphans, night.run.exit_code()) == ((), 1)

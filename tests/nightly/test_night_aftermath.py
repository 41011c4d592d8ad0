"""Backups, restoring, putting away, and the state of things: what comes round the nights."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jdgen.store.backups import stored_backups, thin_out
from jdgen.word import document_id

ID = "riverbend-peer-worker"
NOW = datetime(2026, 12, 15, 2, 30, tzinfo=UTC)


@pytest.fixture
def inside(house, monkeypatch: pytest.MonkeyPatch):
    """The project, with its folder as the one a person stands in."""
    monkeypatch.chdir(house.root)
    return house


def copy(folder: Path, day: str, name: str = "a.020000-1.docx", size: int = 10) -> Path:
    path = folder / day / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    return path


def test_old_backups_go_but_the_newest_of_each_document_stays(tmp_path: Path) -> None:
    old, newer = copy(tmp_path, "2026-01-01"), copy(tmp_path, "2026-02-01")
    only = copy(tmp_path, "2025-01-01", "b.020000-1.docx")
    gone = thin_out(tmp_path, 180, 0, NOW, NOW - timedelta(days=1))
    assert gone == [old]
    assert newer.exists()
    assert only.exists()
    assert not old.parent.exists()


def test_the_oldest_backups_go_where_there_is_no_room_but_none_of_today(tmp_path: Path) -> None:
    paths = [copy(tmp_path, f"2026-12-{day}", size=600_000) for day in ("01", "02", "15")]
    gone = thin_out(tmp_path, 0, 1, NOW, NOW - timedelta(days=1))
    assert gone == paths[:2]
    assert paths[2].exists()


@pytest.mark.parametrize("last", [NOW - timedelta(days=9000), NOW + timedelta(days=9000)])
def test_a_clock_that_may_be_wrong_deletes_no_backup(tmp_path: Path, last: datetime) -> None:
    copy(tmp_path, "2026-01-01")
    copy(tmp_path, "2026-02-01")
    assert thin_out(tmp_path, 180, 0, NOW, last) == []


def test_files_of_people_among_the_backups_are_left_alone(tmp_path: Path) -> None:
    mine = copy(tmp_path, "2020-01-01", "mine.docx"), copy(tmp_path, "notes", "a.020000-1.docx")
    assert thin_out(tmp_path, 1, 1, NOW, NOW) == []
    assert all(path.exists() for path in mine)
    assert stored_backups(tmp_path) == []


def test_a_night_thins_the_backups_out_as_the_settings_say(house) -> None:
    house.night()
    folder = house.root / "output" / ".jdgen" / "backup"
    old, new = copy(folder, "2026-09-01"), copy(folder, "2026-12-01")
    house.night()
    assert old.exists()
    (house.root / "jdgen.toml").write_text("[backups]\ndays = 30\n", encoding="utf-8")
    house.night(dry_run=True)
    assert old.exists()
    house.night()
    assert (old.exists(), new.exists()) == (False, True)


def test_the_newest_backup_of_a_document_comes_back_and_nothing_is_lost(inside, jdgen) -> None:
    inside.night()
    first = inside.path().read_bytes()
    inside.new_phone()
    inside.night()
    second = inside.path().read_bytes()
    told = jdgen("restore", inside.path())
    assert told.code == 0, told.err
    assert inside.path().read_bytes() == first
    assert second in {path.read_bytes() for path in inside.backups()}
    os.utime(inside.path(), (1, 1))
    inside.night()
    assert inside.document().state == "edited"
    assert inside.path().read_bytes() == first
    inside.edit("in years.", "in many years.")
    inside.night()
    assert inside.document().state == "merged"
    assert "555-0134" in inside.text()


def test_restore_lists_backups_and_takes_one_by_the_name_it_lists(inside, jdgen) -> None:
    assert "no backups yet" in jdgen("restore").out
    inside.night()
    first = inside.path().read_bytes()
    for number in ("555-0101", "555-0102"):
        inside.new_phone(number) if number.endswith("1") else inside.edit(
            "555-0101", number, "_riverbend.yaml"
        )
        inside.night()
    names = [f"{path.parent.name}/{path.name}" for path in inside.backups()]
    told = jdgen("restore").out
    assert all(name in told for name in names)
    assert told.index(names[1]) < told.index(names[0])
    assert jdgen("restore", names[0]).code == 0
    assert inside.path().read_bytes() == first


def test_backups_of_two_nights_at_the_same_hour_are_told_apart(inside, jdgen) -> None:
    inside.night()
    first = inside.path().read_bytes()
    for number, days in (("555-0101", 1), ("555-0102", 2)):
        inside.edit("555-0134" if days == 1 else "555-0101", number, "_riverbend.yaml")
        inside.night(inside.now + timedelta(days=days))
    one, two = inside.backups()
    assert one.name == two.name
    assert jdgen("restore", one.name).code == 2
    assert jdgen("restore", f"{one.parent.name}/{one.name}").code == 0
    assert inside.path().read_bytes() == first


def test_documents_of_one_name_do_not_get_each_other_s_backups(inside, jdgen) -> None:
    inside.edit("\nrole:", "\noutputs: {name_pattern: '{kind}'}\n\nrole:")
    folder = inside.root / "profiles"
    text = (folder / "riverbend.yaml").read_text(encoding="utf-8")
    other = text.replace("id: riverbend-peer-worker", "id: other")
    (folder / "other.yaml").write_text(other, encoding="utf-8")
    inside.night()
    mine, theirs = (inside.root / "output" / n / "brochure.docx" for n in (ID, "other"))
    before = mine.read_bytes()
    inside.new_phone()
    inside.night()
    assert jdgen("restore", mine).code == 0
    assert mine.read_bytes() == before
    assert document_id(theirs.read_bytes()) == "other/brochure"
    assert jdgen("restore", "brochure.docx").code == 2


def test_what_was_put_away_comes_back_to_where_it_stood(inside, jdgen) -> None:
    inside.night()
    before = inside.path().read_bytes()
    inside.edit("status: approved", "status: retired")
    jdgen("prune", "--yes")
    told = jdgen("restore", inside.path())
    assert told.code == 0, told.err
    assert inside.path().read_bytes() == before


def test_restore_finds_a_document_that_was_renamed_since(inside, jdgen) -> None:
    inside.night()
    renamed = inside.path().with_name("Ours.docx")
    inside.path().rename(renamed)
    inside.new_phone()
    inside.night()
    (backup,) = inside.backups()
    told = jdgen("restore", backup)
    assert told.code == 0, told.err
    assert renamed.read_bytes() == backup.read_bytes()
    assert not inside.path().exists()


def test_restore_asks_for_a_name_it_knows_and_leaves_open_files_alone(inside, jdgen) -> None:
    inside.night()
    assert jdgen("restore", "nothing.docx").code == 2
    inside.new_phone()
    inside.night()
    before = inside.path().read_bytes()
    owner = inside.path().with_name("~$" + inside.path().name[2:])
    owner.write_bytes(b"\x07M. Ross" + b"\0" * 50)
    told = jdgen("restore", inside.path())
    assert (told.code, "M. Ross" in told.err) == (3, True)
    assert inside.path().read_bytes() == before


def test_prune_lists_and_with_yes_puts_away_what_nobody_asks_for(inside, jdgen) -> None:
    inside.edit("[brochure]", "[expectation-statements, brochure]")
    inside.night()
    assert jdgen("prune", "--yes").out.strip() == "Nothing to put away."
    inside.edit("[expectation-statements, brochure]", "[brochure]")
    orphan = inside.path("expectation-statements")
    before = inside.tree()
    told = jdgen("prune")
    assert (told.code, str(orphan) in told.out) == (0, True)
    assert inside.tree() == before
    told = jdgen("prune", "--yes")
    assert (told.code, orphan.exists(), inside.path().exists()) == (0, False, True)
    (backup,) = inside.backups()
    assert backup.read_bytes() == before[orphan.relative_to(inside.root).as_posix()][0]
    night = inside.night()
    assert (night.orphans, night.run.exit_code()) == ((), 0)


def test_what_was_put_away_is_made_again_when_a_profile_asks_for_it(inside, jdgen) -> None:
    inside.edit("status: approved", "status: retired")
    inside.night()
    inside.edit("status: retired", "status: draft")
    inside.night()
    inside.edit("status: draft", "status: retired")
    jdgen("prune", "--yes")
    assert not inside.path().exists()
    inside.edit("status: retired", "status: draft")
    inside.night()
    assert (inside.document().state, inside.path().exists()) == ("new", True)


def test_prune_leaves_what_is_open_and_what_a_broken_profile_may_ask_for(inside, jdgen) -> None:
    inside.night()
    inside.edit("status: approved", "status: aproved")
    assert jdgen("prune", "--yes").out.strip() == "Nothing to put away."
    inside.edit("status: aproved", "status: retired")
    owner = inside.path().with_name("~$" + inside.path().name[2:])
    owner.write_bytes(b"\x07M. Ross" + b"\0" * 50)
    told = jdgen("prune", "--yes")
    assert (told.code, "open by M. Ross" in told.out) == (3, True)
    assert inside.path().exists()


def test_status_tells_the_last_good_run_and_what_waits_for_whom(inside, jdgen) -> None:
    assert "No nightly run" in jdgen("status").out
    now = datetime.now().astimezone()
    inside.night(now - timedelta(hours=30))
    inside.write_in_word()
    inside.new_phone()
    inside.night(now - timedelta(hours=6))
    told = jdgen("status")
    assert told.code == 0
    assert "6 hours ago, exit code 0" in told.out
    assert f"{inside.path()}: 1 change, since" in told.out
    assert "Ask Human Resources." in told.out
    from jdgen.merge import accept

    inside.path().write_bytes(accept(inside.path().read_bytes(), "jdgen"))
    assert "To review" not in jdgen("status").out


def test_status_tells_of_failures_orphans_and_what_runs_out(inside, jdgen) -> None:
    inside.night(datetime.now().astimezone() - timedelta(days=3))
    whole = inside.path().read_bytes()
    inside.path().write_bytes(b"no Word file")
    soon = datetime.now().date() + timedelta(days=20)
    inside.edit("review_by: 2027-12-01", f"review_by: {soon}")
    inside.night(datetime.now().astimezone())
    told = jdgen("status").out
    assert "exit code 3" in told
    assert "To bring together. " in told
    assert "bring what you want from the fresh copy into the document" in told
    assert f"{soon} the review of the profile" in told
    inside.path().write_bytes(whole)
    inside.edit("status: approved", "status: retired")
    assert "its profile is retired" in jdgen("status").out
    inside.edit("status: retired", "status: x")
    inside.night(datetime.now().astimezone())
    told = jdgen("status").out
    assert "exit code 1" in told
    assert "Last good run" in told


def test_status_changes_nothing(inside, jdgen) -> None:
    inside.night()
    before = inside.tree()
    jdgen("status")
    assert inside.tree() == before


@pytest.mark.parametrize("command", ["prune", "status"])
def test_a_folder_of_profiles_that_is_not_there_ends_with_two(inside, jdgen, command: str) -> None:
    inside.night()
    told = jdgen(command, "profils")
    assert (told.code, told.out) == (2, "")
    assert "profils: There is no such folder of profiles." in told.err
    assert f"jdgen {command} PROFILES_DIR" in told.err
    inside.root.joinpath("profiles").rename(inside.root / "elsewhere")
    assert jdgen(command).code == 2


@pytest.mark.parametrize("command", ["prune", "status", "restore"])
def test_a_folder_of_documents_that_is_not_there_ends_with_two(inside, jdgen, command: str) -> None:
    inside.night()
    told = jdgen(command, "-o", "outputt")
    assert (told.code, told.out) == (2, "")
    assert "outputt: There is no such folder of documents." in told.err
    assert not (inside.root / "outputt").exists()


@pytest.mark.parametrize("command", ["build profiles", "nightly", "prune", "status", "restore"])
def test_a_file_in_the_place_of_the_store_is_named_itself(inside, jdgen, command: str) -> None:
    (inside.root / "output").mkdir()
    in_the_way = inside.root / "output" / ".jdgen"
    in_the_way.write_text("a file", encoding="utf-8")
    told = jdgen(*command.split())
    assert told.code == 1
    assert f"{in_the_way}: A file stands where a folder is needed." in told.err
    assert "Move it away" in told.err

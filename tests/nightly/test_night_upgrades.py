"""What a new version of jdgen would change is held until somebody accepts it."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def upgrade(house, monkeypatch: pytest.MonkeyPatch):
    """Installs a newer jdgen in another folder, whose brochure says one thing more."""

    def install(words: str = "New in this version") -> None:
        from jdgen import settings
        from jdgen.nightly import inputs

        folder = house.root.parent / "newer" / "templates"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ROOT / "templates", folder)
        if words:
            template = folder / "brochure" / "template.docx"
            document = docx.Document(str(template))
            document.paragraphs[-1].add_run(words)
            document.save(str(template))
        monkeypatch.setattr(settings, "shipped_templates", lambda: folder)
        monkeypatch.setattr(inputs, "program", lambda: f"another program {words}")
        for module in ("jdgen.pipeline", "jdgen.nightly.bring", "jdgen.nightly.case"):
            monkeypatch.setattr(f"{module}.__version__", "9.9")

    return install


def test_an_upgrade_is_held_and_listed_until_it_is_accepted(house, upgrade) -> None:
    house.night()
    before = house.path().read_bytes(), house.path().stat().st_mtime_ns
    upgrade()
    for _ in range(2):
        night = house.night()
        done = house.document()
        assert (done.state, night.run.exit_code()) == ("held", 3)
        assert "jdgen 9.9 would change it" in done.note
        assert "a new version of jdgen (9.9)" in done.why
        assert any("New in this version" in change.after for change in done.changes)
        assert (house.path().read_bytes(), house.path().stat().st_mtime_ns) == before
    night = house.night(accept_upgrade=True)
    assert (house.document().state, night.run.exit_code()) == ("changed", 0)
    assert "New in this version" in house.text()
    assert house.night().run.exit_code() == 0
    assert house.document().state == "unchanged"


def test_an_upgrade_that_changes_nothing_is_noted_and_touches_nothing(house, upgrade) -> None:
    house.night()
    before = house.path().read_bytes(), house.path().stat().st_mtime_ns
    upgrade("")
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("unchanged", 0)
    assert (house.path().read_bytes(), house.path().stat().st_mtime_ns) == before
    house.night()
    assert house.document().why == "nothing changed"


def test_a_change_of_the_profile_goes_through_a_held_upgrade(house, upgrade) -> None:
    house.night()
    upgrade()
    assert house.night().run.exit_code() == 3
    house.new_phone()
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("changed", 0)
    assert "555-0199" in house.text()
    assert "a shared part changed (_riverbend.yaml)" in house.document().why
    assert "a new version of jdgen (9.9)" in house.document().why


def test_an_accepted_upgrade_is_merged_into_edited_documents(house, upgrade) -> None:
    house.night()
    house.write_in_word(" by hand")
    upgrade()
    assert house.document(house.night()).state == "held"
    house.night(accept_upgrade=True)
    assert house.document().state == "merged"
    assert "by hand" in house.text()


def test_a_day_that_comes_takes_effect_though_an_upgrade_is_held(house, upgrade) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.night(datetime(2027, 3, 1, tzinfo=UTC))
    upgrade()
    assert house.document(house.night(datetime(2027, 3, 2, tzinfo=UTC))).state == "held"
    house.path().with_name("~$" + house.path().name[2:]).write_bytes(b"\x07M. Ross")
    owner = house.path().with_name("~$" + house.path().name[2:])
    os.utime(owner, (datetime(2027, 4, 1, tzinfo=UTC).timestamp(),) * 2)
    assert house.document(house.night(datetime(2027, 4, 1, 1, tzinfo=UTC))).state == "open"
    owner.unlink()
    house.night(datetime(2027, 4, 2, tzinfo=UTC))
    assert house.document().state == "changed"
    assert "has come" in house.document().why
    assert "I felt heard" not in house.text()


def test_a_day_that_changes_nothing_lets_no_upgrade_through(house, upgrade) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.night(datetime(2027, 3, 1, tzinfo=UTC))
    upgrade()
    for day in (2, 30, 31):
        night = house.night(datetime(2027, 3, day, tzinfo=UTC))
        assert (house.document().state, night.run.exit_code()) == ("held", 3)


def test_an_own_template_is_no_upgrade(house) -> None:
    house.night()
    own = house.root / "templates" / "brochure"
    shutil.copytree(ROOT / "templates" / "brochure", own)
    document = docx.Document(str(own / "template.docx"))
    document.paragraphs[-1].add_run("Our own words")
    document.save(str(own / "template.docx"))
    house.night()
    assert house.document().state == "changed"
    assert "the template changed" in house.document().why
    assert "Our own words" in house.text()


def test_without_a_memory_what_another_version_made_is_left_alone(house, upgrade) -> None:
    house.night()
    (house.root / "output/.jdgen/documents/riverbend-peer-worker/night.json").unlink()
    upgrade()
    assert house.document(house.night()).state == "held"
    assert house.document(house.night(accept_upgrade=True)).state == "changed"


def test_a_document_of_a_new_profile_is_not_held(house, upgrade) -> None:
    upgrade()
    night = house.night()
    assert (house.document().state, night.run.exit_code()) == ("new", 0)

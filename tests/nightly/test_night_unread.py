"""A profile that breaks: what is known of its documents from before is told, not passed over."""

from __future__ import annotations

import shutil
from pathlib import Path

from jdgen import reports
from jdgen.errors import FileBusyError, Place, Problem

TEMPLATES = Path(__file__).parents[2] / "templates"


def broken(house) -> None:
    house.edit("percent: 20", "percent: twenty")


def mail(night) -> str:
    return " ".join(reports.night_as_text(night).split())


def test_documents_of_a_profile_that_cannot_be_used_are_told_as_not_checked(house) -> None:
    house.night()
    broken(house)
    for _ in range(2):
        night = house.night()
        done = house.document()
        assert (done.state, done.path, done.waits) == ("not checked", house.path(), False)
        assert "1 not checked, as their profile cannot be used" in mail(night)


def test_a_consent_that_ends_while_its_profile_is_broken_is_named(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.edit("\nrole:", "\noutputs: {public_folder: web}\n\nrole:")
    house.edit("[brochure]", "[expectation-statements, brochure]")
    house.on("2027-03-30")
    broken(house)
    public = house.root / "web" / house.path().name
    assert not house.document(house.on("2027-03-31")).waits
    assert public.exists()
    house.on("2027-04-01", dry_run=True)
    assert public.exists()
    for day in ("2027-04-01", "2027-04-02"):
        night = house.on(day)
        told = mail(night)
        assert "a consent to a quote ended on 2027-03-31 (riverbend.yaml:" in told
        taken = f"web/{public.name} was taken away, into the backups" in told
        assert taken is (day == "2027-04-01")
        assert not public.exists()
        assert "Mend the profile" in told
        assert house.document().waits
        assert not house.document(kind="expectation-statements").waits
        assert night.run.exit_code() == 1
        assert "has ended" in reports.night_as_html(night)


def test_the_copy_for_readers_comes_back_without_the_quote_once_the_profile_is_mended(
    house,
) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.edit("\nrole:", "\noutputs: {public_folder: web}\n\nrole:")
    house.on("2027-03-30")
    public = house.root / "web" / house.path().name
    before = public.read_bytes()
    broken(house)
    house.on("2027-04-01")
    assert [path.read_bytes() for path in house.backups()] == [before]
    house.edit("percent: twenty", "percent: 20")
    house.on("2027-04-02")
    assert public.read_bytes() == house.path().read_bytes() != before


def test_a_copy_for_readers_that_cannot_be_taken_away_is_told(house, monkeypatch) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.edit("\nrole:", "\noutputs: {public_folder: web}\n\nrole:")
    house.on("2027-03-30")
    broken(house)

    def refused(path: Path) -> None:
        raise FileBusyError(Problem("file-busy", "It is open.", "", Place(str(path))))

    monkeypatch.setattr("jdgen.store.outputs.remove", refused)
    assert f"readers can still read web/{house.path().name}" in mail(house.on("2027-04-01"))


def test_a_waiver_that_ends_while_its_profile_is_broken_is_named(house) -> None:
    waiver = "[{rule: SUP-09, reason: Private, approved_by: Board, until: 2027-02-28}]"
    house.edit("waivers: []", f"waivers: {waiver}")
    house.on("2027-02-27")
    broken(house)
    told = mail(house.on("2027-03-01"))
    assert "a waiver ended on 2027-02-28 (riverbend.yaml:" in told
    assert "Private" not in told


def test_what_had_ended_when_the_profile_was_last_read_is_no_news(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.on("2027-03-30")
    house.on("2027-04-01")
    broken(house)
    house.on("2027-04-02")
    assert not house.document().waits


def test_a_copy_with_a_lapsed_quote_goes_though_its_template_is_broken(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.edit("\nrole:", "\noutputs: {public_folder: web}\n\nrole:")
    shutil.copytree(TEMPLATES / "brochure", house.root / "templates" / "brochure")
    house.on("2027-03-30")
    public = house.root / "web" / house.path().name
    (house.root / "templates" / "brochure" / "template.docx").write_bytes(b"no Word file")
    house.on("2027-03-31")
    assert (house.document().state, public.exists()) == ("failed", True)
    house.on("2027-04-01", dry_run=True)
    assert public.exists()
    told = mail(house.on("2027-04-01"))
    assert "Quote without consent" in told
    assert f"web/{public.name} was taken away, into the backups" in told
    assert not public.exists()

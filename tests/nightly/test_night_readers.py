"""What readers may still see: quotes without consent, and copies that nobody renews any more."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from jdgen import reports
from jdgen.nightly.pruning import prune
from jdgen.nightly.restoring import restore
from jdgen.pipeline import Options, Pipeline
from jdgen.reports.night import view
from jdgen.settings import load_settings

QUOTE = "I felt heard for the first time in years."
ENTRY = (
    '    - {text: I felt heard for the first time in years., from: participant, attribution: "A., '
    'participant", consent: 2026-09-14, expires: 2027-03-31}\n'
)


@pytest.fixture
def refused(house):
    """A consent ended, its quote was taken out as a tracked deletion, and somebody rejected it."""
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.on("2027-03-30")
    house.write_in_word()
    house.on("2027-04-01")
    assert house.document().state == "merged"
    house.answer(yes=False)
    assert QUOTE in house.text()
    return house


def mail(night) -> str:
    return " ".join(reports.night_as_text(night).split())


def publish(house, folder: str = "web") -> Path:
    house.edit("\nrole:", f"\noutputs: {{public_folder: {folder}}}\n\nrole:")
    return house.root / folder / house.path().name


def test_a_quote_that_somebody_kept_after_its_consent_is_told_every_night(refused) -> None:
    for day in ("2027-04-02", "2027-04-03", "2027-04-04"):
        night = refused.on(day)
        assert night.run.exit_code() == 1, "the finding on the consent itself"
        assert "a quote without a consent that holds today (page 1 panel 1)" in mail(night)
        assert "Take the quote out in Word" in mail(night)
        assert "felt heard" not in mail(night)


def test_it_is_told_on_when_the_quote_has_left_the_profile_altogether(refused) -> None:
    refused.on("2027-04-02")
    refused.edit(ENTRY, "")
    for day in ("2027-04-03", "2027-04-04"):
        night = refused.on(day)
        assert night.run.exit_code() == 3
        assert "a quote without a consent" in mail(night)
    document = docx.Document(str(refused.path()))
    for text in document.element.body.iter():
        if text.tag.endswith("}t") and QUOTE in (text.text or ""):
            text.text = text.text.replace(QUOTE, "")
    document.save(str(refused.path()))
    assert QUOTE not in refused.text()
    refused.on("2027-04-05")
    night = refused.on("2027-04-06")
    assert (night.run.exit_code(), refused.document().waits) == (0, False)


def test_it_is_told_though_its_entry_was_taken_out_before_its_consent_ended(house) -> None:
    house.on("2027-03-30")
    house.write_in_word()
    house.edit(ENTRY.replace("2027-03-31", "2028-09-14"), "")
    house.on("2027-03-31")
    house.answer(yes=False)
    assert "a quote without a consent" in mail(house.on("2027-04-01"))


def test_it_is_told_where_a_word_of_it_was_changed(refused) -> None:
    document = docx.Document(str(refused.path()))
    for text in document.element.body.iter():
        if text.tag.endswith("}t") and QUOTE in (text.text or ""):
            text.text = text.text.replace("in years.", "in many years!")
    document.save(str(refused.path()))
    assert "a quote without a consent" in mail(refused.on("2027-04-08"))


def test_a_quote_whose_consent_was_renewed_may_be_read_again(refused) -> None:
    refused.on("2027-04-02")
    refused.edit("expires: 2027-03-31", "expires: 2029-03-31")
    night = refused.on("2027-04-03")
    assert night.run.exit_code() == 0
    assert not refused.document().waits


def test_no_reader_gets_a_copy_with_a_quote_that_somebody_kept(house) -> None:
    public = publish(house)
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.on("2027-03-30")
    house.write_in_word()
    house.on("2027-04-01")
    assert not public.exists()
    house.answer(yes=False)
    house.edit(ENTRY, "")
    for day in ("2027-04-02", "2027-04-03"):
        night = house.on(day)
        assert not public.exists()
        assert night.run.exit_code() == 3


def test_a_copy_goes_even_where_another_error_keeps_its_document_from_being_written(house) -> None:
    public = publish(house)
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.on("2027-03-30")
    house.edit("status: approved", "status: approved\nexamples: [role.title]")
    house.on("2027-04-01")
    assert house.document().state == "not written"
    assert not public.exists()


def test_what_was_taken_from_readers_is_no_backup_of_the_document(house) -> None:
    public = publish(house)
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.on("2027-03-30")
    mine = house.write_in_word()
    house.on("2027-04-01")
    assert not public.exists()
    pipeline = Pipeline(load_settings(house.root), Options(), house.now)
    assert restore(pipeline, house.path()).target.read_bytes() == mine


def test_a_dry_run_takes_no_copy_away_and_says_that_the_night_would(house) -> None:
    public = publish(house)
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.on("2027-03-30")
    house.edit("status: approved", "status: approved\nexamples: [role.title]")
    before = house.tree()
    house.on("2027-04-01", dry_run=True)
    assert house.tree() == before
    assert str(public) in house.document().note


def no_folder_any_more(house) -> None:
    house.edit("\noutputs: {public_folder: web}\n", "\n")


def a_draft_again(house) -> None:
    house.edit("status: approved", "status: draft")


def another_folder(house) -> None:
    house.edit("public_folder: web", "public_folder: intranet")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (no_folder_any_more, "names no public_folder any more"),
        (a_draft_again, "is not approved any more"),
        (another_folder, "names another public_folder now"),
    ],
)
def test_a_copy_that_nobody_renews_any_more_is_told_until_somebody_puts_it_away(
    house, change: Callable[[object], None], reason: str
) -> None:
    public = publish(house)
    house.night()
    change(house)
    for _ in range(2):
        night = house.night()
        told = mail(night)
        assert f"web/{public.name}: a copy for readers; its profile {reason}" in told
        assert "jdgen prune" in told
        assert "--yes" in told
        assert night.run.exit_code() == 0
        assert public.exists()
    pipeline = Pipeline(load_settings(house.root), Options(), house.now)
    (done,) = prune(pipeline, house.root / "profiles")
    assert (done.orphan.path, public.exists(), house.path().exists()) == (public, False, True)
    assert house.night().orphans == ()


def test_a_document_that_was_renamed_leaves_no_untold_copy_behind(house) -> None:
    public = publish(house)
    house.night()
    house.path().rename(house.path().with_name("Our brochure.docx"))
    night = house.night()
    assert public.with_name("Our brochure.docx").exists()
    assert [orphan.path for orphan in night.orphans] == [public]


def test_a_build_tells_of_a_copy_that_nobody_renews_any_more(house, jdgen, monkeypatch) -> None:
    public = publish(house)
    monkeypatch.chdir(house.root)
    jdgen("build", "profiles")
    a_draft_again(house)
    told = jdgen("build", "profiles").out
    assert public.name in told
    assert "jdgen prune" in told


def test_later_nights_name_the_copy_that_waits_for_an_answer_in_word(house) -> None:
    public = publish(house)
    house.night()
    house.write_in_word()
    house.night()
    house.new_phone()
    for _ in range(3):
        night = house.night()
        (task,) = [one for one in view.tasks(night) if one.path == house.path()]
        assert f"{public} stays as it was" in task.note
    assert night.run.exit_code() == 0


def test_a_comment_of_staff_that_holds_the_copy_back_is_told_on_later_nights_too(
    house, jdgen
) -> None:
    public = publish(house)
    house.night()
    document = docx.Document(str(house.path()))
    document.add_comment(document.paragraphs[-1].runs, "Is this right?", "Sam", "S")
    document.save(str(house.path()))
    os.utime(house.path(), (house.now.timestamp() - 9000,) * 2)
    house.new_phone()
    assert house.night().run.exit_code() == 0
    for _ in range(2):
        told = mail(house.night())
        assert f"web/{public.name} stays as it was until" in told
        assert "settle its tracked changes and comments" in told
    told = jdgen("status", house.root / "profiles", "-o", house.root / "output").out
    assert f"{public} stays as it was until" in told


def test_what_was_put_in_without_marks_is_nothing_to_review(house) -> None:
    house.night()
    document = docx.Document(str(house.path()))
    document.paragraphs[-1].runs[0].font.bold = True
    document.save(str(house.path()))
    os.utime(house.path(), (house.now.timestamp() - 9000,) * 2)
    house.new_phone()
    night = house.night()
    assert "without marks" in house.document().note
    assert view.tasks(night) == []

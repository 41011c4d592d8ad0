"""What the mail of a night tells, and what it must not repeat."""

from __future__ import annotations

import os
import shutil

import docx

from jdgen import reports
from jdgen.merge.resolve import accept


def earlier(path) -> None:
    os.utime(path, (path.stat().st_mtime - 3600,) * 2)


def mail(night) -> str:
    return " ".join(reports.night_as_text(night).split())


def test_the_mail_names_second_versions_of_a_sync_service_without_being_asked_why(house) -> None:
    house.night()
    copy = house.path().with_name(f"{house.path().stem} (1).docx")
    shutil.copy2(house.path(), copy)
    for _ in range(2):
        night = house.night()
        assert copy.name in mail(night)
        assert "Bring what is new in them into the document, then delete them" in mail(night)
        assert night.run.exit_code() == 0
    copy.unlink()
    assert "nothing to change" in mail(house.night())


def test_what_was_settled_in_word_is_not_told_as_waiting_while_its_document_is_not_written(
    house,
) -> None:
    house.night()
    house.write_in_word()
    house.new_phone()
    assert house.night().waiting
    house.path().write_bytes(accept(house.path().read_bytes(), "jdgen"))
    house.edit("status: approved", "status: approved\nexamples: [role.title]")
    night = house.night()
    assert house.document().state == "not written"
    assert night.waiting == ()
    house.path().unlink()
    assert house.night().waiting == ()


def test_a_damaged_file_that_is_kept_is_told_as_new_in_its_first_night_only(house) -> None:
    house.night()
    house.path().write_bytes(b"no zip at all")
    assert "Written or changed (1)" in mail(house.night())
    for _ in range(2):
        night = house.night()
        assert house.document().state == "edited and changed"
        assert "Written or changed" not in mail(night)
        assert night.run.exit_code() == 3


def test_a_file_behind_a_password_is_told_as_that_with_what_to_do(house) -> None:
    house.night()
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    house.path().write_bytes(ole.ljust(2048, b"\0"))
    told = mail(house.night())
    assert "protected by a password" in told
    assert "remove the password (File > Info)" in told


def test_a_kind_that_cannot_be_used_is_no_profile(house) -> None:
    house.night()
    kind = house.root / "templates" / "letter"
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text("titel: Letter\n", encoding="utf-8")
    night = house.night()
    assert "1 document of 1 profile" in mail(night)
    assert "1 document of 1 profile" in reports.night_as_html(night)
    assert "1 file has to be mended" in reports.night_as_json(night)


def test_a_dry_run_tells_what_would_be_made_not_what_was(house) -> None:
    night = house.night(dry_run=True)
    assert "1 would be made" in mail(night)
    assert "Would be written or changed (1)" in mail(night)
    assert ">Would be made<" in reports.night_as_html(night)
    assert "1 made" in mail(house.night())


def test_what_has_ended_is_told_as_over_and_what_is_to_mend_with_its_cure(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    told = mail(house.on("2027-04-01"))
    assert "2027-03-31 (over) a consent to a quote" in told
    assert "its consent ended on 2027-03-31. Have the consent form signed" in told


def test_comments_that_hold_a_copy_for_readers_back_are_told_with_what_to_do(house) -> None:
    house.edit("\nrole:", "\noutputs: {public_folder: web}\n\nrole:")
    house.night()
    document = docx.Document(str(house.path()))
    runs = document.paragraphs[-1].runs or [document.paragraphs[-1].add_run("x")]
    document.add_comment(runs, "Is this right?", "Sam", "S")
    document.save(str(house.path()))
    earlier(house.path())
    told = mail(house.night())
    assert "Copy for readers waits" in told
    assert "settle its tracked changes and comments, whoever made them" in told

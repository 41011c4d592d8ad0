"""What people hand to `jdgen check` by mistake: one clear message each, and no half-done work."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(**members: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", 8) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return written.getvalue()


BOMB = zipped(**{"[Content_Types].xml": b"<Types/>", "word__document.xml": bytes(200 * 2**20)})


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.docx", b"PK\x03\x04 and then it stops", "damaged or cut off"),
        ("a.docx", zipped(hello=b"x"), "a zip, but not a Word document"),
        ("a.docx", BOMB, "would take 200 MB"),
        ("a.docx", b"", "the file is empty"),
        ("a.doc", OLE, "old .doc format"),
        ("a.txt", b"caf\xe9", "not UTF-8: line 1"),
        ("a.txt", b"word " * 2_200_000, "This text has 10 MB; at most 2 MB are read."),
        ("a.md", b"\n", "There is no text"),
        ("a.png", b"\x89PNG", "jdgen cannot check a file with “.png”"),
        ("a", b"text", "jdgen cannot check a file with no ending"),
    ],
)
def test_a_file_that_cannot_be_checked_is_one_message_and_stops_no_other(
    project: Path, jdgen, name: str, data: bytes, message: str
) -> None:
    (project / name).write_bytes(data)
    (project / "good.txt").write_text("Talks with people.", encoding="utf-8")
    told = jdgen("check", name, "good.txt")
    assert told.code == 1
    assert " ".join(told.out.split()).count(message) == 1
    assert "good.txt\n  nothing to mend" in told.out
    assert "Traceback" not in told.out + told.err
    (problem,) = json.loads(jdgen("check", name, "--format=json").out)["findings"]
    assert problem["file"] == name
    assert problem["category"] == "file"


def test_a_file_that_is_not_there_is_answered_with_the_nearest(project: Path, jdgen) -> None:
    (project / "posting.txt").write_text("Talks.", encoding="utf-8")
    told = jdgen("check", "postin.txt")
    assert told.code == 1
    assert "There is no such file." in told.out
    assert "Did you mean posting.txt?" in told.out


def test_a_folder_means_its_profiles_else_its_word_files(project: Path, built, jdgen) -> None:
    path = built("brochure")
    path.with_name("x.checked.docx").write_bytes(b"")
    path.with_name("~$x.docx").write_bytes(b"")
    told = json.loads(jdgen("check", path.parent, "--format=json").out)
    assert (told["summary"]["profiles"], told["summary"]["files"]) == (0, 3)
    told = json.loads(jdgen("check", project, "--format=json").out)
    assert (told["summary"]["profiles"], told["summary"]["files"]) == (1, 0)


def test_a_folder_with_nothing_to_check_is_wrong_use(project: Path, jdgen) -> None:
    (project / "empty").mkdir()
    told = jdgen("check", "empty")
    assert told.code == 2
    assert "There is no profile in empty" in told.err


def test_nothing_is_written_by_a_check(project: Path, foreign, jdgen) -> None:
    path = foreign("Leads TBD groups")
    before = sorted(p.name for p in project.rglob("*"))
    jdgen("check", path, "riverbend.yaml")
    assert sorted(p.name for p in project.rglob("*")) == before

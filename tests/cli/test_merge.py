"""`jdgen merge` on files as people have them: good ones, broken ones, and in the way of others."""

from __future__ import annotations

import io
import json
import os
import time
import zipfile
from pathlib import Path

import docx
import pytest

from jdgen.merge import accept, reject
from jdgen.word import read_text


def write(name: str, *paragraphs: str) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(name)
    return Path(name)


def lines(data: bytes) -> list[str]:
    return [block.text for block in read_text(data).body() if block.text]


BASE = "We meet at noon.", "Bring a cup.", "Invented for a test."
STAFF = "We meet at noon.", "Bring a mug.", "Invented for a test."
FRESH = "We meet at one.", "Bring a cup.", "Invented for a test."


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str, str]:
    monkeypatch.chdir(tmp_path)
    for name, texts in (("base", BASE), ("staff", STAFF), ("fresh", FRESH)):
        write(f"{name}.docx", *texts)
    return "base.docx", "staff.docx", "fresh.docx"


def test_it_writes_the_merged_file_and_says_what_changed_where(three, jdgen) -> None:
    told = jdgen("merge", *three, "-o", "out.docx")
    assert told.code == 0, told.err
    merged = Path("out.docx").read_bytes()
    assert lines(accept(merged, "jdgen"))[:2] == ["We meet at one.", "Bring a mug."]
    assert lines(reject(merged, "jdgen")) == list(STAFF)
    assert "changed (text: We meet at noon.)" in told.out
    assert "    - noon\n    + one\n" in told.out
    assert "1 change, 0 conflicts.\nWritten to out.docx." in told.out


def test_a_conflict_is_told_with_its_place_and_ends_with_three(three, jdgen) -> None:
    write("staff.docx", "We meet at two.", *BASE[1:])
    told = jdgen("merge", *three, "-o", "out.docx")
    assert told.code == 3
    assert "left to you (text: We meet at two.): The profile changed here" in told.out
    assert "0 changes, 1 conflict." in told.out
    assert lines(Path("out.docx").read_bytes())[0] == "We meet at two."


def test_json_has_the_same_for_programs(three, jdgen) -> None:
    write("staff.docx", "We meet at two.", "Bring a cup.", "Invented for a test.")
    write("fresh.docx", "We meet at one.", "Bring a plate.", "Invented for a test.")
    told = jdgen("merge", *three, "-o", "out.docx", "--format", "json")
    shown = json.loads(told.out)
    assert (shown["version"], shown["mode"], shown["out"]) == (1, "tracked", "out.docx")
    assert shown["changes"][0] == {
        "kind": "replace",
        "before": "cup",
        "after": "plate",
        "place": "text: Bring a cup.",
    }
    assert shown["conflicts"][0]["after"] == "one"
    assert shown["conflicts"][0]["kept"] == "two"
    assert told.code == 3


def test_the_edited_file_may_be_changed_in_place_and_a_copy_is_kept(three, jdgen) -> None:
    before = Path("staff.docx").read_bytes()
    told = jdgen("merge", *three, "-o", "./staff.docx")
    assert told.code == 0
    assert Path("staff.before-merge.docx").read_bytes() == before
    assert "The file as it was: staff.before-merge.docx" in told.out
    merged = Path("staff.docx").read_bytes()
    assert merged != before
    told = jdgen("merge", *three, "-o", "staff.docx")
    assert (told.code, Path("staff.docx").read_bytes()) == (0, merged)
    assert "Nothing had to be written." in told.out
    assert not Path("staff.before-merge-2.docx").exists()


@pytest.mark.parametrize("name", ["base.docx", "fresh.docx", "other.docx"])
def test_another_file_that_exists_is_not_written_over(three, jdgen, name: str) -> None:
    write("other.docx", "Somebody's own.")
    before = Path(name).read_bytes()
    told = jdgen("merge", *three, "-o", name)
    assert told.code == 2
    assert f"The file {name} exists already." in told.err
    assert Path(name).read_bytes() == before


def test_a_file_that_is_open_in_word_is_not_changed_in_place(three, jdgen) -> None:
    before = Path("staff.docx").read_bytes()
    Path("~$staff.docx").write_bytes(b"\x07M. Ross")
    os.utime("~$staff.docx", (time.time(), time.time()))
    told = jdgen("merge", *three, "-o", "staff.docx")
    assert told.code == 3
    assert "open by M. Ross" in told.err
    assert Path("staff.docx").read_bytes() == before


def test_where_the_profile_brings_nothing_the_result_is_the_edited_file(three, jdgen) -> None:
    told = jdgen("merge", "base.docx", "staff.docx", "base.docx", "-o", "out.docx")
    assert told.code == 0
    assert "brings nothing" in told.out
    assert Path("out.docx").read_bytes() == Path("staff.docx").read_bytes()


def test_where_nobody_edited_the_result_is_the_fresh_file(three, jdgen) -> None:
    told = jdgen("merge", "base.docx", "base.docx", "fresh.docx", "-o", "new/out.docx")
    assert told.code == 0
    assert Path("new/out.docx").read_bytes() == Path("fresh.docx").read_bytes()


def test_a_merge_that_cannot_be_trusted_writes_nothing(
    three, jdgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdgen.merge.files.first_loss", lambda before, after: "word/document.xml")
    told = jdgen("merge", *three, "-o", "out.docx")
    assert told.code == 3
    assert "could not be trusted" in told.out
    assert "Nothing is lost" in told.out
    assert not Path("out.docx").exists()


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", b" " * 60_000_000)
    return stream.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
UNREADABLE = {
    "encrypted": (OLD + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "old format": (OLD, "old .doc format"),
    "truncated": (None, "damaged or cut off"),
    "bomb": (bomb(), "at most"),
    "empty": (b"", "the file is empty"),
    "text": (b"Dear all, ", "not a Word document"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_file_that_cannot_be_read_gets_one_clear_message(
    three, jdgen, kind: str, which: int
) -> None:
    data, message = UNREADABLE[kind]
    path = Path(three[which])
    path.write_bytes(path.read_bytes()[:-2000] if data is None else data)
    told = jdgen("merge", *three, "-o", "out.docx")
    assert told.code == 1
    assert three[which] in told.err
    assert message in told.err
    assert "Traceback" not in told.err
    assert not Path("out.docx").exists()


def test_a_missing_file_is_named(three, jdgen) -> None:
    told = jdgen("merge", "base.docx", "gone.docx", "fresh.docx", "-o", "out.docx")
    assert told.code == 1
    assert "gone.docx" in told.err


def test_without_a_name_for_the_result_it_says_what_is_missing(three, jdgen) -> None:
    told = jdgen("merge", *three)
    assert told.code == 2
    assert "--output" in told.err

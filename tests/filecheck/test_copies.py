"""`--annotate`: a copy with comments beside the file, which stays as it is to the byte."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document

WATCHES = "Watches residents swallow their evening tablets"


def authors(path: Path) -> list[str]:
    return [comment.author for comment in Document(io.BytesIO(path.read_bytes())).comments]


def test_a_copy_has_a_comment_for_each_finding_and_the_file_stays(foreign, jdgen) -> None:
    path = foreign("Talks with people", "Leads TBD groups")
    before = path.read_bytes(), path.stat().st_mtime_ns
    told = jdgen("check", path, "--annotate")
    assert told.code == 1
    assert "old.checked.docx" in told.out
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    copy = Document(str(path.with_name("old.checked.docx")))
    assert [c.text.split("\n")[0][:12] for c in copy.comments] == ["Error WRF-01"]


def test_checking_again_renews_the_copy(foreign, jdgen) -> None:
    path = foreign("Leads TBD groups", "Calls TODO")
    jdgen("check", path, "--annotate")
    copy = path.with_name("old.checked.docx")
    assert authors(copy) == ["jdgen"] * 2
    foreign("Leads TBD groups")
    jdgen("check", path, "--annotate")
    assert authors(copy) == ["jdgen"]
    stamp = copy.stat().st_mtime_ns
    jdgen("check", path, "--annotate")
    assert copy.stat().st_mtime_ns == stamp


def test_comments_of_people_in_the_copy_stay(foreign, edit, jdgen) -> None:
    path = foreign("Leads TBD groups")
    jdgen("check", path, "--annotate")
    copy = path.with_name("old.checked.docx")
    edit(copy, lambda d: d.add_comment(d.paragraphs[0].runs, "Why?", "Ana", "A"))
    jdgen("check", path, "--annotate")
    assert sorted(authors(copy)) == ["Ana", "jdgen"]
    assert {p.name for p in path.parent.glob("old.*")} == {"old.checked.docx", "old.docx"}


def test_a_copy_whose_text_somebody_changed_is_left_alone(foreign, edit, jdgen) -> None:
    path = foreign("Leads TBD groups")
    jdgen("check", path, "--annotate")
    copy = path.with_name("old.checked.docx")
    edit(copy, lambda d: d.add_paragraph("Ana's idea"))
    before = copy.read_bytes()
    told = jdgen("check", path, "--annotate")
    assert copy.read_bytes() == before
    assert "old.checked-2.docx" in told.out
    assert authors(path.with_name("old.checked-2.docx")) == ["jdgen"]


def test_the_copy_of_a_copy_has_the_next_number_and_replaces_the_comments(foreign, jdgen) -> None:
    path = foreign("Leads TBD groups")
    jdgen("check", path, "--annotate")
    copy = path.with_name("old.checked.docx")
    before = copy.read_bytes()
    jdgen("check", copy, "--annotate")
    assert copy.read_bytes() == before
    assert authors(path.with_name("old.checked-2.docx")) == ["jdgen"]


def test_a_copy_that_is_open_in_word_is_left_to_the_person(foreign, jdgen) -> None:
    path = foreign("Leads TBD groups", name="a-longer-name.docx")
    jdgen("check", path, "--annotate")
    copy = path.with_name("a-longer-name.checked.docx")
    copy.with_name("~$" + copy.name[2:]).write_bytes(b"\x03Ana")
    foreign("Leads groups", name="a-longer-name.docx")
    told = jdgen("check", path, "--annotate")
    assert told.code == 3
    assert "open by Ana" in told.out


def test_comments_on_something_else_than_a_word_file_are_wrong_use(project, jdgen) -> None:
    told = jdgen("check", "riverbend.yaml", "--annotate")
    assert told.code == 2
    assert "jdgen build --draft" in told.err


def test_a_finding_in_a_header_is_told_at_the_nearest_words(foreign, jdgen) -> None:
    path = foreign("Talks with people", header="TBD")
    jdgen("check", path, "--annotate")
    (comment,) = Document(str(path.with_name("old.checked.docx"))).comments
    assert "This is about other words (“TBD”). Place: Header" in comment.text

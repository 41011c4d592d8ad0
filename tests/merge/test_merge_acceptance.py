"""A small invented job description, edited by hand in its XML, while its profile changed."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from jdgen.errors import WordFileError
from jdgen.merge import accept, merge_bytes, merge_files, reject

NOW = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)
DOCUMENT, FOOTER, HEADER = "word/document.xml", "word/footer1.xml", "word/header1.xml"
DUTIES = [("Duty", "Share"), ("Meets residents one to one", "40%"), ("Leads a group", "20%")]


def job_description(
    hours: str = "20 hours a week",
    duties: tuple[tuple[str, str], ...] = tuple(DUTIES),
    version: str = "Version 1.0",
) -> bytes:
    """What a generator might make; every call makes it the same way."""
    document = docx.Document()
    document.add_heading("Peer Support Worker", 0)
    document.add_heading("About the job", 1)
    document.add_paragraph(f"The role has {hours} and reports to the program manager.")
    document.add_paragraph("You share your own story when it helps.", style="List Bullet")
    document.add_paragraph("You keep what people tell you to yourself.", style="List Bullet")
    document.add_heading("Duties", 1)
    table = document.add_table(0, 2, style="Table Grid")
    for duty in duties:
        for cell, text in zip(table.add_row().cells, duty, strict=True):
            cell.text = text
    document.add_paragraph("Ask the office for this page in large print.")
    document.sections[0].header.paragraphs[0].text = "Invented agency"
    document.sections[0].footer.paragraphs[0].text = version
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def edited(word, data: bytes) -> bytes:
    """The file after a person was at it: a word, bold, a paragraph, a comment, a tracked word."""
    members = word.unpack(data)
    main = members[DOCUMENT].decode()
    main = main.replace("share your own story", "tell your own story")
    old = "<w:t>You keep what people tell you to yourself.</w:t>"
    assert old in main
    main = main.replace(
        f"<w:r>{old}</w:r>",
        '<w:commentRangeStart w:id="7"/><w:r><w:t xml:space="preserve">You keep what </w:t></w:r>'
        '<w:r w:rsidRPr="00AB12CD"><w:rPr><w:b/></w:rPr><w:t>people</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> tell you to yourself.</w:t></w:r>'
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
        '<w:ins w:id="8" w:author="R. Tremblay" w:date="2026-11-20T10:00:00Z">'
        '<w:r><w:t xml:space="preserve"> Always.</w:t></w:r></w:ins>',
    )
    added = "<w:p><w:r><w:t>We are glad you are reading this.</w:t></w:r></w:p>"
    main = main.replace("<w:tbl>", f"{added}<w:tbl>", 1)
    members[DOCUMENT] = main.encode()
    members["word/comments.xml"] = (
        b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:comment w:id="7" w:author="R. Tremblay" w:date="2026-11-20T10:00:00Z" w:initials="RT">'
        b"<w:p><w:r><w:t>Is this clear enough?</w:t></w:r></w:p></w:comment></w:comments>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        b"</Types>",
        f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'.encode(),
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId77" Type="{office}/comments" Target="comments.xml"/>'
        "</Relationships>".encode(),
    )
    return word.pack(members)


@pytest.fixture
def base() -> bytes:
    return job_description()


@pytest.fixture
def staff(word, base: bytes) -> bytes:
    return edited(word, base)


@pytest.fixture
def fresh() -> bytes:
    duties = (
        DUTIES[0],
        ("Meets residents one to one", "45%"),
        ("Walks with people", "15%"),
        DUTIES[2],
    )
    return job_description("25 hours a week", duties, "Version 1.1")


@pytest.fixture
def merged(base: bytes, staff: bytes, fresh: bytes) -> bytes:
    return merge_bytes(base, staff, fresh, NOW)[0]


def test_accepting_gives_both_the_edits_and_the_profile_changes(word, merged: bytes) -> None:
    main = word.text(accept(merged, "jdgen"))
    for edit in ("tell your own story", "We are glad you are reading this.", "yourself. Always."):
        assert edit in main
    for change in ("The role has 25 hours a week", "45%", "Walks with people\n15%"):
        assert change in main
    for gone in ("20 hours", "40%", "share your own story"):
        assert gone not in main
    assert word.text(accept(merged, "jdgen"), FOOTER) == "Version 1.1"


def test_rejecting_gives_back_the_edited_file(word, staff: bytes, merged: bytes) -> None:
    back = word.unpack(reject(merged, "jdgen"))
    for name in (DOCUMENT, FOOTER):
        assert word.plain(back[name]) == word.plain(word.unpack(staff)[name])
    assert b"Is this clear enough?" in back["word/comments.xml"]
    assert b'"jdgen"' not in b"".join(back.values())


def test_parts_that_needed_no_change_are_the_same_bytes(word, staff: bytes, merged: bytes) -> None:
    before, after = word.unpack(staff), word.unpack(merged)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {DOCUMENT, FOOTER, "word/comments.xml"}
    assert set(after) == set(before)


def test_the_work_of_other_people_stays_pending(word, merged: bytes) -> None:
    theirs = [
        item
        for item in word.tree(merged).iter(word.W + "ins")
        if item.get(word.W + "author") == "R. Tremblay"
    ]
    assert ["".join(item.itertext()) for item in theirs] == [" Always."]
    assert word.comments(merged, "R. Tremblay") == ["Is this clear enough?"]


def test_bold_given_by_a_person_stays_bold(word, merged: bytes) -> None:
    bold = word.tree(merged).xpath("//w:r[w:rPr/w:b]/w:t/text()", namespaces=word.NS)
    assert bold == ["people"]


def test_the_changes_name_whole_words_their_author_and_date(word, merged: bytes) -> None:
    ours = [
        item
        for item in word.tree(merged).iter(word.W + "ins", word.W + "del")
        if item.get(word.W + "author") == "jdgen" and item.getparent().tag == word.W + "p"
    ]
    told = ["".join(item.itertext()) for item in ours]
    assert told[:4] == ["20", "25", "40%", "45%"]
    assert {item.get(word.W + "date") for item in ours} == {"2026-12-01T06:30:00Z"}


def test_ids_of_changes_and_comments_are_used_once(word, merged: bytes) -> None:
    ids = [
        item.get(word.W + "id")
        for part in (DOCUMENT, FOOTER, HEADER)
        for item in word.tree(merged, part).iter(word.W + "ins", word.W + "del")
    ]
    ids += [item.get(word.W + "id") for item in word.tree(merged, "word/comments.xml")]
    assert len(ids) == len(set(ids))


def test_the_report_tells_each_change_and_its_place(
    base: bytes, staff: bytes, fresh: bytes
) -> None:
    report = merge_bytes(base, staff, fresh, NOW)[1]
    assert report.mode == "tracked"
    assert not report.conflicts
    told = {(change.kind, change.before, change.after) for change in report.changes}
    assert ("replace", "20", "25") in told
    assert ("replace", "1.0", "1.1") in told
    assert ("insert", "", "Walks with people | 15%") in told
    footer = next(change for change in report.changes if change.after == "1.1")
    assert footer.place == "footer: Version 1.0"


def test_a_change_to_a_word_that_people_changed_becomes_a_comment(word, base: bytes) -> None:
    staff = word.changed(base, "20 hours", "22 hours")
    fresh = job_description("25 hours a week")
    merged, report = merge_bytes(base, staff, fresh, NOW)
    assert [(c.before, c.after, c.kept) for c in report.conflicts] == [("20", "25", "22")]
    assert "22 hours" in word.text(merged)
    told = [text for text in word.comments(merged) if "New text: “25”" in text]
    assert len(told) == len(report.conflicts)
    assert "Please decide" in told[0]


def test_a_row_that_people_deleted_and_the_profile_changed_becomes_a_comment(word) -> None:
    base = job_description()
    staff = job_description(duties=(DUTIES[0], DUTIES[2]))
    fresh = job_description(duties=(DUTIES[0], ("Meets residents one to one", "45%"), DUTIES[2]))
    merged, report = merge_bytes(base, staff, fresh, NOW)
    assert [conflict.reason for conflict in report.conflicts] == ["edited_deleted"]
    assert "45%" not in word.text(merged)
    assert any("45%" in text for text in word.comments(merged))


def test_merging_again_before_and_after_the_base_moved_on_changes_nothing(
    base: bytes, fresh: bytes, merged: bytes
) -> None:
    assert merge_bytes(base, merged, fresh, NOW) == (
        merged,
        merge_bytes(base, merged, fresh, NOW)[1],
    )
    assert merge_bytes(base, merged, fresh, NOW)[1].mode == "unchanged"
    assert merge_bytes(fresh, merged, fresh, NOW)[0] == merged


def test_a_newer_value_replaces_our_pending_one(word, staff: bytes, merged: bytes, fresh) -> None:
    newer = job_description(
        "30 hours a week",
        (DUTIES[0], ("Meets residents one to one", "45%"), ("Walks with people", "15%"), DUTIES[2]),
        "Version 1.1",
    )
    second, report = merge_bytes(fresh, merged, newer, NOW.replace(day=2))
    assert not report.conflicts
    assert "25" not in "".join(word.tree(second).itertext())
    assert "has 30 hours" in word.text(accept(second, "jdgen"))
    back = word.unpack(reject(second, "jdgen"))[DOCUMENT]
    assert word.plain(back) == word.plain(word.unpack(staff)[DOCUMENT])


def test_a_value_that_comes_back_takes_our_pending_change_back(word, base, staff, merged, fresh):
    second, _ = merge_bytes(fresh, merged, base, NOW.replace(day=2))
    marks = list(word.tree(second).iter(word.W + "ins", word.W + "del"))
    assert {mark.get(word.W + "author") for mark in marks} == {"R. Tremblay"}
    assert word.text(second) == word.text(staff)


NEWER = ("Meets residents one to one", "45%"), ("Walks with people", "15%")


@pytest.mark.parametrize("decide", [accept, reject])
def test_what_a_person_decided_is_not_proposed_again(word, merged, fresh, decide) -> None:
    decided = decide(merged, "jdgen")
    newer = job_description("25 hours a week", (DUTIES[0], *NEWER, DUTIES[2]), "Version 1.2")
    second, report = merge_bytes(fresh, decided, newer, NOW.replace(day=2))
    if decide is accept:
        assert [(change.before, change.after) for change in report.changes] == [("1.1", "1.2")]
        assert word.text(second) == word.text(decided)
    else:
        assert not report.changes
        assert [conflict.after for conflict in report.conflicts] == ["1.2"]
        assert "25 hours" not in word.text(second)


def test_a_file_nobody_edited_becomes_the_fresh_one(base: bytes, fresh: bytes) -> None:
    merged, report = merge_bytes(base, base, fresh, NOW)
    assert merged == fresh
    assert report.mode == "fresh"


def test_a_file_with_new_looks_alone_takes_the_changes_without_marks(word, base, fresh) -> None:
    members = word.unpack(base)
    members["word/styles.xml"] = members["word/styles.xml"].replace(b'"22"', b'"24"')
    members[DOCUMENT] = members[DOCUMENT].replace(b"<w:r>", b"<w:r><w:rPr><w:i/></w:rPr>")
    restyled = word.pack(members)
    merged, report = merge_bytes(base, restyled, fresh, NOW)
    assert report.mode == "direct"
    for part in (DOCUMENT, HEADER, FOOTER):
        assert word.text(merged, part) == word.text(fresh, part)
    after = word.unpack(merged)
    assert after["word/styles.xml"] == members["word/styles.xml"]
    assert not list(word.tree(merged).iter(word.W + "ins", word.W + "del"))
    assert "word/comments.xml" not in after
    runs = word.tree(merged).findall(".//w:r", word.NS)
    assert all(run.find("w:rPr/w:i", word.NS) is not None for run in runs)


def test_new_colours_of_the_profile_are_told_and_left_alone(word, base, staff, fresh) -> None:
    theme = word.changed(fresh, "4F81BD", "7A1F5C", "word/theme/theme1.xml")
    merged, report = merge_bytes(base, staff, theme, NOW)
    assert report.untracked == ("theme colours and fonts",)
    assert (
        word.unpack(merged)["word/theme/theme1.xml"] == word.unpack(base)["word/theme/theme1.xml"]
    )
    assert any("theme colours and fonts" in text for text in word.comments(merged))


def test_files_are_merged_on_disk_and_a_refused_one_is_not_touched(
    tmp_path: Path, base: bytes, staff: bytes, fresh: bytes, merged: bytes
) -> None:
    names = {"base": base, "staff": staff, "fresh": fresh}
    for name, data in names.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    paths = [tmp_path / f"{name}.docx" for name in names]
    report = merge_files(*paths, tmp_path / "out.docx", now=NOW)
    assert report.changes
    assert (tmp_path / "out.docx").read_bytes() == merged
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["base.docx", "fresh.docx", "out.docx", "staff.docx"]
    )


def test_what_is_no_word_file_is_refused(base: bytes, fresh: bytes) -> None:
    with pytest.raises(WordFileError, match="not a Word document"):
        merge_bytes(base, b"something else", fresh, NOW)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.docx" for name in ("base", "staff", "fresh", "out")]
    with pytest.raises(WordFileError, match=r"base\.docx: the file cannot be read"):
        merge_files(*paths)


def test_a_result_that_would_lose_something_is_not_written(
    monkeypatch: pytest.MonkeyPatch, base: bytes, staff: bytes, fresh: bytes
) -> None:
    monkeypatch.setattr("jdgen.merge.files.first_loss", lambda before, after: DOCUMENT)
    merged, report = merge_bytes(base, staff, fresh, NOW)
    assert merged == staff
    assert report.mode == "refused"
    assert DOCUMENT in report.message


def test_direct_changes_that_miss_the_profiles_text_are_not_written(
    word, monkeypatch: pytest.MonkeyPatch, base: bytes, fresh: bytes
) -> None:
    restyled = word.changed(base, "<w:r>", "<w:r><w:rPr><w:i/></w:rPr>")
    monkeypatch.setattr("jdgen.merge.apply.TextWriter.edit", lambda *arguments: None)
    merged, report = merge_bytes(base, restyled, fresh, NOW)
    assert merged == restyled
    assert report.mode == "refused"


@pytest.mark.parametrize("by_hand", ["", "Written by hand."])
def test_a_word_put_in_where_another_goes_leaves_the_right_words(word, by_hand: str) -> None:
    """The words are so often the same that both changes stand at one place."""
    before, after = "phone phone resident phone resident", "phone phone phone resident"
    base, fresh = (word.build(word.Doc((word.para(text),))) for text in (before, after))
    bold = word.Para((word.Run(before, "b"),))
    staff = word.build(word.Doc((bold, *([word.para(by_hand)] if by_hand else []))))
    merged, report = merge_bytes(base, staff, fresh, NOW)
    assert report.mode == ("tracked" if by_hand else "direct")
    assert word.text(accept(merged, "jdgen")) == "\n".join(filter(None, (after, by_hand)))
    assert word.text(reject(merged, "jdgen")) == word.text(staff) or not by_hand

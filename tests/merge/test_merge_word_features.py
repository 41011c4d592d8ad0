"""What Word files hold besides plain text: links, pictures, fields, notes, boxes, controls."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from jdgen.errors import WordFileError
from jdgen.merge import MergeReport, accept, merge_bytes, reject

NOW = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)
MAIN = "word/document.xml"
EDIT = ("Ask anyone.", "Ask anybody.")
LAST = "<w:p><w:r><w:t>Ask anyone.</w:t></w:r></w:p>"
MATE = 'w:author="R. Tremblay" w:date="2026-11-20T10:00:00Z"'
PIXEL = b"\x89PNG an invented picture "


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def picture(link: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="Logo"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<a:blip r:embed="{link}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def box(text: str) -> str:
    return (
        '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="2" name="Box"/><w:txbxContent>'
        f"{p(r(text))}</w:txbxContent></wp:anchor></w:drawing></w:r>"
    )


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f"{mark.format('separate')}{r(result)}{mark.format('end')}"
    )


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(r(text))}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


@pytest.fixture
def merge(word):
    """Merges bodies; the edited file has one word changed at its end, so that changes are tracked.

    Checks that rejecting gives the edited body back, and returns the merged file and the report.
    """

    def run(base: str, staff: str, fresh: str, old=(), new=()) -> tuple[bytes, MergeReport]:
        files = [
            word.raw(base + LAST, *old),
            word.raw(staff + LAST.replace(*EDIT), *old),
            word.raw(fresh + LAST, *new),
        ]
        merged, report = merge_bytes(*files, NOW)
        back = word.unpack(reject(merged, "jdgen"))[MAIN]
        assert word.plain(back) == word.plain(word.unpack(files[1])[MAIN])
        return merged, report

    return run


def test_text_within_a_link_changes_within_it(word, merge) -> None:
    base = p(f'<w:hyperlink w:anchor="x">{r("Write to us today")}</w:hyperlink>')
    merged, report = merge(base, base, base.replace("today", "soon"))
    link = word.tree(merged).find(".//w:hyperlink", word.NS)
    assert "".join(link.itertext()) == "Write to us todaysoon"
    assert not report.conflicts


def test_a_new_link_brings_its_address(word, merge) -> None:
    old, new = p(r("Write to us.")), f'<w:hyperlink r:id="rIdX">{r(" Or call.")}</w:hyperlink>'
    fresh = p(r("Write to us."), new)
    merged, _ = merge(old, old, fresh, (), (("rIdX", "hyperlink", "https://agency.example"),))
    link = word.tree(merged).find(".//w:hyperlink", word.NS)
    assert "".join(link.itertext()) == " Or call."
    assert b"https://agency.example" in word.unpack(merged)["word/_rels/document.xml.rels"]


def test_a_new_picture_is_a_deleted_and_an_inserted_run_and_a_new_part(word, merge) -> None:
    base, fresh = p(r("Logo: "), picture("rIdA")), p(r("Logo: "), picture("rIdB"))
    old, new = (("rIdA", "image", PIXEL + b"1"),), (("rIdB", "image", PIXEL + b"2"),)
    merged, report = merge(base, base, fresh, old, new)
    assert not report.conflicts
    drawings = word.tree(merged).findall(".//w:drawing", word.NS)
    assert [item.getparent().getparent().tag for item in drawings] == [
        word.W + "del",
        word.W + "ins",
    ]
    media = {data for name, data in word.unpack(merged).items() if "media" in name}
    assert media == {PIXEL + b"1", PIXEL + b"2"}


def test_a_picture_of_other_bytes_under_the_same_name_is_a_change(word, merge) -> None:
    base = p(picture("rIdA"))
    old, new = (("rIdA", "image", PIXEL + b"1"),), (("rIdA", "image", PIXEL + b"2"),)
    merged, report = merge(base, base, base, old, new)
    assert [change.kind for change in report.changes] == ["replace"]
    assert len([name for name in word.unpack(merged) if "media" in name]) == 2


def test_a_picture_put_in_by_people_stays(word, merge) -> None:
    base, staff = p(r("We meet at noon.")), p(r("We meet at noon."), picture("rIdA"))
    old = (("rIdA", "image", PIXEL),)
    merged, report = merge(base, staff, base.replace("noon", "one"), old)
    assert len(word.tree(merged).findall(".//w:drawing", word.NS)) == 1
    assert not report.conflicts


def test_a_changed_text_box_becomes_a_comment(word, merge) -> None:
    base = p(r("See the box."), box("Old words"))
    merged, report = merge(base, base, base.replace("Old", "New"))
    assert [conflict.reason for conflict in report.conflicts] == ["fixed"]
    assert "New words" not in word.text(merged)


def test_a_field_that_counts_anew_is_no_edit(merge) -> None:
    base, staff = p(r("Page "), field("PAGE", "1")), p(r("Page "), field("PAGE", "7"))
    _, report = merge(base, staff, base.replace("Page", "Sheet"))
    assert [change.after for change in report.changes] == ["Sheet"]
    assert not report.conflicts


def test_a_new_field_is_put_in_whole(word, merge) -> None:
    base = p(r("Page "))
    merged, report = merge(base, base, p(r("Page "), field("PAGE", "1")))
    assert not report.conflicts
    assert len(word.tree(merged).findall(".//w:ins//w:fldChar", word.NS)) == 3


def test_a_changed_note_becomes_a_comment(word, merge) -> None:
    def notes(text: str) -> tuple[str, str, bytes]:
        xml = f'<w:footnotes xmlns:w="{word.W[1:-1]}"><w:footnote w:id="2">{p(r(text))}'
        return "rIdN", "footnotes", f"{xml}</w:footnote></w:footnotes>".encode()

    base = p(r("Paid time."), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    _, report = merge(base, base, base, (notes("Per week."),), (notes("Per month."),))
    assert [conflict.reason for conflict in report.conflicts] == ["fixed"]


def test_our_deletion_within_a_colleagues_insertion_stays_theirs(word, merge) -> None:
    base = p(r("We meet on Monday at noon."))
    staff = p(
        r("We meet on "), f'<w:ins w:id="5" {MATE}>{r("every Monday at")}</w:ins>', r(" noon.")
    )
    merged, report = merge(p(r("We meet on every Monday at noon.")), staff, base)
    nested = word.tree(merged).find(".//w:ins/w:del", word.NS)
    assert nested.get(word.W + "author") == "jdgen"
    assert not report.conflicts
    assert "We meet on Monday at noon." in word.text(accept(merged))


def test_our_insertion_within_a_colleagues_insertion_cuts_theirs_in_two(word, merge) -> None:
    staff = p(r("We "), f'<w:ins w:id="5" {MATE}>{r("meet at noon")}</w:ins>', r(" here."))
    merged, _ = merge(p(r("We meet at noon here.")), staff, p(r("We meet today at noon here.")))
    authors = [
        item.get(word.W + "author")
        for item in word.tree(merged).findall(".//w:body/w:p[1]/w:ins", word.NS)
    ]
    assert authors == ["R. Tremblay", "jdgen", "R. Tremblay"]
    assert "We meet today at noon here." in word.text(accept(merged))


def test_text_a_colleague_marked_as_deleted_stays_so(word, merge) -> None:
    gone = f'<w:del w:id="5" {MATE}><w:r><w:delText>strictly </w:delText></w:r></w:del>'
    staff = p(r("This is "), gone, r("private and kept."))
    merged, report = merge(
        p(r("This is strictly private and kept.")),
        staff,
        p(r("This is strictly private and safe.")),
    )
    assert not report.conflicts
    assert "This is private and safe." in word.text(accept(merged))


def test_bookmarks_and_content_controls_stay_in_place(word, merge) -> None:
    control = (
        "<w:sdt><w:sdtPr><w:tag w:val='name'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    )
    base = p(
        '<w:bookmarkStart w:id="3" w:name="here"/>', control.format(r("Peer Worker")),
        '<w:bookmarkEnd w:id="3"/>', r(" works 20 hours."),
    )  # fmt: skip
    merged, report = merge(base, base, base.replace("20", "25").replace("Worker", "Guide"))
    tree = word.tree(merged)
    inside = tree.find(".//w:sdtContent", word.NS)
    assert "".join(inside.itertext()) == "Peer WorkerGuide"
    assert len(tree.findall(".//w:bookmarkStart", word.NS)) == 1
    assert not report.conflicts


def test_a_new_table_comes_in_and_an_old_one_goes_row_by_row(word, merge) -> None:
    base = p(r("Before.")) + table(("one", "two"), ("three", "four")) + p(r("After."))
    merged, report = merge(base, base, p(r("Before.")) + p(r("After.")) + table(("five", "six")))
    marks = word.tree(merged).xpath("//w:trPr/*", namespaces=word.NS)
    assert [mark.tag for mark in marks] == [word.W + "del", word.W + "del", word.W + "ins"]
    assert not report.conflicts
    assert "three" not in word.text(accept(merged, "jdgen"))


def test_a_row_in_a_table_with_a_new_column_becomes_a_comment(word, merge) -> None:
    base = table(("Duty", "Share"), ("Walks", "40%"))
    staff = table(("Duty", "Share", "Who"), ("Walks", "40%", "Ann"))
    merged, report = merge(base, staff, table(("Duty", "Share"), ("Walks", "45%")))
    assert [conflict.reason for conflict in report.conflicts] == ["row_shape"]
    assert any("45%" in text for text in word.comments(merged))


def test_paragraphs_at_the_end_of_a_cell_come_and_go(word, merge) -> None:
    def cell(*texts: str) -> str:
        inside = "".join(p(r(text)) for text in texts)
        return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"

    merged, _ = merge(cell("one", "two"), cell("one", "two"), cell("one", "two", "three"))
    assert word.text(accept(merged, "jdgen")).split("\n")[:3] == ["one", "two", "three"]
    merged, _ = merge(cell("one", "two"), cell("one", "two"), cell("one"))
    assert word.text(accept(merged, "jdgen")).split("\n") == ["one", "Ask anybody."]


def test_paragraphs_of_other_styles_added_night_after_night_can_all_be_rejected(word) -> None:
    def cell(*texts: str) -> str:
        inside = "".join(
            p(r(text), properties=f'<w:pPr><w:pStyle w:val="Heading{n}"/></w:pPr>')
            for n, text in enumerate(texts, start=1)
        )
        return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"

    texts = ("one", "two", "three", "four")
    nights = [word.raw(cell(*texts[:n]) + LAST) for n in (1, 2, 3, 4)]
    staff = word.raw(cell("one") + LAST.replace(*EDIT))
    merged = staff
    for before, after in pairwise(nights):
        merged, report = merge_bytes(before, merged, after, NOW)
        assert report.mode == "tracked"
        back = word.unpack(reject(merged, "jdgen"))[MAIN]
        assert word.plain(back) == word.plain(word.unpack(staff)[MAIN])
    assert word.text(accept(merged, "jdgen")).split("\n") == [*texts, "Ask anybody."]


def test_a_new_list_item_joins_the_list_of_the_edited_file(word, merge) -> None:
    def item(text: str, number: int) -> str:
        properties = (
            f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        )
        return p(r(text), properties=properties)

    base, staff = (
        item("One item", 1) + item("Two items", 1),
        item("One item", 4) + item("Two items", 4),
    )
    merged, _ = merge(base, staff, base + item("Three items", 1))
    numbers = word.tree(merged).findall(".//w:numId", word.NS)
    assert [number.get(word.W + "val") for number in numbers] == ["4", "4", "4"]


def test_a_new_list_brings_its_format(word) -> None:
    level = '<w:ilvl w:val="0"/><w:numId w:val="{}"/>'
    item = p(r("A new item"), properties=f"<w:pPr><w:numPr>{level.format(77)}</w:numPr></w:pPr>")
    part, text = "word/numbering.xml", p(r("All of this is here."))
    base, staff, fresh = (
        word.raw(body + LAST) for body in (text, text.replace("All", "Much"), text + item)
    )
    fresh = word.changed(
        fresh,
        "</w:numbering>",
        '<w:num w:numId="77"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
        part,
    )
    merged, report = merge_bytes(base, staff, fresh, NOW)
    assert report.mode == "tracked"
    number = word.tree(merged).find(".//w:numId", word.NS).get(word.W + "val")
    lists = word.tree(merged, part)
    entry = lists.find(f"w:num[@w:numId='{number}']/w:abstractNumId", word.NS)
    known = [e.get(word.W + "abstractNumId") for e in lists.findall("w:abstractNum", word.NS)]
    assert known.count(entry.get(word.W + "val")) == 1
    before = word.tree(staff, part)
    assert len(lists) == len(before) + 2


def test_signs_of_markup_and_pictographs_come_through(word, merge) -> None:
    base = p(r("Plain words."))
    merged, _ = merge(base, base, p(r("A &amp; B &lt; C 👩‍👧 “yes”.")))
    assert "A & B < C 👩‍👧 “yes”." in word.text(accept(merged, "jdgen"))


def test_a_header_that_people_took_out_is_told_in_the_body(word) -> None:
    base, fresh = (word.build(word.Doc((word.para("Text"),), header=h)) for h in ("Old", "New"))
    members = word.unpack(base)
    main = members[MAIN].decode()
    start = main.index("<w:headerReference")
    end = main.index("/>", start) + 2
    members[MAIN] = (main[:start] + main[end:]).replace("Text", "Words").encode()
    merged, report = merge_bytes(base, word.pack(members), fresh, NOW)
    assert [conflict.reason for conflict in report.conflicts] == ["story"]
    assert any("New" in text and text.startswith("header") for text in word.comments(merged))


def test_a_conflict_in_a_footer_is_told_in_the_body(word) -> None:
    files = [
        word.build(word.Doc((word.para("Text"),), footer=f"Version {version}"))
        for version in ("one", "mine", "two")
    ]
    merged, report = merge_bytes(*files, NOW)
    assert len(report.conflicts) == 1
    assert b"comment" not in word.unpack(merged)["word/footer1.xml"]
    assert any(text.startswith("footer") for text in word.comments(merged))


def test_a_strict_file_is_refused_with_the_way_out(word) -> None:
    base, fresh = (word.raw(p(r(text))) for text in ("one", "two"))
    strict = word.changed(base, word.W[1:-1], "http://purl.oclc.org/ooxml/wordprocessingml/main")
    with pytest.raises(WordFileError, match="Strict"):
        merge_bytes(base, strict, fresh, NOW)


def test_a_colleagues_move_is_accepted_and_rejected_as_word_does(word) -> None:
    def moved(tag: str, number: int) -> str:
        return f'<w:{tag} w:id="{number}" {MATE}>{r("moved ")}</w:{tag}>'

    data = word.raw(p(moved("moveFrom", 5), r("here "), moved("moveTo", 6)))
    assert word.text(accept(data)) == "here moved "
    assert word.text(reject(data)) == "moved here "


def test_a_reference_to_a_footer_that_leads_to_a_picture_is_passed_over(word) -> None:
    base, staff, fresh = (word.build(word.Doc((word.para(t),))) for t in ("one", "one 1", "two"))
    rels = "word/_rels/document.xml.rels"
    broken = [
        word.changed(data, 'Target="footer1.xml"', 'Target="media/a.png"', rels)
        for data in (base, staff, fresh)
    ]
    broken = [
        word.pack({**word.unpack(data), "word/media/a.png": PIXEL})
        for data in (word.changed(d, '/footer"', '/image"', rels) for d in broken)
    ]
    _, report = merge_bytes(*broken, NOW)
    assert report.mode == "tracked"

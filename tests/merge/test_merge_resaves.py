"""What office programs compute and rewrite at a save is no edit; what people do there is one.

The XML is what LibreOffice and Word make of such things, in invented sentences.
"""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdgen.merge import MergeReport, accept, merge_bytes, reject

NOW = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)
MAIN = "word/document.xml"
MATE = 'w:author="R. Tremblay" w:date="2026-11-20T10:00:00Z"'
MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
CHOICE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
LAST = "<w:p><w:r><w:t>Ask anyone.</w:t></w:r></w:p>"
NEW = LAST.replace("anyone", "anybody")


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def begun(instruction: str) -> str:
    instr = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark("begin") + instr + mark("separate")


def field(instruction: str, result: str) -> str:
    return begun(instruction) + r(result) + mark("end")


def formula(text: str) -> str:
    return f"<m:oMath {MATHS}><m:r><m:t>{text}</m:t></m:r></m:oMath>"


def change(kind: str, text: str) -> str:
    tag = "delText" if kind == "del" else "t"
    inside = f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    return f'<w:{kind} w:id="5" {MATE}>{inside}</w:{kind}>'


def box(*runs: str) -> str:
    return (
        '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="2" name="Box"/><w:txbxContent>'
        f"{p(*runs)}</w:txbxContent></wp:anchor></w:drawing></w:r>"
    )


def row(*cells: str) -> str:
    inside = "".join(f"<w:tc>{p(r(text)) if text else '<w:p/>'}</w:tc>" for text in cells)
    return f"<w:tr>{inside}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


REFERENCE = f'<w:fldSimple w:instr="REF x">{r("Hours")}</w:fldSimple>'
DROPPED = '<w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>'
PICTOGRAPH = (
    f'<w:r><mc:AlternateContent {CHOICE}><mc:Choice Requires="w16se"/>'
    "<mc:Fallback><w:t>\N{GRINNING FACE}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)
CONTENTS = [
    p(begun('TOC \\o "1-3" \\h'), r("Duties"), field("PAGEREF _Toc1 \\h", "2")),
    p(r("Hours"), field("PAGEREF _Toc2 \\h", "3")),
    p(mark("end")),
]
SAVED = {
    "a date": (p(r("On "), field("DATE", "1 May")), p(r("On "), field("DATE", "2 June"))),
    "a field without its switches": (
        p(r("Page "), field("PAGE \\* MERGEFORMAT", "1")),
        p(r("Page "), field("PAGE", "7")),
    ),
    "a field that became its text": (p(r("See "), field("REF x", "Hours")), p(r("See Hours"))),
    "a cross reference": (
        p(r("See "), field("REF x \\h", "Hours")),
        p(r("See "), field("REF x", "Times")),
    ),
    "a field in the text of its paragraph": (
        p(r("See "), REFERENCE),
        p(r("See "), field("REF x", "Times")),
    ),
    "a table of contents": (
        "".join(CONTENTS),
        p(begun("TOC \\o"), r("Duties\t4")) + p(r("Pay\t5")) + p(r("Hours\t9"), mark("end")),
    ),
    "a symbol": (p('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'), p(r("\uf04a"))),
    "a pictograph": (p(r("Yes "), PICTOGRAPH), p(r("Yes \N{GRINNING FACE}"))),
    "a drop cap": (p(r("P"), properties=DROPPED) + p(r("eers listen.")), p(r("Peers listen."))),
    "a formula": (p(r("So "), formula("a + b = c")), p(r("So "), formula("a+b=c"))),
    "a formula that is left out": (p(formula("a+b")) + p(r("So.")), p(r("So."))),
    "a tab at a place": (p(r("A"), "<w:r><w:ptab/></w:r>", r("B")), p(r("A"), r("\tB"))),
    "spaces that do not show": (
        p(r("It is"), "<w:r><w:t> May </w:t></w:r>", r(" now.")),
        p(r("It isMay now.")),
    ),
    "a box": (
        p(box(r("In "), r("side "), field("DATE", "1 May"))),
        p(box(r("In side "), field("DATE", "2 June"))),
    ),
    "a gap before a row": (
        table(row("Mon", "Tue"), "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>"
              f"<w:tc>{p(r('Wed'))}</w:tc></w:tr>"),
        table(row("Mon", "Tue"), row("", "Wed")),
    ),
    "a line and a break of a page": (
        p('<w:r><w:br w:type="page"/></w:r>', r("Next.")),
        p(r("Next.")),
    ),
    "a colleague's changes": (
        p(r("We "), change("ins", "often "), r("meet"), change("del", " early"), r(".")),
        p(r("We "), change("ins", "of"), change("ins", "ten "), r("meet"),
          change("del", " early"), r(".")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("thing", SAVED)
def test_what_a_save_rewrites_is_no_edit(word, thing: str) -> None:
    """The profile has another last sentence; the save gave it a language."""
    base, saved = SAVED[thing]
    looks = "<w:r><w:rPr><w:noProof/></w:rPr>"
    staff = word.raw(saved + LAST.replace("<w:r>", looks))
    merged, report = merge_bytes(word.raw(base + LAST), staff, word.raw(base + NEW), NOW)
    assert report.mode == "direct"
    assert not report.conflicts
    assert b'"jdgen"' not in b"".join(word.unpack(merged).values())
    kept, now = (word.plain(word.unpack(data)[MAIN]) for data in (staff, merged))
    assert "".join(entry[-1] for entry in now if entry not in kept) == "Ask anybody."
    assert "".join(entry[-1] for entry in kept if entry not in now) == "Ask anyone."


def test_a_header_for_the_first_page_that_says_the_same_changes_with_the_others(word) -> None:
    base, fresh = (word.build(word.Doc((word.para("Text"),), footer=f)) for f in ("One", "Two"))
    members = word.unpack(base)
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    members["word/footer9.xml"] = members["word/footer1.xml"]
    members[rels] = members[rels].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/footer" Target="footer9.xml"/></Relationships>',
    )
    entry = members[types][members[types].index(b'<Override PartName="/word/footer1.xml"') :]
    entry = entry[: entry.index(b"/>") + 2].replace(b"footer1", b"footer9")
    members[types] = members[types].replace(b"</Types>", entry + b"</Types>")
    main = members[MAIN].replace(
        b"<w:footerReference", b'<w:footerReference w:type="first" r:id="rId99"/><w:footerReference'
    )
    merged, report = merge_bytes(base, word.pack({**members, MAIN: main}), fresh, NOW)
    assert report.mode == "direct"
    for part in ("word/footer1.xml", "word/footer9.xml"):
        assert word.text(merged, part) == "Two"


EDITED = {
    "words typed over a field": (
        p(r("See "), field("REF x", "Hours"), r(" now.")),
        p(r("See "), field("REF x", "STAFF"), r(" now.")),
        p(r("See "), field("REF y", "Pay"), r(" now.")),
    ),
    "a field and its paragraph": (
        p(r("See the "), field("REF x", "Hours")),
        p(r("See the "), field("REF x", "STAFF")),
        "",
    ),
    "a formula": (p(formula("a+b")), p(formula("a+STAFF")), p(formula("a+c"))),
    "words beside a formula": (
        p(r("So "), formula("a+b"), r(" then.")),
        p(r("STAFF "), formula("a+b"), r(" then.")),
        p(r("So "), formula("a+b"), r(" later.")),
    ),
    "words beside a colleague's change": (
        p(r("We "), change("ins", "often "), r("meet here.")),
        p(r("We "), change("ins", "often "), r("STAFF here.")),
        p(r("We "), change("ins", "often "), r("meet there.")),
    ),
    "a colleague's change": (
        p(r("We "), change("ins", "often "), r("meet here.")),
        p(r("We "), change("ins", "often STAFF "), r("meet here.")),
        p(r("We "), r("meet here.")),
    ),
    "a line of the contents": (
        "".join(CONTENTS),
        "".join(CONTENTS).replace("Hours", "STAFF"),
        "".join(CONTENTS).replace("Hours", "Times"),
    ),
    "the big letter": (
        p(r("P"), properties=DROPPED) + p(r("eers listen.")),
        p(r("STAFF"), properties=DROPPED) + p(r("eers listen.")),
        p(r("F"), properties=DROPPED) + p(r("riends listen.")),
    ),
    "a symbol": (
        p(r("Go "), '<w:r><w:sym w:font="Symbol" w:char="F04A"/></w:r>'),
        p(r("Go STAFF")),
        p(r("Go "), '<w:r><w:sym w:font="Symbol" w:char="F04B"/></w:r>'),
    ),
}


@pytest.mark.parametrize("touched", [False, True])
@pytest.mark.parametrize("thing", EDITED)
def test_what_people_write_there_stays(word, thing: str, touched: bool) -> None:
    """`touched`: the profile changed the same place."""
    base, staff, fresh = EDITED[thing]
    files = [word.raw(base + LAST), word.raw(staff + LAST)]
    files.append(word.raw((fresh if touched else base) + NEW))
    merged, _ = merge_bytes(*files, NOW)
    for data in (merged, reject(merged, "jdgen"), accept(merged, "jdgen")):
        assert "STAFF" in "".join(word.tree(data).itertext())
    assert "Ask anybody." in word.text(accept(merged, "jdgen"))


def test_a_field_typed_over_and_changed_by_the_profile_is_left_to_a_person(word) -> None:
    base, staff, fresh = EDITED["words typed over a field"]
    merged, report = merge_bytes(*map(word.raw, (base, staff, fresh)), NOW)
    assert [(c.before, c.after, c.kept) for c in report.conflicts] == [("Hours", "Pay", "STAFF")]
    assert "See STAFF now." in word.text(merged)


def test_a_colleagues_change_that_the_base_has_not_is_an_edit(word) -> None:
    base = p(r("We meet early."))
    staff = p(r("We meet"), change("del", " early"), r("."))
    merged, report = merge_bytes(*map(word.raw, (base + LAST, staff + LAST, base + NEW)), NOW)
    assert report.mode == "tracked"
    assert [change.after for change in report.changes] == ["anybody"]
    assert "early" in word.unpack(merged)[MAIN].decode()


def test_a_font_of_a_symbol_that_the_profile_changed_is_told(word) -> None:
    symbol = p('<w:r><w:sym w:font="Symbol" w:char="F04A"/></w:r>')
    files = [symbol + LAST, symbol + NEW, symbol.replace("Symbol", "Wingdings") + LAST]
    _, report = merge_bytes(*map(word.raw, files), NOW)
    assert report.untracked == ("formatting of text",)


def test_a_word_in_a_row_with_other_spans_goes_into_its_cell(word) -> None:
    base = table(row("Mon", "Walks"), row("Tue", "Rests"))
    staff = base.replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')
    files = map(word.raw, (base, staff, base.replace("Rests", "Reads")))
    merged, report = merge_bytes(*files, NOW)
    assert not report.conflicts
    assert "Reads" in word.text(merged)


@pytest.mark.parametrize("thing", [formula("a+b"), REFERENCE])
def test_words_come_before_and_after_what_stands_in_no_run(word, thing: str) -> None:
    files = (p(thing) + LAST, p(thing) + NEW, p(r("Before "), thing, r(" after.")) + LAST)
    _, report = merge_bytes(*map(word.raw, files), NOW)
    assert [change.after for change in report.changes] == ["Before ", " after."]
    assert not report.conflicts


PLACES = [
    lambda text: p(r("We "), field("REF x", text), r(" then.")),
    lambda text: p(r("We "), field("QUOTE x", text), r(" then.")),
    lambda text: p(r("We "), formula(text), r(" then.")),
    lambda text: p(r("We "), change("ins", text), r(" then.")),
    lambda text: p(r("We "), change("del", "once "), r(text)),
    lambda text: p(r("P"), properties=DROPPED) + p(r(text)),
    lambda text: p(begun("TOC \\o"), r("One")) + p(r(text)) + p(mark("end")),
    lambda text: p(r("Box"), box(r(text), field("DATE", "1 May"))),
]


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_no_word_of_a_person_is_lost_where_programs_compute(word, chance: Random) -> None:
    """Any of these, edited by people, by the profile, or by both, in any mode of the merge."""
    bodies = ["", "", ""]
    written = []
    for number in range(chance.randint(1, 4)):
        place, edits = chance.choice(PLACES), chance.choice(["s", "f", "sf", ""])
        texts = [f"listen{number}"] * 3
        if "s" in edits:
            texts[1] = f"STAFF{number}"
            written.append(texts[1])
        if "f" in edits:
            texts[2] = chance.choice([f"fresh{number}", ""])
        if "f" in edits and not texts[2]:
            parts = [place(texts[0]), place(texts[1]), ""]
        else:
            parts = [place(text) for text in texts]
        bodies = [body + part for body, part in zip(bodies, parts, strict=True)]
    files = [word.raw(body + last) for body, last in zip(bodies, (LAST, LAST, NEW), strict=True)]
    merged, report = merge_bytes(*files, NOW)
    assert report.mode != "refused"
    for data in (merged, accept(merged, "jdgen"), reject(merged, "jdgen")):
        told = "".join(word.tree(data).itertext())
        assert [text for text in written if text not in told] == []
    if report.mode == "tracked":
        back = word.unpack(reject(merged, "jdgen"))[MAIN]
        assert word.plain(back) == word.plain(word.unpack(files[1])[MAIN])


def test_a_mere_save_where_the_profile_brings_nothing_stays_as_it_is(word) -> None:
    base, staff = SAVED["a table of contents"]
    files = [word.raw(base + LAST), word.raw(staff + LAST), word.raw(base + LAST)]
    assert merge_bytes(*files, NOW) == (files[1], MergeReport("unchanged"))

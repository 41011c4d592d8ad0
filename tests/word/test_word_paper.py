"""Paper and spelling: the same template for letter and A4, for one English and another."""

from __future__ import annotations

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from jdgen.word import compile_template, read_text, render
from jdgen.word.markup import every, parse

INCH, MM = 1440, 1440 / 25.4
MARGIN, GAP = 432, 864


@pytest.fixture
def trifold(save):
    """A letter page on its side with a C-fold: the panel that folds in is the narrow one."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = MARGIN * 635
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "3")
    columns.set(qn("w:equalWidth"), "0")
    panels = (3.625 * INCH, 3.6875 * INCH, 3.6875 * INCH)
    edges = (MARGIN + GAP / 2, GAP, GAP / 2 + MARGIN)
    for panel, edge in zip(panels, edges, strict=True):
        column = columns.makeelement(qn("w:col"), {qn("w:w"): str(round(panel - edge))})
        column.set(qn("w:space"), str(GAP))
        columns.append(column)
    document.add_paragraph("{{ x }}")
    return save(document)


def rendered(made, context, look, member, **choices):
    data = render(compile_template(made, name="t.docx", **choices), context(x=1), look).data
    return parse(member(data).encode())


def numbers(root, tag, name):
    return [int(e.get(qn(f"w:{name}"))) for e in every(root, tag)]


def test_a_trifold_on_a4_folds_at_97_100_and_100_millimetres(trifold, context, look, member):
    root = rendered(trifold, context, look, member, paper="a4")
    assert (numbers(root, "w:pgSz", "w"), numbers(root, "w:pgSz", "h")) == ([16838], [11906])
    edges = (MARGIN + GAP / 2, GAP, GAP / 2 + MARGIN)
    widths = numbers(root, "w:col", "w")
    panels = [(width + edge) / MM for width, edge in zip(widths, edges, strict=True)]
    assert panels == pytest.approx([97, 100, 100], abs=0.1)
    assert sum(panels) == pytest.approx(297, abs=0.1)


def test_a_template_on_its_own_paper_is_left_as_it_is(trifold, context, look, member):
    root = rendered(trifold, context, look, member, paper="letter")
    assert numbers(root, "w:col", "w") == [
        round(3.625 * INCH - MARGIN - GAP / 2),
        round(3.6875 * INCH - GAP),
        round(3.6875 * INCH - MARGIN - GAP / 2),
    ]


def test_a_trifold_goes_to_a4_and_back(trifold, context, look, member, change_member):
    there = compile_template(trifold, name="t.docx", paper="a4").package.to_bytes()
    root = rendered(there, context, look, member, paper="letter")
    before = rendered(trifold, context, look, member, paper="letter")
    assert numbers(root, "w:col", "w") == pytest.approx(numbers(before, "w:col", "w"), abs=2)


def test_tables_follow_the_width_of_the_text(table_docx, context, look, member):
    made = table_docx(["a", "{{ x }}"])
    before = parse(member(made).encode())
    root = rendered(made, context, look, member, paper="a4")
    ratio = (11906 - 3600) / (12240 - 3600)
    for tag in ("w:gridCol", "w:tcW"):
        expected = [round(width * ratio) for width in numbers(before, tag, "w")]
        assert numbers(root, tag, "w") == expected


def test_a_poster_keeps_its_size(save, context, look, member):
    document = Document()
    document.sections[0].page_width, document.sections[0].page_height = 11 * 914400, 17 * 914400
    document.add_paragraph("{{ x }}")
    root = rendered(save(document), context, look, member, paper="a4")
    assert numbers(root, "w:pgSz", "w") == [11 * INCH]


SPELLING = {
    "organization": "organisation",
    "color": "colour",
    "center": "centre",
    "job posting": "job advert",
}


def test_words_of_the_template_change_their_spelling_and_keep_their_capitals(
    make_docx, context, look
):
    made = make_docx("Organization and ORGANIZATION, color, colorful", "{{ x }}")
    template = compile_template(made, name="t.docx", spelling=SPELLING)
    data = render(template, context(x="organization"), look).data
    assert [block.text for block in read_text(data).blocks] == [
        "Organisation and ORGANISATION, colour, colorful",
        "organization",
    ]


def test_a_phrase_that_is_split_over_runs_changes_as_a_whole(save, context, look):
    document = Document()
    paragraph = document.add_paragraph("A job ")
    paragraph.add_run("posting").bold = True
    paragraph.add_run(" of {{ x }}")
    template = compile_template(save(document), name="t.docx", spelling=SPELLING)
    data = render(template, context(x=1), look).data
    assert next(read_text(data).body()).text == "A job advert of 1"


def test_names_in_tags_keep_their_spelling(make_docx, context, look):
    template = compile_template(
        make_docx("The organization {{ organization }}"), name="t.docx", spelling=SPELLING
    )
    data = render(template, context(organization="Riverbend"), look).data
    assert next(read_text(data).body()).text == "The organisation Riverbend"


def test_a_word_split_over_runs_changes_too(save, context, look):
    document = Document()
    paragraph = document.add_paragraph("The cen")
    paragraph.add_run("ter").bold = True
    paragraph.add_run(" is here {{ x }}")
    template = compile_template(save(document), name="t.docx", spelling=SPELLING)
    data = render(template, context(x=1), look).data
    assert next(read_text(data).body()).text == "The centre is here 1"

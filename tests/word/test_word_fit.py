"""The estimate of how full a panel is, held against sums a person can do."""

from __future__ import annotations

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

from jdgen.word import panel_fits
from jdgen.word.metrics import glyph_widths

LINE = 11 * 1.2207


@pytest.fixture
def panels(save):
    """A page of three columns, each 2 inches wide and 5 high; one list of texts for each panel."""

    def make(*contents, size=11, after=0):
        document = Document()
        normal = document.styles["Normal"]
        normal.font.size, normal.font.name = Pt(size), "Calibri"
        normal.paragraph_format.space_after = Pt(after)
        normal.paragraph_format.line_spacing = 1.0
        section = document.sections[0]
        section.page_width, section.page_height = Inches(8), Inches(6)
        section.left_margin = section.right_margin = Inches(0.5)
        section.top_margin = section.bottom_margin = Inches(0.5)
        columns = section._sectPr.find(qn("w:cols"))
        columns.set(qn("w:num"), "3")
        columns.set(qn("w:space"), "720")
        for number, texts in enumerate(contents):
            for line, text in enumerate(texts):
                paragraph = document.add_paragraph()
                if number and not line:
                    paragraph.add_run().add_break(WD_BREAK.COLUMN)
                paragraph.add_run(text)
        return save(document)

    return make


def test_a_text_in_one_column_has_no_panels(make_docx):
    assert panel_fits(make_docx("Text")) == []


def test_the_width_of_a_text_is_the_sum_of_its_glyphs():
    widths = glyph_widths()
    assert widths.width("AA", 2048) == 2 * widths.regular["A"]
    assert widths.width("A", 10, bold=True) > widths.width("A", 10)
    assert widths.width("A", 10, font="A font nobody knows") > widths.width("A", 10)


def test_short_lines_count_one_each(panels):
    fits = panel_fits(panels(["one", "two", "three"], ["one"], ["one", "two"]))
    assert [f.panel for f in fits] == [f"page 1 panel {n}" for n in (1, 2, 3)]
    assert [f.used for f in fits] == pytest.approx([3 * LINE, LINE, 2 * LINE], abs=0.1)
    assert {f.available for f in fits} == {360.0}


def test_a_text_wraps_at_the_width_of_its_column(panels):
    word = "mmmmmmmmm "  # nine letters of 0.8 em: about 79 points of the 144
    fits = panel_fits(panels([word * 4], ["x"], ["x"]))
    assert fits[0].used == pytest.approx(4 * LINE, abs=0.1)


def test_space_between_paragraphs_counts_but_not_after_the_last(panels):
    fits = panel_fits(panels(["one", "two"], ["one"], ["x"], after=6))
    assert fits[0].used == pytest.approx(2 * LINE + 6, abs=0.1)
    assert fits[1].used == pytest.approx(LINE, abs=0.1)


def test_a_panel_that_is_too_full_overflows(panels):
    fits = panel_fits(panels(["line"] * 27, ["line"] * 26, ["x"]))
    assert [f.overflows for f in fits] == [True, False, False]


def test_panels_of_a_second_page_are_named(panels):
    fits = panel_fits(panels(*[["x"]] * 6))
    assert [f.panel for f in fits][3:] == [f"page 2 panel {n}" for n in (1, 2, 3)]


@pytest.mark.parametrize("size", [9, 14])
def test_larger_type_needs_more_room(size, panels):
    fits = panel_fits(panels(["one"], ["x"], ["x"], size=size))
    assert fits[0].used == pytest.approx(size * 1.2207, abs=0.1)


def test_a_table_is_as_high_as_its_tallest_cells(save, panels):
    document = Document()
    section = document.sections[0]
    section._sectPr.find(qn("w:cols")).set(qn("w:num"), "3")
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(11), "Calibri"
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1.0
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "one\ntwo\nthree"
    table.cell(1, 1).text = "one"
    (fit,) = panel_fits(save(document))
    assert fit.used == pytest.approx(4 * LINE, abs=0.2)

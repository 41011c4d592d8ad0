"""The brand's colours where a program that ignores Word's theme looks for them."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document

from jdgen.model import Brand, Context, Look
from jdgen.word import compile_template, render
from jdgen.word.colours import brand_colour
from jdgen.word.markup import every, parse, qn

BRAND = Brand(primary="7a1f3d", secondary="2E8B57")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = f"""<w:pPr {W}><w:pBdr>
<w:top w:val="single" w:sz="4" w:space="0" w:color="1F5C7A" w:themeColor="accent1"/>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="123456"/></w:pBdr>
<w:shd w:val="clear" w:color="auto" w:fill="E08E45" w:themeFill="accent2"/>
</w:pPr>"""
LOOK = (
    f'<w:rPr {W}><w:color w:val="1F5C7A" w:themeColor="accent1"/></w:rPr>',
    f'<w:rPr {W}><w:color w:val="44525E" w:themeColor="text2"/></w:rPr>',
)


@pytest.fixture
def painted(save):
    """A template with theme colours in its text, its header, its styles and its numbering."""
    document = Document()
    paragraph = document.add_paragraph("{{ name }}")
    paragraph._p.insert(0, parse(BOX.encode()))
    paragraph.runs[0]._r.insert(0, parse(LOOK[0].encode()))
    heading = document.sections[0].header.paragraphs[0].add_run("No tag here")
    heading._r.insert(0, parse(LOOK[0].encode()))
    document.add_paragraph().add_run("grey")._r.insert(0, parse(LOOK[1].encode()))
    style = document.styles["List Bullet"].element
    style.append(parse(LOOK[0].encode()))
    levels = every(document.part.numbering_part.element, "w:lvl")
    next(levels).append(parse(LOOK[0].encode()))
    return save(document)


def finished(data: bytes, brand: Brand) -> bytes:
    look = Look(title="t", brand=brand)
    template = compile_template(data, name="jd.docx")
    return render(template, Context({"name": "x"}), look).data


def shown(data: bytes, member) -> set[tuple[str, str]]:
    """Pairs of theme colour and the plain colour beside it, in all parts."""
    found = set()
    header = re.search(r"header\d+\.xml", member(data, "word/_rels/document.xml.rels"))
    for name in ("document.xml", header.group(), "styles.xml", "numbering.xml"):
        for element in parse(member(data, f"word/{name}").encode()).iter():
            for theme, plain in (("themeColor", "color"), ("themeFill", "fill")):
                if kind := element.get(qn(f"w:{theme}")):
                    value = element.get(qn(f"w:{plain}")) or element.get(qn("w:val"))
                    found.add((re.sub(r"\d", "", name), kind, value))
    return {(part, kind, value) for part, kind, value in found if kind in {"accent1", "accent2"}}


def test_the_plain_colour_beside_a_theme_colour_is_the_brand_s(painted, member):
    told = shown(finished(painted, BRAND), member)
    mine = {
        ("document.xml", "accent1", "7A1F3D"),
        ("document.xml", "accent2", "2E8B57"),
        ("header.xml", "accent1", "7A1F3D"),
        ("styles.xml", "accent1", "7A1F3D"),
        ("numbering.xml", "accent1", "7A1F3D"),
    }
    assert mine <= told
    assert not [entry for entry in told if entry[2] in {"1F5C7A", "E08E45"}]


def test_other_colours_stay_as_they_are(painted, member):
    text = member(finished(painted, BRAND), "word/document.xml")
    assert 'w:val="44525E" w:themeColor="text2"' in text
    assert 'w:color="123456"' in text


def test_what_is_no_colour_is_left_alone(save):
    document = Document()
    run = document.add_paragraph("{{ name }}").runs[0]
    run._r.insert(0, parse(LOOK[0].replace("1F5C7A", "it's").encode()))
    assert Document(io.BytesIO(finished(save(document), BRAND))).paragraphs[0].text == "x"


def test_without_a_brand_the_template_keeps_its_colours(painted, member):
    told = shown(finished(painted, Brand()), member)
    assert ("document.xml", "accent1", "1F5C7A") in told
    assert ("document.xml", "accent2", "E08E45") in told


@pytest.mark.parametrize(
    ("tint", "shade", "colour"),
    [("", "", "1F5C7A"), ("", "80", "0F2D3C"), ("FF", "FF", "1F5C7A"), ("00", "", "FFFFFF")],
)
def test_a_lighter_or_darker_theme_colour_is_reckoned_from_the_brand_s(tint, shade, colour):
    reckoned = brand_colour(Brand(primary="1F5C7A"), "accent1", "000000", tint, shade)
    pairs = zip(*(bytes.fromhex(text) for text in (reckoned, colour)), strict=True)
    assert all(abs(first - second) <= 2 for first, second in pairs)


@pytest.mark.parametrize("tint", ["", "zz", "1000"])
def test_a_shade_that_is_no_number_changes_nothing(tint):
    assert brand_colour(BRAND, "accent2", "000000", tint, tint) == "2E8B57"


def test_word_opens_what_has_been_coloured(painted):
    assert Document(io.BytesIO(finished(painted, BRAND))).paragraphs[0].text == "x"

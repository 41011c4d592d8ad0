"""Drawings, logo, colours and fonts: what a brand and a number make of a template."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from docx import Document
from docx.shared import Inches
from lxml import etree

from jdgen.errors import TemplateError
from jdgen.model import Brand, Context, Look
from jdgen.word import compile_template, image_info, read_text, render
from jdgen.word.markup import every, parse, qn

BAR = """<w:p {ns}><w:r><w:drawing><wp:inline><wp:extent cx="1800000" cy="90000"/>
<wp:docPr id="7" name="width {{{{ part.percent }}}}" descr="{{{{ part.name }}}}"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="90000"/>
</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}


def png(width, height):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + bytes(width)) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


JPEG_START = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x10\x00\x40\x03"
JPEG = JPEG_START + bytes(20) + b"\xff\xd9"


@pytest.fixture
def chart(save):
    document = Document()
    document.add_paragraph("{%p for part in parts %}")
    names = " ".join(f'xmlns:{key}="{uri}"' for key, uri in NAMESPACES.items())
    document.element.body.insert(1, etree.fromstring(BAR.format(ns=names)))
    document.element.body.insert(2, document.add_paragraph("{%p endfor %}")._p)
    return save(document)


@pytest.fixture
def with_logo(save):
    document = Document()
    document.add_paragraph("Before {{ name }}")
    document.add_paragraph().add_run().add_picture(io.BytesIO(png(4, 4)), Inches(2), Inches(1))
    document.add_paragraph("After")
    for properties in every(document.element, "wp:docPr"):
        properties.set("name", "logo")
    return save(document)


def drawing_sizes(data, member):
    root = parse(member(data).encode())
    return [(int(e.get("cx")), int(e.get("cy"))) for e in every(root, "wp:extent", "a:ext")]


def test_a_bar_is_as_wide_as_its_share_and_zero_stays_valid(chart, look, member):
    parts = [{"percent": p, "name": f"{p} percent"} for p in (40, 12.5, 0, "25", 130)]
    data = render(compile_template(chart, name="jd.docx"), Context({"parts": parts}), look).data
    widths = [720000, 225000, 0, 450000, 1800000]
    assert [size[0] for size in drawing_sizes(data, member)] == [w for w in widths for _ in "ab"]
    assert [block.alt for block in read_text(data).body()] == [(p["name"],) for p in parts]


def test_drawings_of_a_loop_have_ids_and_names_of_their_own(chart, look, member):
    parts = [{"percent": 1, "name": "a"}, {"percent": 2, "name": "b"}]
    data = render(compile_template(chart, name="jd.docx"), Context({"parts": parts}), look).data
    found = [(p.get("id"), p.get("name")) for p in every(parse(member(data).encode()), "wp:docPr")]
    assert found == [("1001", "Bar"), ("1002", "Bar")]


def test_an_alternative_text_keeps_quotes_and_stays_on_one_line(chart, look):
    parts = [{"percent": 1, "name": 'the "long"\nname & <more>'}]
    data = render(compile_template(chart, name="jd.docx"), Context({"parts": parts}), look).data
    assert next(read_text(data).body()).alt == ('the "long" name & <more>',)


@pytest.mark.parametrize(("logo", "ratio"), [(png(60, 20), 3), (png(20, 60), 1 / 3), (JPEG, 4)])
def test_a_logo_keeps_its_ratio_inside_the_box_of_the_template(
    logo, ratio, with_logo, context, member
):
    look = Look(title="t", brand=Brand(logo=logo, logo_alt="Riverbend's logo"))
    data = render(compile_template(with_logo, name="jd.docx"), context(name="x"), look).data
    for width, height in drawing_sizes(data, member):
        assert width <= Inches(2) and height <= Inches(1)
        assert width == Inches(2) or height == Inches(1)
        assert width / height == pytest.approx(ratio, rel=0.001)
    assert [b.alt for b in read_text(data).blocks if b.alt] == [("Riverbend's logo",)]
    picture = "word/media/logo." + image_info(logo).format
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read(picture) == logo
        assert [n for n in archive.namelist() if n.startswith("word/media/")] == [picture]


def test_without_a_logo_nothing_of_the_stand_in_is_left(with_logo, context, look, member):
    data = render(compile_template(with_logo, name="jd.docx"), context(name="x"), look).data
    assert [b.text for b in read_text(data).blocks] == ["Before x", "After"]
    assert "media" not in member(data, "word/_rels/document.xml.rels")


def test_a_logo_that_is_no_picture_is_told(with_logo, context):
    look = Look(title="t", brand=Brand(logo=b"%PDF-1.7"))
    with pytest.raises(TemplateError, match="no PNG, JPEG or GIF picture"):
        render(compile_template(with_logo, name="jd.docx"), context(name="x"), look)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"hello"])
def test_what_is_cut_off_or_no_picture_has_no_size(data):
    assert image_info(data) is None


def test_colours_and_fonts_go_through_the_theme(make_docx, context, member):
    brand = Brand(primary="1f5c7a", secondary="E08A3C", heading_font="Lato", body_font="Carlito")
    look = Look(title="t", language="en-GB", brand=brand)
    data = render(compile_template(make_docx("{{ x }}"), name="jd.docx"), context(x=1), look).data
    theme = parse(member(data, "word/theme/theme1.xml").encode())
    colours = {
        etree.QName(accent).localname: accent[0].get("val")
        for accent in every(theme, "a:accent1", "a:accent2", "a:accent3")
    }
    assert (colours["accent1"], colours["accent2"]) == ("1F5C7A", "E08A3C")
    fonts = [latin.get("typeface") for latin in every(theme, "a:latin")][:2]
    assert fonts == ["Lato", "Carlito"]
    styles = parse(member(data, "word/styles.xml").encode())
    assert next(every(styles, "w:lang")).get(qn("w:val")) == "en-GB"


def test_a_house_style_replaces_theme_and_styles(make_docx, context, look, member):
    made = make_docx("{{ x }}")
    theme = member(made, "word/theme/theme1.xml").replace("Office", "House").encode()
    styles = member(made, "word/styles.xml").replace("List Bullet", "House Bullet").encode()
    template = compile_template(made, name="jd.docx", house_style=(theme, styles))
    data = render(template, context(x=1), look).data
    assert "House" in member(data, "word/theme/theme1.xml")
    assert "House Bullet" in member(data, "word/styles.xml")

"""The content key: the same for what Word rewrites by itself, another for what a person changes."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.shared import Inches

from jdgen.word import content_key


@pytest.fixture
def original(save):
    document = Document()
    document.add_heading("Duties", 1)
    document.add_paragraph("Meets residents at home").runs[0].italic = True
    document.sections[0].header.paragraphs[0].text = "Riverbend"
    return save(document)


def replaced(old, new):
    def change(data):
        assert old.encode() in data
        return data.replace(old.encode(), new.encode())

    return change


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", "<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">'),
        ("word/document.xml", "<w:r>", '<w:proofErr w:type="spellStart"/><w:r>'),
        ("word/document.xml", "<w:t>Meets", "<w:lastRenderedPageBreak/><w:t>Meets"),
        (
            "word/document.xml",
            "residents at",
            "residents </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>at",
        ),
        ("docProps/core.xml", "python-docx", "Ana"),
        ("word/settings.xml", "<w:compat>", '<w:rsids><w:rsid w:val="1"/></w:rsids><w:compat>'),
    ],
)
def test_what_word_rewrites_by_itself_is_no_edit(part, old, new, original, change_member):
    resaved = change_member(original, {part: replaced(old, new)})
    assert resaved != original
    assert content_key(resaved) == content_key(original)


def test_another_order_and_packing_of_the_zip_is_no_edit(original):
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(original)) as old, zipfile.ZipFile(written, "w", 0) as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
        new.writestr("customXml/item9.xml", "<a/>")
    assert content_key(written.getvalue()) == content_key(original)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", "at home", "in town"),
        ("word/document.xml", "<w:i/>", "<w:b/>"),
        ("word/document.xml", "Heading1", "Heading2"),
        ("word/header1.xml", "Riverbend", "Harbour"),
        ("word/styles.xml", "List Bullet", "Dots"),
        ("word/theme/theme1.xml", 'typeface="Calibri"', 'typeface="Lato"'),
    ],
)
def test_what_a_person_changes_is_an_edit(part, old, new, original, change_member):
    edited = change_member(original, {part: replaced(old, new)})
    assert content_key(edited) != content_key(original)


def test_another_picture_is_an_edit(save):
    keys = set()
    for shade in (0, 255):
        document = Document()
        pixel = b"GIF89a\x01\0\x01\0\x80\0\0" + bytes([shade] * 3) + b"\0\0\0,\0\0\0\0\x01\0\x01\0"
        pixel += b"\0\x02\x02D\x01\0;"
        document.add_picture(io.BytesIO(pixel), Inches(1))
        keys.add(content_key(save(document)))
    assert len(keys) == 2

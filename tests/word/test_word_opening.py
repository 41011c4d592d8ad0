"""Files that are not what they should be: each gets one clear message."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest

from jdgen.errors import TemplateError, WordFileError
from jdgen.word import compile_template, read_text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DOCTYPE = b'<!DOCTYPE w:document [<!ENTITY a "aaaa">]>'


def zipped(**members):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", 8) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"{\\rtf1 hello}", "not a Word document"),
        (b"PK\x03\x04 and then it stops", "damaged or cut off"),
        (OLE, "old .doc format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (zipped(hello="x"), "a zip, but not a Word document"),
        (
            zipped(**{"[Content_Types].xml": "<Types/>", "xl__workbook.xml": "<a/>"}),
            "an Excel workbook, not a Word document",
        ),
        (zipped(**{"[Content_Types].xml": "<Types/>"}), "no main text"),
    ],
)
def test_what_is_no_word_file_is_told_plainly(data, message):
    with pytest.raises(WordFileError, match=message) as caught:
        read_text(data, name="edited.docx")
    assert str(caught.value).startswith("edited.docx: ")


def test_a_file_that_was_cut_off_is_told_at_every_length(make_docx):
    whole = make_docx("Text")
    for length in range(1, len(whole) - 22, 997):
        with pytest.raises(WordFileError):
            read_text(whole[:length])


def test_a_flipped_byte_in_the_text_is_damage_not_another_text(make_docx):
    whole = bytearray(make_docx("Text " * 500))
    with zipfile.ZipFile(io.BytesIO(bytes(whole))) as archive:
        at = archive.getinfo("word/document.xml").header_offset + 60
    whole[at] ^= 0xFF
    with pytest.raises(WordFileError, match="damaged"):
        read_text(bytes(whole))


def test_a_member_of_300_megabytes_is_refused_without_unpacking_it(make_docx, change_member):
    bomb = change_member(make_docx("x"), {"word/media/big.bin": bytes(300 * 2**20)})
    assert len(bomb) < 2**20
    tracemalloc.start()
    with pytest.raises(TemplateError, match=r"big\.bin would take 300 MB"):
        compile_template(bomb, name="jd.docx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * 2**20


def test_a_template_of_thousands_of_pages_is_refused_before_it_costs_minutes(
    make_docx, change_member
):
    pages = b"<w:p><w:r><w:t>words</w:t></w:r></w:p>" * 120_000 + b"<w:sectPr"
    made = change_member(
        make_docx("x"), {"word/document.xml": lambda old: old.replace(b"<w:sectPr", pages, 1)}
    )
    with pytest.raises(TemplateError, match="a template may have 4 MB"):
        compile_template(made, name="jd.docx")


def test_a_member_that_lies_about_its_size_is_damage(make_docx, change_member):
    bomb = bytearray(change_member(make_docx("x"), {"word/big.xml": b"<a>" + b" " * 2**22}))
    start = bomb.rindex(b"PK\x01\x02")
    while not bytes(bomb[start + 46 :]).startswith(b"word/big.xml"):
        start = bomb.rindex(b"PK\x01\x02", 0, start)
    bomb[start + 24 : start + 28] = struct.pack("<I", 100)
    with pytest.raises(WordFileError, match="damaged"):
        read_text(bytes(bomb))


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/settings.xml", "_rels/.rels", "[Content_Types].xml"]
)
@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_part(part, code, make_docx, change_member):
    text = f'<?xml version="1.0" encoding="{code}"?>{DOCTYPE.decode()}<a>&a;</a>'
    made = change_member(make_docx("x"), {part: text.encode(code)})
    with pytest.raises(TemplateError, match="document type"):
        compile_template(made, name="jd.docx")


def test_a_file_with_macros_is_refused(make_docx, change_member):
    with_project = change_member(make_docx("x"), {"word/vbaProject.bin": b"macro"})
    by_type = change_member(
        make_docx("x"),
        {
            "[Content_Types].xml": lambda old: old.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
        },
    )
    for made in (with_project, by_type):
        with pytest.raises(WordFileError, match="macros"):
            read_text(made)
        with pytest.raises(TemplateError, match="macros"):
            compile_template(made, name="jd.docx")


def external(kind, target):
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rIdX" Type="{base}/{kind}" Target="{target}" TargetMode="External"/>'
    return {
        "word/_rels/document.xml.rels": lambda old: old.replace(
            b"</Relationships>", link.encode() + b"</Relationships>"
        )
    }


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://example.org/pixel.png"),
        ("attachedTemplate", "file:///C:/letters.dotx"),
        ("hyperlink", "file:///C:/secret.txt"),
    ],
)
def test_a_template_may_not_draw_on_anything_outside(kind, target, make_docx, change_member):
    made = change_member(make_docx("x"), external(kind, target))
    with pytest.raises(TemplateError, match="outside of it"):
        compile_template(made, name="jd.docx")
    assert [block.text for block in read_text(made).blocks] == ["x"]


def in_body(xml):
    last = b"<w:sectPr"
    return {"word/document.xml": lambda old: old.replace(last, xml.encode() + last, 1)}


def field_of(code, pieces=1):
    size = -(-len(code) // pieces)
    runs = "".join(
        f'<w:r><w:instrText xml:space="preserve">{code[at : at + size]}</w:instrText></w:r>'
        for at in range(0, len(code), size)
    )
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"<w:p>{mark.format('begin')}{runs}{mark.format('end')}</w:p>"


FETCHING = [
    " DDEAUTO cmd /k ",
    " dde excel book ",
    " INCLUDEPICTURE https://example.org/pixel.png ",
    "INCLUDETEXT C:/secret.docx",
    " LINK Excel.Sheet C:/book.xlsx ",
]


@pytest.mark.parametrize("code", FETCHING)
@pytest.mark.parametrize("form", ["simple", "whole", "in pieces"])
def test_a_template_may_not_hold_a_field_that_fetches_or_runs(code, form, make_docx, change_member):
    simple = f'<w:p><w:fldSimple w:instr="{code}"/></w:p>'
    body = simple if form == "simple" else field_of(code, 1 if form == "whole" else 5)
    made = change_member(make_docx("x"), in_body(body))
    with pytest.raises(TemplateError, match="fetches or runs"):
        compile_template(made, name="jd.docx")
    assert read_text(made).blocks[0].text == "x"


@pytest.mark.parametrize("code", [" PAGE ", " NUMPAGES ", " DATE ", " REF link_to_part "])
def test_a_template_may_hold_ordinary_fields(code, make_docx, change_member):
    made = change_member(make_docx("x"), in_body(field_of(code, 3)))
    assert compile_template(made, name="jd.docx").needs == frozenset()


@pytest.mark.parametrize("kind", ["oleObject", "control", "aFChunk", "subDocument"])
def test_a_template_may_not_hold_objects_and_other_files(kind, make_docx, change_member):
    inside = {
        name: lambda old, change=change: change(old).replace(b' TargetMode="External"', b"")
        for name, change in external(kind, "embeddings/one.bin").items()
    }
    with pytest.raises(TemplateError, match="embedded object"):
        compile_template(change_member(make_docx("x"), inside), name="jd.docx")


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/evil.txt", "C:\\evil.txt", "word\\evil.txt", "WORD/document.XML"]
)
def test_a_part_that_would_land_elsewhere_or_stands_twice_is_refused(name, make_docx):
    made = io.BytesIO(make_docx("x"))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(name, "x")
    with pytest.raises(WordFileError, match="bad name"):
        read_text(made.getvalue())


@pytest.mark.parametrize("target", ["https://example.org/", "mailto:hello@example.org"])
def test_a_template_may_hold_ordinary_links(target, make_docx, change_member):
    made = change_member(make_docx("x"), external("hyperlink", target))
    assert compile_template(made, name="jd.docx").needs == frozenset()


def test_a_part_that_is_not_xml_is_told_by_name(make_docx, change_member):
    made = change_member(make_docx("x"), {"word/styles.xml": b"<w:styles>"})
    with pytest.raises(WordFileError, match=r"word/styles\.xml is not valid XML"):
        read_text(made)


def test_a_file_in_the_strict_format_is_told_not_read_as_empty(make_docx, change_member):
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    made = change_member(
        make_docx("x"), {"word/document.xml": lambda old: old.replace(usual, strict)}
    )
    with pytest.raises(WordFileError, match="Strict Open XML"):
        read_text(made)


def test_a_main_part_that_is_no_text_is_told(make_docx, change_member):
    made = change_member(make_docx("x"), {"word/document.xml": b"<html/>"})
    with pytest.raises(WordFileError, match="no Word text"):
        read_text(made)


def test_a_tag_in_the_address_of_a_link_is_told(make_docx, change_member):
    made = change_member(make_docx("x"), external("hyperlink", "mailto:%7B%7Bcontact.email%7D%7D"))
    with pytest.raises(TemplateError, match="address of a link holds a tag") as caught:
        compile_template(made, name="jd.docx")
    assert "mailto:{{contact.email}}" in str(caught.value)

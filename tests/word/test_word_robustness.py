"""Files that other programs made, or nobody should have: never a traceback."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdgen.errors import WordFileError
from jdgen.model import Finding
from jdgen.word import content_key, document_id, mark_as_draft, panel_fits, read_text

JUNK = st.sampled_from(
    ["", "-1", "1e999", "nan", "x", "²", "12.5", "99999999999999999999", "0.5in"]
)
FINDING = Finding("A", "c", "error", "m", "w", "s", "src", quote="text")


@pytest.fixture
def rich(save):
    document = Document()
    columns = document.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "3")
    document.add_heading("Head", 1)
    paragraph = document.add_paragraph("Some text", style="List Bullet")
    document.add_comment(paragraph.runs, "Note", "Ana", "A")
    table = document.add_table(2, 2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    document.sections[0].header.paragraphs[0].text = "Top"
    return save(document)


def read_all(data):
    read_text(data)
    panel_fits(data)
    content_key(data)
    document_id(data)
    read_text(mark_as_draft(data, [FINDING]))


def test_measures_that_make_no_sense_do_no_harm(rich):
    with zipfile.ZipFile(io.BytesIO(rich)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    parts = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/comments.xml"]

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(part=st.sampled_from(parts), where=st.integers(0, 4000), junk=JUNK)
    def survives(part, where, junk):
        values = list(re.finditer(rb'(?<= w:)[a-zA-Z]+="([^"]*)"', members[part]))
        found = values[where % len(values)]
        start, end = found.span(1)
        fresh = members[part][:start] + junk.encode() + members[part][end:]
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for name, data in (members | {part: fresh}).items():
                archive.writestr(name, data)
        read_all(written.getvalue())

    survives()


def test_bytes_that_were_hit_give_a_text_or_a_message(rich):
    @settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(st.integers(0, len(rich) - 1), st.integers(1, 255))
    def survives(at, flip):
        hit = bytearray(rich)
        hit[at] ^= flip
        with contextlib.suppress(WordFileError):
            read_all(bytes(hit))

    survives()


def test_tables_in_tables_are_read_as_deep_as_xml_allows_and_then_refused(make_docx, change_member):
    for depth in (20, 60, 200):
        nested = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
        for _ in range(depth):
            nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
        made = change_member(
            make_docx("x"),
            {
                "word/document.xml": lambda d, n=nested: d.replace(
                    b"<w:sectPr", n.encode() + b"<w:sectPr"
                )
            },
        )
        refused = pytest.raises(WordFileError) if depth > 60 else contextlib.nullcontext()
        with refused:
            assert "deep" in [block.text for block in read_text(made).blocks]


def test_a_style_based_on_itself_is_no_endless_loop(make_docx, change_member):
    made = change_member(
        make_docx("x"),
        {
            "word/styles.xml": lambda old: old.replace(
                b'<w:basedOn w:val="Normal"/>', b'<w:basedOn w:val="Heading1"/>'
            )
        },
    )
    assert [block.text for block in read_text(made).blocks] == ["x"]


def test_a_file_without_styles_lists_or_properties_is_read(save):
    document = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/'
        'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Bare</w:t></w:r></w:p></w:body>'
        "</w:document>",
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in document.items():
            archive.writestr(name, text)
    read_all(written.getvalue())
    (block,) = read_text(written.getvalue()).blocks
    assert (block.text, block.role, block.style) == ("Bare", "body", "Normal")

"""Small templates made on the spot, so that each test shows the tags it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentType

from jdgen.model import Context, Look

Make = Callable[..., bytes]


def saved(document: DocumentType) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.fixture
def save() -> Callable[[DocumentType], bytes]:
    return saved


@pytest.fixture
def make_docx() -> Make:
    """A Word file with these paragraphs; `header` and `footer` get a paragraph each."""

    def make(*paragraphs: str, header: str = "", footer: str = "") -> bytes:
        document = Document()
        for text in paragraphs:
            document.add_paragraph(text)
        section = document.sections[0]
        if header:
            section.header.paragraphs[0].text = header
        if footer:
            section.footer.paragraphs[0].text = footer
        return saved(document)

    return make


@pytest.fixture
def table_docx() -> Make:
    """A Word file with a heading and a table; each row is a list of texts."""

    def make(*rows: list[str], header: bool = True, title: str = "Essential duties") -> bytes:
        document = Document()
        document.add_heading(title, 1)
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        if header:
            properties = table.rows[0]._tr.get_or_add_trPr()
            properties.append(properties.makeelement(_w("tblHeader"), {}))
        return saved(document)

    return make


def _w(tag: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{tag}"


@pytest.fixture
def context() -> Callable[..., Context]:
    def make(**values: Any) -> Context:
        return Context(values)

    return make


@pytest.fixture
def look() -> Look:
    return Look(title="Job description", author="Riverbend (invented)", document_id="riverbend/jd")


@pytest.fixture
def change_member() -> Callable[[bytes, Mapping[str, Any]], bytes]:
    """The same zip with members replaced, added, or changed by a function of their bytes."""

    def change(data: bytes, changes: Mapping[str, Any]) -> bytes:
        written = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", 8) as new:
            for name in old.namelist():
                fresh = changes.get(name, old.read(name))
                new.writestr(name, fresh(old.read(name)) if callable(fresh) else fresh)
            for name in set(changes) - set(old.namelist()):
                new.writestr(name, changes[name])
        return written.getvalue()

    return change


@pytest.fixture
def member() -> Callable[[bytes, str], str]:
    def read(data: bytes, name: str = "word/document.xml") -> str:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(name).decode("utf-8")

    return read

"""Word files as people leave them: built documents edited in Word, and files of others."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType


@pytest.fixture
def built(project: Path, jdgen) -> Callable[[str], Path]:
    """The finished document of a kind, built from the example profile."""

    def build(kind: str) -> Path:
        if not (project / "output").exists():
            assert jdgen("build", "riverbend.yaml").code == 0
        return project / "output" / "riverbend-peer-worker" / f"riverbend-peer-worker-{kind}.docx"

    return build


@pytest.fixture
def edit() -> Callable[[Path, Callable[[DocumentType], None]], None]:
    """Change a Word file in place, as a person in Word would."""

    def change(path: Path, how: Callable[[DocumentType], None]) -> None:
        document = Document(io.BytesIO(path.read_bytes()))
        how(document)
        document.save(str(path))

    return change


@pytest.fixture
def foreign(project: Path) -> Callable[..., Path]:
    """A Word file that jdgen never saw, with a heading, bullets, and a header where asked for."""

    def make(*bullets: str, name: str = "old.docx", header: str = "") -> Path:
        document = Document()
        document.core_properties.title = "Peer worker"
        document.core_properties.language = "en-CA"
        document.add_heading("Essential duties", 1)
        for text in bullets:
            document.add_paragraph(text, style="List Bullet")
        if header:
            document.sections[0].header.paragraphs[0].text = header
        document.save(str(project / name))
        return project / name

    return make

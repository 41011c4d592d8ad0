"""A house style is a Word file: its theme and styles dress every shipped template."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from jdgen.settings import shipped_templates

TITLE_SIZE = r'(?s)(w:styleId="Title".*?<w:sz w:val=")\d+'


@pytest.fixture
def dressed(project: Path) -> Path:
    """The project with a profile that names a house style, which does not exist yet."""
    part = project / "_riverbend.yaml"
    text = part.read_text(encoding="utf-8")
    assert "  brand:\n" in text
    part.write_text(
        text.replace("  brand:\n", "  brand:\n    house_style: riverbend-house\n"),
        encoding="utf-8",
    )
    (project / "templates" / "house-styles").mkdir(parents=True)
    return project


def save_style(project: Path, name: str, old: str, new: str) -> None:
    """A shipped template saved as a house style, its styles changed as a person would in Word."""
    source = shipped_templates() / "brochure" / "template.docx"
    out = io.BytesIO()
    with zipfile.ZipFile(source) as template, zipfile.ZipFile(out, "w") as style:
        for item in template.infolist():
            content = template.read(item).decode("utf-8") if item.filename.endswith("xml") else ""
            if item.filename == "word/styles.xml":
                assert re.search(old, content)
                content = re.sub(old, new, content, count=1)
            style.writestr(item, content.encode() if content else template.read(item))
    (project / "templates" / "house-styles" / f"{name}.docx").write_bytes(out.getvalue())


def styles_of(project: Path, kind: str) -> str:
    file = project / f"output/riverbend-peer-worker/riverbend-peer-worker-{kind}.docx"
    with zipfile.ZipFile(file) as made:
        return made.read("word/styles.xml").decode("utf-8")


def test_every_document_takes_on_the_house_style(dressed: Path, jdgen) -> None:
    save_style(dressed, "riverbend-house", TITLE_SIZE, r"\g<1>77")
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 0, told.out + told.err
    for kind in ("job-description", "expectation-statements", "brochure"):
        assert 'w:val="77"' in styles_of(dressed, kind)


def test_a_house_style_that_does_not_exist_is_named_with_the_nearest(dressed: Path, jdgen) -> None:
    save_style(dressed, "riverbend-hous", TITLE_SIZE, r"\g<1>77")
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 1
    assert "Did you mean 'riverbend-hous'?" in told.out
    assert "_riverbend.yaml:" in told.out


def test_a_house_style_that_lacks_a_style_is_told_which(dressed: Path, jdgen) -> None:
    save_style(dressed, "riverbend-house", r'w:styleId="Title"', 'w:styleId="Headline"')
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 1
    assert "lacks the styles Title" in told.out

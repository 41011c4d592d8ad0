"""A document that somebody restyled and saved in LibreOffice lives through the next build."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import RGBColor

ROOT = Path(__file__).parents[1]
FOLDER = Path("output/riverbend-peer-worker")
NAME = "riverbend-peer-worker-job-description"


def build(project: Path, *options: str) -> int:
    command = [sys.executable, "-m", "jdgen", "build", "riverbend.yaml", *options]
    return subprocess.run(command, cwd=project, capture_output=True, check=False).returncode


@pytest.fixture
def restyled(tmp_path: Path) -> Path:
    """A project whose job description was restyled and saved anew by LibreOffice."""
    for name in ("riverbend.yaml", "_riverbend.yaml"):
        shutil.copy(ROOT / "profiles" / name, tmp_path)
    shutil.copytree(ROOT / "profiles" / "brand", tmp_path / "brand")
    assert build(tmp_path) == 0
    target = tmp_path / FOLDER / f"{NAME}.docx"
    document = docx.Document(str(target))
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x22, 0x66, 0x22)
    document.save(str(target))
    saved = tmp_path / "saved"
    home = (tmp_path / "home").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={home}",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(saved),
            str(target),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    shutil.copy(saved / f"{NAME}.docx", target)
    return tmp_path


def test_it_is_kept_while_the_profile_stays_the_same(restyled: Path) -> None:
    before = (restyled / FOLDER / f"{NAME}.docx").read_bytes()
    assert build(restyled) == 0
    assert (restyled / FOLDER / f"{NAME}.docx").read_bytes() == before
    assert not list((restyled / FOLDER).glob("*.fresh.docx"))


def test_it_keeps_its_looks_and_gets_what_is_new_in_the_profile(restyled: Path) -> None:
    target = restyled / FOLDER / f"{NAME}.docx"
    with zipfile.ZipFile(target) as archive:
        looks = archive.read("word/styles.xml")
    assert b"226622" in looks
    profile = restyled / "riverbend.yaml"
    text = profile.read_text(encoding="utf-8")
    assert "Listens well" in text
    profile.write_text(text.replace("Listens well", "Listens with care"), encoding="utf-8")
    assert build(restyled) == 0
    with zipfile.ZipFile(target) as archive:
        assert archive.read("word/styles.xml") == looks
    document = docx.Document(str(target))
    body = "".join(item.text or "" for item in document.element.body.iter("{*}t"))
    assert "Listens with care" in body
    assert not list((restyled / FOLDER).glob("*.fresh.docx"))
    after = target.read_bytes()
    assert build(restyled) == 0
    assert target.read_bytes() == after


def test_a_pdf_shows_an_edited_document_as_if_all_changes_were_accepted(restyled: Path) -> None:
    target = restyled / FOLDER / f"{NAME}.docx"
    document = docx.Document(str(target))
    document.paragraphs[-1].add_run(" Written by hand.")
    document.save(str(target))
    profile = restyled / "riverbend.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("Listens well", "Listens with care"), encoding="utf-8")
    assert build(restyled, "--pdf") == 0
    assert b'w:author="jdgen"' in zipfile.ZipFile(target).read("word/document.xml")
    command = ["pdftotext", str(target.with_suffix(".pdf")), "-"]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    assert "Listens with care" in told
    assert "Listens well" not in told

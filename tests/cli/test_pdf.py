"""A PDF beside a document, where LibreOffice is not asked for a new one."""

from __future__ import annotations

from pathlib import Path


def test_a_pdf_of_an_earlier_state_is_pointed_out_once(project: Path, jdgen) -> None:
    jdgen("build", "riverbend.yaml", "--documents", "brochure")
    (document,) = project.glob("output/*/*.docx")
    document.with_suffix(".pdf").write_bytes(b"%PDF of the first state")
    assert "PDF" not in jdgen("build", "riverbend.yaml", "--documents", "brochure").out
    document.unlink()
    told = jdgen("build", "riverbend.yaml", "--documents", "brochure")
    assert "the PDF beside it may be older: --pdf makes it anew" in told.out
    assert told.code == 0

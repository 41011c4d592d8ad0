"""Files of an earlier build that a run leaves as they are: it says that they are older."""

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


def test_a_document_that_is_not_written_anew_is_said_to_be_older(project: Path, jdgen) -> None:
    profile = project / "riverbend.yaml"
    wrong = profile.read_text(encoding="utf-8").replace("percent: 20", "percent: 25", 1)
    profile.write_text(wrong, encoding="utf-8")
    assert "(because of TIM-01)" in jdgen("build", "riverbend.yaml").out
    profile.write_text(wrong.replace("percent: 25", "percent: 20", 1), encoding="utf-8")
    jdgen("build", "riverbend.yaml")
    profile.write_text(wrong, encoding="utf-8")
    told = jdgen("build", "riverbend.yaml")
    assert "(because of TIM-01; the file that stands there is older)" in told.out

"""The estimate of how full a panel is, against what LibreOffice lays out."""

from __future__ import annotations

import io
import random
import re
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

from jdgen.word import panel_fits

ROOT = Path(__file__).parents[1]
PROFILES = sorted((ROOT / "profiles").glob("[a-z]*.yaml"))
CLOSE = 8.0  # points: half a line, the distance from a word's box to the edge of its line
SHARE = 0.02


WORDS = (
    "a", "we", "you", "peer", "worker", "support", "listens", "shares", "what", "helped", "at",
    "home", "in", "town", "who", "has", "been", "through", "hard", "times", "too", "and",
    "decides", "self-determination", "recovery", "wellness", "organization", "appointment",
)  # fmt: skip


def folded_page() -> Document:
    """An empty letter page on its side with three columns."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Inches(11), Inches(8.5)
    section.left_margin = section.right_margin = Inches(0.3)
    section.top_margin = section.bottom_margin = Inches(0.5)
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "3")
    columns.set(qn("w:space"), "720")
    return document


def saved(document: Document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def lines(texts: list[str]) -> bytes:
    """A folded page with these short paragraphs of 11 points in its first panel."""
    document = folded_page()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Carlito", Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1.0
    for text in texts:
        document.add_paragraph(text).runs[0].font.name = "Carlito"
    return saved(document)


def made_up(seed: int) -> bytes:
    """A folded page of random text: headings, paragraphs, bullets, in sizes from 9 to 13."""
    chance = random.Random(seed)
    document = folded_page()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Carlito", Pt(chance.choice([9, 11, 12, 13]))
    normal.paragraph_format.space_after = Pt(chance.choice([0, 4, 8]))
    normal.paragraph_format.line_spacing = chance.choice([1.0, 1.15])
    for panel in range(3):
        for number in range(chance.randint(3, 6)):
            style = chance.choice(["Normal", "Normal", "List Bullet", "Heading 2"])
            if number == 0 and panel == 0:
                style = "Normal"
            length = 4 if style == "Heading 2" else chance.randint(5, 30)
            paragraph = document.add_paragraph(style=style)
            if panel and not number:
                paragraph.add_run().add_break(WD_BREAK.COLUMN)
            run = paragraph.add_run(" ".join(chance.choices(WORDS, k=length)))
            run.font.name = "Carlito"
    return saved(document)


@pytest.fixture(scope="module")
def files(finished):
    shipped = {profile.stem: finished("brochure", profile) for profile in PROFILES}
    return shipped | {f"made-up-{seed}": made_up(seed) for seed in range(12)}


@pytest.fixture(scope="module")
def pages(files, laid_out):
    return laid_out(files)


NAMES = [*[profile.stem for profile in PROFILES], *[f"made-up-{seed}" for seed in range(12)]]


@pytest.mark.parametrize("name", NAMES)
def test_the_estimate_is_what_libreoffice_lays_out(name, files, pages):
    bottoms: dict[tuple[int, int], float] = {}
    for number, (width, words) in enumerate(pages[name], 1):
        for left, lower, _ in words:
            key = (number, min(int(left / (width / 3)), 2) + 1)
            bottoms[key] = max(bottoms.get(key, 0), lower)
    top = Document(io.BytesIO(files[name])).sections[0].top_margin.pt
    for fit in panel_fits(files[name]):
        page, panel = (int(figure) for figure in re.findall(r"\d+", fit.panel))
        laid_out = bottoms[page, panel] - top
        assert fit.used == pytest.approx(laid_out, abs=CLOSE + SHARE * laid_out), fit.panel


def test_a_panel_that_is_estimated_to_run_over_does_so_in_libreoffice(laid_out):
    full, over = ["line"] * 38, ["line"] * 42
    files = {"full": lines(full), "over": lines(over)}
    fits = {name: panel_fits(data)[0] for name, data in files.items()}
    assert {name: fit.overflows for name, fit in fits.items()} == {"full": False, "over": True}
    for name, pages in laid_out(files).items():
        width, words = pages[0]
        beyond = [text for left, _, text in words if left > width / 3]
        assert bool(beyond) == (name == "over")


@pytest.mark.parametrize("profile", [profile.stem for profile in PROFILES])
def test_a_shipped_brochure_has_two_pages_and_no_panel_runs_over(profile, files, pages):
    assert len(pages[profile]) == 2
    assert [fit.panel for fit in panel_fits(files[profile]) if fit.overflows] == []

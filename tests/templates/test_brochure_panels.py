"""The brochure as a sheet to fold: panels, breaks, watermark, two pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from jdgen.word import read_text
from jdgen.word.fit import panel_fits

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
PROFILES = [
    *(file.stem for file in sorted((ROOT / "profiles").glob("[a-z]*.yaml"))),
    DATA / "long.yaml",
    DATA / "bare.yaml",
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
TWIPS, MM = 1440, 1440 / 25.4
Finished = Callable[..., bytes]


def root(data: bytes, member: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(member))


def panels(section: etree._Element) -> Iterator[float]:
    """The widths of the panels of a page, from fold to fold, in twips."""
    margins = section.find(f"{W}pgMar")
    columns = section.findall(f"{W}cols/{W}col")
    assert margins is not None
    gaps = [int(column.get(f"{W}space", "0")) for column in columns]
    left, right = (int(margins.get(f"{W}{side}", "0")) for side in ("left", "right"))
    for at, column in enumerate(columns):
        before = left if at == 0 else gaps[at - 1] / 2
        after = right if at == len(columns) - 1 else gaps[at] / 2
        yield before + int(column.get(f"{W}w", "0")) + after


@pytest.mark.parametrize(
    ("paper", "wide", "narrow"),
    [("letter", 3.6875 * TWIPS, 3.625 * TWIPS), ("a4", 100 * MM, 97 * MM)],
)
def test_the_panel_that_folds_in_is_narrower(
    paper: str, wide: float, narrow: float, finished: Finished
) -> None:
    sections = root(finished("brochure", "riverbend", paper)).iter(f"{W}sectPr")
    outside, inside = (list(panels(section)) for section in sections)
    assert outside == pytest.approx([narrow, wide, wide], abs=6)
    assert inside == pytest.approx([wide, wide, narrow], abs=6)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_picture_on_the_cover_fills_its_column(paper: str, finished: Finished) -> None:
    document = root(finished("brochure", "riverbend", paper))
    column = list(document.iter(f"{W}col"))[2].get(f"{W}w", "0")
    (cover,) = document.iter(f"{WP}anchor")
    extent = cover.find(f"{WP}extent")
    assert extent is not None
    assert int(extent.get("cx", "0")) / 635 == pytest.approx(int(column), abs=20)


@pytest.mark.parametrize(("paper", "width"), [("letter", 11.0), ("a4", 11.69)])
def test_the_hills_keep_within_the_page(paper: str, width: float, finished: Finished) -> None:
    for member in ("word/footer1.xml", "word/footer2.xml"):
        (hills,) = root(finished("brochure", "riverbend", paper), member).iter(f"{WP}extent")
        assert width / 2 < int(hills.get("cx", "0")) / 914400 < width - 0.49


def test_the_text_keeps_a_quarter_inch_clear_of_folds_and_edges(finished: Finished) -> None:
    for section in root(finished("brochure", "riverbend")).iter(f"{W}sectPr"):
        gaps = [int(c.get(f"{W}space", "0")) for c in section.iter(f"{W}col")][:-1]
        margins = section.find(f"{W}pgMar")
        assert margins is not None
        assert min(gaps) / 2 >= TWIPS / 4
        assert all(
            int(margins.get(f"{W}{side}", "0")) >= TWIPS / 4
            for side in ("top", "right", "bottom", "left")
        )


@pytest.mark.parametrize("profile", PROFILES, ids=lambda p: Path(str(p)).stem)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_text_fits_its_panel(profile: str | Path, paper: str, finished: Finished) -> None:
    fits = panel_fits(finished("brochure", profile, paper))
    assert len(fits) == 6
    assert [fit for fit in fits if fit.overflows] == []


def test_each_panel_begins_with_its_own_first_words(finished: Finished) -> None:
    breaks = [
        element
        for element in root(finished("brochure", "riverbend")).iter(f"{W}br")
        if element.get(f"{W}type") == "column"
    ]
    alone = [next(element.iterancestors(f"{W}p")) for element in breaks]
    assert ["".join(paragraph.itertext()) for paragraph in alone] == ["", "", "", ""]
    following = [paragraph.getnext() for paragraph in alone]
    assert ["".join(p.itertext()) for p in following if p is not None] == [
        "How to reach us",
        "Riverbend Community Mental Health",
        "Who is a peer worker?",
        "What they do here",
    ]


def test_the_core_values_are_pale_behind_the_text_and_real_text_too(finished: Finished) -> None:
    data = finished("brochure", "riverbend")
    told = read_text(data)
    values = next(block.text for block in told.body() if block.text.startswith("Hope, "))
    names = [
        name.strip(" .").lower() for name in values.replace(" and health", ", health").split(",")
    ]
    assert len(names) == 13
    marks = " · ".join(told.watermarks).lower().split(" · ")
    assert sorted(marks) == sorted(names)
    shapes = list(root(data, "word/header1.xml").iter(f"{V}shape"))
    assert all(str(shape.get("id")).startswith("PowerPlusWaterMarkObject") for shape in shapes)
    assert all("z-index:-" in str(shape.get("style")) for shape in shapes)


def test_the_watermark_is_on_both_pages(finished: Finished) -> None:
    sections = list(root(finished("brochure", "riverbend")).iter(f"{W}sectPr"))
    assert len(sections) == 2
    assert all(section.find(f"{W}headerReference") is not None for section in sections)


def test_a_profile_can_do_without_the_watermark(finished: Finished, tmp_path: Path) -> None:
    for file in DATA.glob("*bare.yaml"):
        text = file.read_text(encoding="utf-8")
        text = text.replace("brochure:\n", "brochure:\n  watermark: false\n")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    assert read_text(finished("brochure", tmp_path / "bare.yaml")).watermarks == ()


def test_without_a_quote_the_flap_says_so(finished: Finished) -> None:
    told = read_text(finished("brochure", DATA / "bare.yaml"))
    assert any("no quotes" in block.text.lower() for block in told.body())
    assert not any(block.style == "Quote" for block in told.body())

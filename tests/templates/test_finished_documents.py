"""The three documents of every example profile, and of a very long and a very bare one."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from jdgen.word import read_text

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
KINDS = ("job-description", "expectation-statements", "brochure")
PROFILES = [
    *(file.stem for file in sorted((ROOT / "profiles").glob("[a-z]*.yaml"))),
    DATA / "long.yaml",
    DATA / "bare.yaml",
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
Finished = Callable[..., bytes]
every_document = pytest.mark.parametrize("kind", KINDS)
every_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda p: Path(str(p)).stem)


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@every_document
@every_profile
def test_no_mark_of_the_template_is_left(
    kind: str, profile: str | Path, finished: Finished
) -> None:
    text = "\n".join(block.text for block in read_text(finished(kind, profile)).blocks)
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\bNone\b|____|  ·  \.|\(\)", text)


@every_document
@every_profile
def test_it_makes_room_by_styles_alone(kind: str, profile: str | Path, finished: Finished) -> None:
    told = read_text(finished(kind, profile))
    assert [block.place for block in told.blocks if block.empty_for_space] == []
    assert not any("\t" in block.text for block in told.body())


@every_document
@every_profile
def test_its_headings_go_down_by_one_step_at_most(
    kind: str, profile: str | Path, finished: Finished
) -> None:
    roles = [block.role for block in read_text(finished(kind, profile)).body()]
    levels = [int(role[-1]) for role in roles if role.startswith("heading")]
    assert "title" in roles
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@every_document
@every_profile
def test_its_tables_and_pictures_can_be_read_aloud(
    kind: str, profile: str | Path, finished: Finished
) -> None:
    told = read_text(finished(kind, profile))
    assert told.tables_without_header == ()
    assert [block.place for block in told.blocks if "" in block.alt] == []
    for cell in body(finished(kind, profile)).iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


@every_document
@pytest.mark.parametrize("profile", ["riverbend", DATA / "bare.yaml"], ids=["with", "without"])
def test_the_logo_is_there_if_the_profile_names_one(
    kind: str, profile: str | Path, finished: Finished
) -> None:
    names = [shape.get("name") for shape in body(finished(kind, profile)).iter(f"{WP}docPr")]
    assert ("logo" in names) == (profile == "riverbend")


def test_the_statements_keep_their_numbers_without_the_group_statement(
    finished: Finished,
) -> None:
    def numbers(profile: str | Path) -> list[str]:
        table = next(body(finished("expectation-statements", profile)).iter(f"{W}tbl"))
        rows = list(table.iter(f"{W}tr"))[1:]
        return ["".join(next(row.iter(f"{W}tc")).itertext()) for row in rows]

    assert numbers("riverbend") == [str(number) for number in range(1, 18)]
    assert numbers(DATA / "bare.yaml") == [str(number) for number in range(1, 17)]


def drawn(finished: Finished, tag: str) -> list[etree._Element]:
    """What the drawings of a job description have under this name, in order."""
    return list(body(finished("job-description", "riverbend")).iter(f"{WP}{tag}"))


def test_the_longest_bar_is_as_long_as_the_one_drawn(finished: Finished) -> None:
    names = [shape.get("name") for shape in drawn(finished, "docPr")]
    sizes = [int(str(extent.get("cx"))) for extent in drawn(finished, "extent")]
    found = [size for name, size in zip(names, sizes, strict=True) if name == "Bar"]
    assert len(found) == 13
    assert max(found) == found[0] == round(2.45 * 914400)
    assert found[1] == pytest.approx(found[0] * 0.7, abs=2)


def test_every_bar_is_told_in_words(finished: Finished) -> None:
    shapes = drawn(finished, "docPr")
    told = [str(shape.get("descr")) for shape in shapes if shape.get("name") == "Bar"]
    assert len(told) == 13
    assert all(re.search(r"\d+%.*hours a week", text) for text in told)


def test_private_pay_leaves_no_heading_behind(finished: Finished, tmp_path: Path) -> None:
    for file in DATA.glob("*bare.yaml"):
        text = file.read_text(encoding="utf-8").replace("private: false", "private: true")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    told = read_text(finished("job-description", tmp_path / "bare.yaml"))
    headings = [block.text for block in told.body() if block.role == "heading1"]
    assert "Working conditions" in headings
    assert "Pay and benefits" not in headings

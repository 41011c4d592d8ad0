"""The nightly page as a browser shows it: on a desk, on a phone, in the dark and on paper."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from jdgen.reports import night_as_html
from jdgen.results import RunResult, WordChange
from tools.invented_night import OUT, document, invented_night

from .conftest import Browser

NIGHT = invented_night()
PAGE = night_as_html(NIGHT)
LONG = "Untranslatabledonaudampfschifffahrtsgesellschaft" * 4
OUTSIDE = "http://elsewhere.invalid/pixel.png"


def long_names() -> str:
    """A night whose names are longer than any screen is wide, with no place to break them."""
    made = document("riverbend", "brochure", "merged", waits=True, note=LONG, why=LONG)
    made = replace(
        made, title=LONG, path=OUT / LONG / f"{LONG}.docx", changes=(WordChange(LONG, "", LONG),)
    )
    profile = replace(NIGHT.run.profiles[3], profile_id=LONG, owner=LONG, documents=(made,))
    due = tuple(replace(entry, profile_id=LONG, what=LONG) for entry in NIGHT.due)
    chart = replace(NIGHT.charts[0], title=LONG)
    return night_as_html(
        replace(NIGHT, run=RunResult((profile,)), due=due, charts=(chart, *NIGHT.charts))
    )


def colours(picture: Path) -> set[bytes]:
    """The distinct pixels of a PNG of 8 bits, as chromium writes it, before its filters."""
    data, at, packed = picture.read_bytes(), 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    raw = zlib.decompress(packed)
    return {raw[i : i + 3] for i in range(0, len(raw) - 3, 101)}


def test_the_page_shows_what_it_says_without_a_word_on_the_console(browser: Browser) -> None:
    seen = browser.look(PAGE)
    for told in ("What waits for whom", "of their choice", "Dana Okafor", "Paid time"):
        assert told in seen.dom
    assert seen.console == ()


def test_the_page_asks_the_network_for_nothing(browser: Browser) -> None:
    assert browser.measure(PAGE, 1200)["asked"] == []
    loud = browser.look(f'<img src="{OUTSIDE}">')
    assert OUTSIDE in loud.asked  # the log would show it
    quiet = browser.look(PAGE.replace("</main>", f'<img src="{OUTSIDE}"></main>'))
    assert OUTSIDE not in quiet.asked  # the policy forbids even what was smuggled in
    assert quiet.console


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 768, 1200])
@pytest.mark.parametrize("page", [PAGE, long_names()], ids=["usual", "long names"])
def test_nothing_scrolls_sideways_and_every_text_can_be_read(
    browser: Browser, page: str, width: int, dark: bool
) -> None:
    found = browser.measure(page, width, dark=dark)
    assert found["dark"] is dark
    assert found["wide"] == []
    assert found["closedWidth"] <= found["clientWidth"]
    assert found["scrollWidth"] <= found["clientWidth"]
    assert found["texts"] > 50
    assert found["faint"] == []  # WCAG 2.2, 1.4.3: 4.5 to 1
    assert found["small"] == []
    assert found["faintestBar"] >= 3  # WCAG 2.2, 1.4.11


def test_every_link_and_fold_is_reached_by_keyboard_and_shows_it(browser: Browser) -> None:
    found = browser.measure(PAGE, 1200)
    assert found["reachable"] > 20
    assert found["reached"] == found["reachable"]


@pytest.mark.parametrize("width", [360, 1200])
def test_a_picture_of_the_page_is_not_blank(browser: Browser, width: int) -> None:
    blank = colours(browser.picture("<p></p>", width))
    assert len(colours(browser.picture(PAGE, width))) > len(blank) + 20


def test_paper_has_all_of_it_folded_parts_too(browser: Browser) -> None:
    paper = browser.print_out(PAGE)
    for told in ("Run a peer group", "harbour-hope-brochure.docx", "52 % of paid time", "14 %"):
        assert told in paper
    assert "Skip to what waits" not in paper


def test_the_measure_itself_sees_what_is_wrong(browser: Browser) -> None:
    bad = '<p style="width:900px;color:#999;background:#fff;font-size:9px">too wide and faint</p>'
    found = browser.measure(f"<html><body>{bad}</body></html>", 360)
    assert found["scrollWidth"] > found["clientWidth"]
    assert len(found["wide"]) == len(found["faint"]) == len(found["small"]) == 1

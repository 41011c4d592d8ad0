"""The template of the brochure: a trifold on two landscape pages, folded in C.

Outside, left to right: the flap that folds in (narrow), the back, the front cover. Inside: left,
middle, right (narrow). Panels are text columns, the order in which a screen reader reads them.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import drawing
from .package import LOGO, Template
from .wml import (
    LINE_BREAK,
    Page,
    Xml,
    bullets,
    choose,
    each,
    given,
    join,
    next_column,
    para,
    section,
)

_WIDE, _NARROW = 3.6875, 3.625
_EDGE, _FOLD = 0.375, 0.3
_COVER_WIDTH = _WIDE - _FOLD - _EDGE
_ART_HEIGHT = 3.5
_HILLS_HEIGHT = 1.35
_CLEAR = 0.25  # what an office printer cannot print on
Outline = tuple[Sequence[tuple[int, int]], ...]

# The core values, set in lines that fill the page; a test compares them with the shipped names.
_LINES = (
    "Hope · Recovery · Integrity · Trust",
    "Authenticity · Lifelong learning · Dignity",
    "Empathetic and equal relationships",
    "Personal growth · Respect · Social inclusion",
    "Self-determination · Health and wellness",
)


def template() -> Template:
    return Template(
        title="Peer support brochure",
        body=join(_flap(), _back(), _cover(), _left(), _middle(), _right(), section(_INSIDE)),
        headers={"rIdHeader": _header()},
        footers={
            "rIdOutside": para(
                "Header", _hills_along(3, _NARROW + _WIDE - _FOLD - _CLEAR, _OUTSIDE)
            ),
            "rIdInside": para("Header", _hills_along(4, 11 - 2 * _CLEAR, _INSIDE)),
        },
        logo=drawing.placeholder_logo(),
    )


def _page(first: float, second: float, third: float, *, bottom: float, footer: str = "") -> Page:
    """A page of three panels; the text keeps clear of edges and folds."""
    return Page(
        11,
        8.5,
        0.45,
        _EDGE,
        bottom,
        _EDGE,
        columns=(
            (first - _EDGE - _FOLD, 2 * _FOLD),
            (second - 2 * _FOLD, 2 * _FOLD),
            (third - _FOLD - _EDGE, 0),
        ),
        header="rIdHeader",
        footer=footer,
        edge=0.3,
    )


_OUTSIDE = _page(_NARROW, _WIDE, _WIDE, bottom=0.4, footer="rIdOutside")
_INSIDE = _page(_WIDE, _WIDE, _NARROW, bottom=0.8, footer="rIdInside")


def _header() -> Xml:
    marks = drawing.watermark(
        _LINES,
        ((2.75, 1.5), (3.3, 4.1), (4.7, 2.75), (8.0, 5.3), (3.2, 5.6)),
        height=0.5,
        per_letter=0.135,
        angle=340,
        colour="#e9eef2",
    )
    return choose("brochure.has_watermark", para("Header", marks), para("Header"))


def _flap() -> Xml:
    return join(
        para("PanelHeading", "{{ brochure.quotes_heading }}"),
        choose(
            "brochure.has_quotes",
            each(
                "quote",
                "brochure.quotes",
                para("Quote", "“{{ quote.text }}”"),
                para("QuoteSource", "{{ quote.attribution }}"),
            ),
            para("PanelText", "{{ brochure.no_quotes }}"),
        ),
        para("PanelSubheading", "{{ brochure.words_heading }}"),
        each(
            "entry",
            "explained.rows",
            para("PanelText", "**{{ entry.word }}:** {{ entry.meaning }}"),
        ),
    )


def _back() -> Xml:
    return join(
        next_column(),
        para("PanelHeading", "{{ brochure.reach_heading }}"),
        para("PanelText", "{{ contact.reach }}"),
        bullets("contact.lines", "PanelBullet"),
        given("PanelText", "contact.hours"),
        para("PanelText", "{{ brochure.cost }}"),
        given("KeyMessage", "contact.crisis"),
        para("PanelText", "{{ brochure.questions }}"),
        given("PanelText", "brochure.extra"),
        para("SmallPrint", "{{ document.version_line }}. {{ brochure.source }}"),
    )


def _cover() -> Xml:
    return join(
        next_column(),
        para(
            "CoverName",
            "{% if organization.has_logo %}",
            drawing.logo(2, LOGO, 1.9, 0.72),
            LINE_BREAK,
            "{% endif %}{{ organization.name }}",
        ),
        para("Title", _art(), "{{ brochure.cover_title }}"),
        para("LeadText", "{{ brochure.cover_line }}", section=section(_OUTSIDE)),
    )


def _left() -> Xml:
    return join(
        para("PanelHeading", "{{ brochure.what_heading }}"),
        each("text", "brochure.what", para("PanelText", "{{ text }}")),
        para("KeyMessage", "{{ brochure.not_clinical }}"),
        para("PanelSubheading", "{{ brochure.values_heading }}"),
        para("PanelText", "{{ core_values.line }}"),
    )


def _middle() -> Xml:
    return join(
        next_column(),
        para("PanelHeading", "{{ brochure.who_heading }}"),
        para("PanelText", "{{ brochure.who }}"),
        para("PanelSubheading", "{{ brochure.do_heading }}"),
        para("PanelText", "{{ brochure.general_introduction }}", keep_with_next=True),
        each("item", "brochure.general", para("PanelBullet", "{{ item.text }}")),
    )


def _right() -> Xml:
    return join(
        next_column(),
        para("PanelHeading", "{{ brochure.local_heading }}"),
        para("PanelText", "{{ brochure.local_introduction }}", keep_with_next=True),
        bullets("brochure.local", "PanelBullet"),
        para("PanelSubheading", "{{ brochure.choice_heading }}"),
        para("PanelText", "{{ brochure.choice }}"),
        para("PanelSubheading", "{{ brochure.private_heading }}"),
        para("PanelText", "{{ confidentiality.line }}"),
    )


_GRID = 1000, 1350
_FAR = (
    [(0, 760)],
    [(180, 560), (330, 560), (520, 700)],
    [(690, 820), (820, 640), (1000, 600)],
)
_NEAR = (
    [(0, 900)],
    [(260, 800), (430, 860), (620, 930)],
    [(760, 980), (880, 900), (1000, 820)],
)
_FRONT = (
    [(0, 1010)],
    [(200, 1080), (420, 1120), (600, 1060)],
    [(760, 1000), (880, 1040), (1000, 1090)],
)
_PATH = (
    [(330, 1350)],
    [(420, 1250), (700, 1230), (640, 1150)],
    [(600, 1100), (560, 1090), (596, 1062)],
    [(612, 1056)],
    [(600, 1090), (660, 1100), (710, 1150)],
    [(800, 1240), (560, 1260), (560, 1350)],
)
_BACK_RANGE = (
    [(0, 420)],
    [(150, 100), (260, 180), (420, 360)],
    [(560, 500), (760, 40), (1000, 200)],
)
_FRONT_RANGE = (
    [(0, 640)],
    [(240, 760), (380, 420), (580, 520)],
    [(740, 600), (860, 820), (1000, 560)],
)


def _hills(number: int, outline: Outline, size: tuple[float, float], colour: str) -> str:
    """A range of hills down to the foot of its picture."""
    width, height = _GRID
    ground = ([(width, height)], [(0, height)])
    geometry = drawing.outline(width, height, *outline, *ground)
    return drawing.shape(number, geometry, (0, 0, *size), colour)


def _art() -> Xml:
    """A sun over hills and a path: hope and a way ahead, in the two colours of the theme."""
    size = (_COVER_WIDTH, _ART_HEIGHT)
    sun = (_COVER_WIDTH * 0.56, 0.45, 0.95, 0.95)
    path = drawing.outline(*_GRID, *_PATH)
    return drawing.group(
        1,
        "Cover picture",
        size,
        drawing.shape(11, drawing.preset("rect"), (0, 0, *size), drawing.fill("bg2")),
        drawing.shape(12, drawing.preset("ellipse"), sun, drawing.fill("accent2")),
        _hills(13, _FAR, size, drawing.fill("accent1", ("alpha", 30))),
        _hills(14, _NEAR, size, drawing.fill("accent1", ("alpha", 55))),
        _hills(15, _FRONT, size, drawing.fill("accent1")),
        drawing.shape(16, path, (0, 0, *size), drawing.fill("bg2")),
    )


def _hills_along(number: int, width: float, page: Page) -> Xml:
    """Low, pale hills along the foot of a page; the end of a very long text may run over them."""
    size = (width, _HILLS_HEIGHT)
    return drawing.group(
        number,
        "Hills",
        size,
        _hills(17, _BACK_RANGE, size, drawing.fill("accent1", ("alpha", 12))),
        _hills(18, _FRONT_RANGE, size, drawing.fill("accent1", ("alpha", 22))),
        at=(_CLEAR, page.bottom - _CLEAR - _HILLS_HEIGHT),
    )

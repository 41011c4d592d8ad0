"""The template of the brochure: a trifold on two landscape pages, folded in C.

Outside, left to right: the flap that folds in (narrow), the back, the front cover. Inside: left,
middle, right (narrow). Panels are text columns, the order in which a screen reader reads them.
"""

from __future__ import annotations

from . import drawing
from .package import LOGO, Template
from .wml import (
    COLUMN_BREAK,
    LINE_BREAK,
    Page,
    Xml,
    bullets,
    choose,
    each,
    given,
    join,
    para,
    section,
)

_WIDE, _NARROW = 3.6875, 3.625
_EDGE, _FOLD = 0.375, 0.3
_COVER_WIDTH = _WIDE - _FOLD - _EDGE
_ART_HEIGHT = 4.1

CORE_VALUES = (
    "Hope",
    "Recovery",
    "Empathetic and equal relationships",
    "Integrity",
    "Authenticity",
    "Trust",
    "Lifelong learning",
    "Personal growth",
    "Self-determination",
    "Dignity",
    "Respect",
    "Social inclusion",
    "Health and wellness",
)
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
        logo=drawing.placeholder_logo(),
    )


def _page(first: float, second: float, third: float) -> Page:
    """A page of three panels; the text keeps clear of edges and folds."""
    return Page(
        11,
        8.5,
        0.45,
        _EDGE,
        0.4,
        _EDGE,
        columns=(
            (first - _EDGE - _FOLD, 2 * _FOLD),
            (second - 2 * _FOLD, 2 * _FOLD),
            (third - _FOLD - _EDGE, 0),
        ),
        header="rIdHeader",
        edge=0.3,
    )


_OUTSIDE = _page(_NARROW, _WIDE, _WIDE)
_INSIDE = _page(_WIDE, _WIDE, _NARROW)


def _header() -> Xml:
    marks = drawing.watermark(
        _LINES,
        ((3.0, 1.7), (7.9, 1.6), (5.5, 4.25), (3.1, 6.7), (8.0, 6.9)),
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
            para("LargeText", "{{ brochure.no_quotes }}"),
        ),
        para("Heading2", "{{ brochure.words_heading }}"),
        each(
            "entry",
            "explained.rows",
            para("LargeText", "**{{ entry.word }}:** {{ entry.meaning }}"),
        ),
    )


def _back() -> Xml:
    return join(
        para("PanelHeading", COLUMN_BREAK, "{{ brochure.reach_heading }}"),
        para("LargeText", "{{ contact.reach }}"),
        bullets("contact.lines", "LargeBullet"),
        given("LargeText", "contact.hours"),
        para("LargeText", "{{ brochure.cost }}"),
        given("KeyMessage", "contact.crisis"),
        para("Heading2", "{{ brochure.private_heading }}"),
        para("LargeText", "{{ confidentiality.line }}"),
        para("Heading2", "{{ brochure.values_heading }}"),
        para("BodyText", "{{ core_values.line }}"),
        para("SmallPrint", "{{ document.version_line }}. {{ brochure.source }}"),
    )


def _cover() -> Xml:
    return join(
        para(
            "CoverName",
            COLUMN_BREAK,
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
        each("text", "brochure.what", para("LargeText", "{{ text }}")),
        para("KeyMessage", "{{ brochure.not_clinical }}"),
    )


def _middle() -> Xml:
    return join(
        para("PanelHeading", COLUMN_BREAK, "{{ brochure.who_heading }}"),
        para("LargeText", "{{ brochure.who }}"),
        para("Heading2", "{{ brochure.do_heading }}"),
        para("LargeText", "{{ brochure.general_introduction }}", keep_with_next=True),
        each("item", "brochure.general", para("LargeBullet", "{{ item.text }}")),
    )


def _right() -> Xml:
    return join(
        para("PanelHeading", COLUMN_BREAK, "{{ brochure.local_heading }}"),
        para("LargeText", "{{ brochure.local_introduction }}", keep_with_next=True),
        bullets("brochure.local", "LargeBullet"),
        para("Heading2", "{{ brochure.choice_heading }}"),
        para("LargeText", "{{ brochure.choice }}"),
    )


def _art() -> Xml:
    """A sun over hills and a path: hope and a way ahead, in the two colours of the theme."""
    width, height = _COVER_WIDTH, _ART_HEIGHT
    whole = (0.0, 0.0, width, height)
    grid = 1000, 1350
    far = drawing.outline(
        *grid,
        [(0, 760)],
        [(180, 560), (330, 560), (520, 700)],
        [(690, 820), (820, 640), (1000, 600)],
        [(1000, 1350)],
        [(0, 1350)],
    )
    near = drawing.outline(
        *grid,
        [(0, 900)],
        [(260, 800), (430, 860), (620, 930)],
        [(760, 980), (880, 900), (1000, 820)],
        [(1000, 1350)],
        [(0, 1350)],
    )
    front = drawing.outline(
        *grid,
        [(0, 1010)],
        [(200, 1080), (420, 1120), (600, 1060)],
        [(760, 1000), (880, 1040), (1000, 1090)],
        [(1000, 1350)],
        [(0, 1350)],
    )
    path = drawing.outline(
        *grid,
        [(330, 1350)],
        [(420, 1250), (700, 1230), (640, 1150)],
        [(600, 1100), (560, 1090), (596, 1062)],
        [(612, 1056)],
        [(600, 1090), (660, 1100), (710, 1150)],
        [(800, 1240), (560, 1260), (560, 1350)],
    )
    return drawing.group(
        1,
        "Cover picture",
        (width, height),
        drawing.shape(11, drawing.preset("rect"), whole, drawing.fill("bg2")),
        drawing.shape(
            12, drawing.preset("ellipse"), (width * 0.56, 0.55, 0.95, 0.95), drawing.fill("accent2")
        ),
        drawing.shape(13, far, whole, drawing.fill("accent1", ("alpha", 30))),
        drawing.shape(14, near, whole, drawing.fill("accent1", ("alpha", 55))),
        drawing.shape(15, front, whole, drawing.fill("accent1")),
        drawing.shape(16, path, whole, drawing.fill("bg2")),
    )

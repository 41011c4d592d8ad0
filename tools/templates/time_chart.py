"""The time chart of the job description: bars drawn in Word, with their figures beside them."""

from __future__ import annotations

from collections.abc import Callable

from . import drawing
from .wml import Column, Xml, cell, choose, each_row, join, para, row, table

_CHART = (
    Column(38, "Function"),
    Column(38, "{{ time.chart_title }}"),
    Column(10, "Share", "TableHeadNumber"),
    Column(14, "Hours/week", "TableHeadNumber"),
)


def _by_side(item: str, draw: Callable[[int, str], Xml]) -> Xml:
    """One of three drawings: direct with lived experience, other direct, the rest."""
    return choose(
        f"{item}.is_direct and {item}.uses_lived",
        para("ChartBar", draw(0, "accent1"), keep_with_next=True),
        choose(
            f"{item}.is_direct",
            para("ChartBar", draw(1, "accent2"), keep_with_next=True),
            para("ChartBar", draw(2, "accent3"), keep_with_next=True),
        ),
    )


def _line(label: str, drawn: Xml, percent: str, hours: str) -> Xml:
    """One row of the time chart, which stays with the next: the chart is read as a whole."""
    widths = [column.percent for column in _CHART]
    return row(
        cell(widths[0], para("TableText", label, keep_with_next=True), middle=True),
        cell(widths[1], drawn, middle=True),
        cell(widths[2], para("TableNumber", percent, keep_with_next=True), middle=True),
        cell(widths[3], para("TableNumber", hours, keep_with_next=True), middle=True),
    )


def time_at_a_glance(width: float, *, end: Xml) -> Xml:
    """The heading, the chart and its sum in words, `width` inches wide; `end` ends the section."""

    def bar(step: int, colour: str) -> Xml:
        return drawing.bar(20 + step, "line.bar", "{{ line.alt }}", 2.45, 0.12, colour)

    def swatch(step: int, colour: str) -> Xml:
        return drawing.swatch(10 + step, 0.12, colour)

    line = _line(
        "{{ line.short }}", _by_side("line", bar), "{{ line.percent }}", "{{ line.hours }}"
    )
    part = _line(
        "**{{ part.label }}**",
        _by_side("part", swatch),
        "**{{ part.percent }}**",
        "**{{ part.hours }}**",
    )
    total = row(
        cell(
            _CHART[0].percent + _CHART[1].percent,
            para("TableStrong", "Total", keep_with_next=True),
            span=2,
        ),
        cell(
            _CHART[2].percent,
            para("TableNumber", "**{{ time.total_percent }}**", keep_with_next=True),
        ),
        cell(
            _CHART[3].percent,
            para("TableNumber", "**{{ time.total_hours }}**", keep_with_next=True),
        ),
    )
    return join(
        para("Heading1", "Time at a glance"),
        table(
            _CHART,
            each_row("line", "time.rows", line),
            each_row("part", "time.parts", part),
            total,
            about="Time chart: each function with its bar, share and hours",
            width=width,
            last_row=True,
            compact=True,
        ),
        para(
            "AfterTable",
            "{{ time.direct_sentence }} {{ time.lived_sentence }} {{ time.other_sentence }}",
            section=end,
        ),
    )

"""The template of the service expectation statements: one letter page in large type."""

from __future__ import annotations

from . import drawing
from .package import LOGO, Template
from .wml import (
    COLUMN_BREAK,
    Column,
    Page,
    Xml,
    bullets,
    cell,
    each_row,
    field,
    given,
    join,
    para,
    row,
    section,
    table,
    when,
)

_WIDTH = 7.0
_FIRST = Page(8.5, 11, 0.6, 0.75, 0.8, 0.75, footer="rIdFooter", edge=0.4)
_SECOND = Page(
    8.5,
    11,
    0.6,
    0.75,
    0.8,
    0.75,
    columns=((3.3, 0.4), (3.3, 0)),
    kind="continuous",
    edge=0.4,
)


def template() -> Template:
    return Template(
        title="What you can expect",
        body=join(_head(), _statements(), _notes(), section(_SECOND)),
        footers={"rIdFooter": _footer()},
        logo=drawing.placeholder_logo(),
    )


def _footer() -> Xml:
    return para(
        "Footer",
        "What you can expect, {{ organization.short_name }}  ·  {{ document.version_line }}  ·  Page ",
        field("PAGE"),
        " of ",
        field("NUMPAGES"),
    )


def _head() -> Xml:
    return join(
        when("organization.has_logo", para("Logo", drawing.logo(1, LOGO, 1.3, 0.45))),
        para("Title", "What you can expect"),
        para("Subtitle", "Peer support at {{ organization.name }}"),
        para("LargeText", "**{{ statements.stem }}** …", keep_with_next=True),
    )


def _statements() -> Xml:
    columns = (Column(7, "No.", "TableHeadNumber"), Column(93, "{{ statements.stem }} …"))
    statement = row(
        cell(7, para("TableHeadNumber", "{{ statement.number }}")),
        cell(93, para("LargeTable", "{{ statement.text }}")),
    )
    return table(
        columns,
        each_row("statement", "statements.rows", statement),
        about="What you can expect, by number",
        width=_WIDTH,
    )


def _notes() -> Xml:
    return join(
        para("SmallPrint", "{{ statements.codes_note }}", section=section(_FIRST)),
        para("Heading2", "{{ confidentiality.heading }}"),
        para("BodyText", "{{ confidentiality.introduction }} {{ confidentiality.limits_introduction }}"),
        bullets("confidentiality.limits"),
        para("BodyText", "{{ confidentiality.closing }}"),
        given("BodyText", "confidentiality.policy"),
        para("Heading2", COLUMN_BREAK, "Your choice"),
        para("BodyText", "{{ statements.choice }} {{ statements.cost }}"),
        para("Heading2", "How to reach us"),
        para("BodyText", "{{ contact.reach }}"),
        bullets("contact.lines"),
        para("Heading2", "If something is not right"),
        para("BodyText", "{{ contact.complaint }}"),
    )

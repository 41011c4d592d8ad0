"""The template of the service expectation statements: one letter page in large type."""

from __future__ import annotations

from dataclasses import replace

from . import drawing
from .package import LOGO, Template
from .wml import (
    Column,
    Page,
    Xml,
    bullets,
    cell,
    each_row,
    join,
    next_column,
    page_footer,
    para,
    row,
    section,
    table,
)

_WIDTH = 7.1
_FIRST = Page(8.5, 11, 0.45, 0.7, 0.6, 0.7, footer="rIdFooter", edge=0.3)
_SECOND = replace(_FIRST, columns=((3.375, 0.35), (3.375, 0)), kind="continuous", footer="")


def template() -> Template:
    return Template(
        title="What you can expect",
        body=join(_head(), _statements(), _notes(), section(_SECOND)),
        footers={"rIdFooter": page_footer("What you can expect, {{ organization.short_name }}")},
        logo=drawing.placeholder_logo(),
    )


def _head() -> Xml:
    return join(
        para(
            "Title",
            "{% if organization.has_logo %}",
            drawing.logo(1, LOGO, 1.7, 0.58, corner=True),
            "{% endif %}What you can expect",
        ),
        para("Subtitle", "Peer support at {{ organization.name }}"),
    )


def _statements() -> Xml:
    columns = (
        Column(6, "No.", "LargeTableNumber"),
        Column(94, "{{ statements.stem }} …", "LargeTableHead"),
    )
    statement = row(
        cell(6, para("LargeTableNumber", "{{ statement.number }}")),
        cell(94, para("LargeTable", "{{ statement.text }}")),
    )
    return table(
        columns,
        each_row("statement", "statements.rows", statement),
        about="What you can expect, by number",
        width=_WIDTH,
        compact=True,
    )


def _notes() -> Xml:
    return join(
        para("SmallPrint", "{{ statements.codes_note }}", section=section(_FIRST)),
        para("SmallHeading", "{{ confidentiality.heading }}"),
        para(
            "LargeText",
            "{{ confidentiality.introduction }} {{ confidentiality.limits_introduction }}",
        ),
        bullets("confidentiality.limits", "LargeBullet"),
        para("LargeText", "{{ confidentiality.closing }}"),
        para("SmallHeading", "Your choice"),
        para("LargeText", "{{ statements.choice }}"),
        next_column(),
        para("SmallHeading", "How to reach us"),
        para("LargeText", "{{ contact.reach }} {{ contact.lines|join('; ') }}"),
        para("SmallHeading", "If something is not right"),
        para("LargeText", "{{ contact.complaint }} {{ contact.complaint_steps|join(' ') }}"),
    )

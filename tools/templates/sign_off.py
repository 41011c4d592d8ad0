"""The end of the job description: who signs, what changed, who keeps it up to date."""

from __future__ import annotations

from .wml import Column, Xml, cell, each_row, join, para, row, row_when, table, when

_SIGNED = (
    Column(32, "Position"),
    Column(22, "Name"),
    Column(28, "Signature"),
    Column(18, "Date"),
)
_VERSIONS = (
    Column(12, "Version"),
    Column(24, "Date"),
    Column(24, "By"),
    Column(40, "What changed"),
)


def sign_off(width: float) -> Xml:
    """Approvals, acknowledgment, versions and the small print, `width` inches wide."""
    return join(
        when("approvals.has_rows or approvals.has_acknowledgment", _approvals(width)),
        when("history.has_rows", _history(width)),
        para(
            "SmallPrint",
            "{{ document.version_line }}"
            "{% if document.owner %}. Kept up to date by {{ document.owner }}{% endif %}"
            "{% if document.review_by %}. To be reviewed by {{ document.review_by }}{% endif %}.",
        ),
    )


def _approvals(width: float) -> Xml:
    approval = _line("{{ approval.role }}", "{{ approval.name }}", "{{ approval.date }}")
    worker = _line("{{ role.title }}", "", "", last=True)
    return join(
        para("Heading1", "Approvals and acknowledgment"),
        when(
            "approvals.acknowledgment",
            para("BodyText", "{{ approvals.acknowledgment }}", keep_with_next=True),
        ),
        table(
            _SIGNED,
            each_row("approval", "approvals.rows", approval),
            row_when("approvals.has_acknowledgment", worker),
            about="Room to sign",
            width=width,
        ),
    )


def _line(position: str, name: str, date: str, *, last: bool = False) -> Xml:
    """One row to sign; the rows stay together on a page."""
    texts = zip(_SIGNED, (position, name, "", date), strict=True)
    cells = (
        cell(column.percent, para("TableText", text, keep_with_next=not last))
        for column, text in texts
    )
    return row(*cells, height=0.34)


def _history(width: float) -> Xml:
    texts = [f"{{{{ entry.{name} }}}}" for name in ("version", "date", "by", "what")]
    cells = (
        cell(column.percent, para("TableText", text))
        for column, text in zip(_VERSIONS, texts, strict=True)
    )
    return join(
        para("Heading1", "Revision history"),
        table(
            _VERSIONS,
            each_row("entry", "history.rows", row(*cells)),
            about="Revision history",
            width=width,
            compact=True,
        ),
    )

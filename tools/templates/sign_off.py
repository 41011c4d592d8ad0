"""The end of the job description: who signs, what changed, who keeps it up to date."""

from __future__ import annotations

from .wml import Column, Xml, cell, each_row, join, para, row, row_when, table, when


def sign_off(width: float) -> Xml:
    """Approvals, acknowledgment, versions and the small print, `width` inches wide."""
    columns = (
        Column(32, "Position"),
        Column(22, "Name"),
        Column(28, "Signature"),
        Column(18, "Date"),
    )

    def line(position: str, name: str, date: str, *, last: bool = False) -> Xml:
        """One row to sign; the rows stay together on a page."""
        texts = zip(columns, (position, name, "", date), strict=True)
        return row(
            *(
                cell(c.percent, para("TableText", text, keep_with_next=not last))
                for c, text in texts
            ),
            height=0.34,
        )

    versions = (
        Column(12, "Version"),
        Column(24, "Date"),
        Column(24, "By"),
        Column(40, "What changed"),
    )
    texts = [f"{{{{ entry.{name} }}}}" for name in ("version", "date", "by", "what")]
    version = row(
        *(
            cell(column.percent, para("TableText", text))
            for column, text in zip(versions, texts, strict=True)
        )
    )
    return join(
        when(
            "approvals.has_rows or approvals.has_acknowledgment",
            para("Heading1", "Approvals and acknowledgment"),
            when(
                "approvals.acknowledgment",
                para("BodyText", "{{ approvals.acknowledgment }}", keep_with_next=True),
            ),
            table(
                columns,
                each_row(
                    "approval",
                    "approvals.rows",
                    line("{{ approval.role }}", "{{ approval.name }}", "{{ approval.date }}"),
                ),
                row_when(
                    "approvals.has_acknowledgment", line("{{ role.title }}", "", "", last=True)
                ),
                about="Room to sign",
                width=width,
            ),
        ),
        when(
            "history.has_rows",
            para("Heading1", "Revision history"),
            table(
                versions,
                each_row("entry", "history.rows", version),
                about="Revision history",
                width=width,
                compact=True,
            ),
        ),
        para(
            "SmallPrint",
            "{{ document.version_line }}"
            "{% if document.owner %}. Kept up to date by {{ document.owner }}{% endif %}"
            "{% if document.review_by %}. To be reviewed by {{ document.review_by }}{% endif %}.",
        ),
    )

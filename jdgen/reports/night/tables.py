"""The parts of the page that are looked up: dates, paid time, documents nobody asks for, all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jdgen.nights import Due, Night, Orphan, TimeChart
from jdgen.reports.night import view
from jdgen.reports.night.html import Child, Html, tag
from jdgen.reports.night.sections import Links, badge, folded, section, state_badge
from jdgen.reports.night.words import many

_OPEN_ROWS = 15
_COLOURS = 8


def dates(night: Night, links: Links) -> Html:
    """Consents, waivers and reviews that run out, by date."""
    today = night.ended.date()
    due = sorted(night.due, key=lambda entry: (entry.day, entry.file, entry.line))
    rows = [_due_row(entry, today, links) for entry in due]
    head = ("Date", "When", "What ends", "Where")
    note = "Renew them in the profile. From its day on, what has ended is left out or told."
    return section("dates", "Dates that come up", note, *_long_table("Dates", head, rows, "dates"))


def _due_row(entry: Due, today: date, links: Links) -> list[Child]:
    days = (entry.day - today).days
    when = f"in {many(days, 'day', 'days')}" if days > 0 else "today"
    past = badge(f"{many(-days, 'day', 'days')} ago", "urgent") if days < 0 else None
    day = tag("time", f"{entry.day:%d %B %Y}".lstrip("0"), datetime=entry.day.isoformat())
    place = links.to(entry.file, entry.line)
    return [day, past or when, entry.what, place]


def orphans(night: Night, links: Links) -> Html:
    """Documents that stay though no profile asks for them."""
    rows = [_orphan_row(entry, links) for entry in night.orphans]
    head = ("Document", "Profile", "Why")
    note = "They stay until somebody removes them. After a look, the administrator types:"
    prune = tag("p", tag("code", view.prune_command(night)), class_="command") if rows else None
    table = _long_table("Documents no profile asks for", head, rows, "documents")
    return section("orphans", "No longer asked for", note, prune, *table)


def _orphan_row(entry: Orphan, links: Links) -> list[Child]:
    return [links.to(entry.path), entry.profile_id, entry.reason]


def all_documents(night: Night, links: Links) -> Html:
    """Every document of the night with its state and why."""
    rows: list[list[Child]] = []
    for profile, made in view.documents(night):
        name = links.to(made.path) if made.path else made.title
        state = state_badge(view.told_state(made), dry=night.dry_run)
        rows.append([name, profile.profile_id, state, view.reason(made)])
    if not rows:
        return Html("")
    head = ("Document", "Profile", "State", "Why")
    table = _table("All documents", head, rows, "stacked wide")
    return section("documents", "All documents", "", folded(f"Show all {len(rows):,}", table))


def charts(night: Night) -> Html:
    """How the paid week of each role is divided, as bars with their figures."""
    roles = [_chart(chart) for chart in night.charts]
    note = "Each strip is one paid week. Open a role for its parts in words and figures."
    first, more = roles[:_OPEN_ROWS], roles[_OPEN_ROWS:]
    rest = folded(f"{len(more):,} more roles", *more) if more else None
    return section("time", "Paid time", note, tag("div", *first) if first else None, rest)


def _chart(chart: TimeChart) -> Html:
    most = max((share.percent for share in chart.shares), default=0) or 1
    rows = [
        tag(
            "tr",
            tag("th", share.label, scope="row"),
            tag("td", _bar(share.percent / most, index), class_="bar"),
            tag("td", f"{share.percent:g} %", class_="number"),
            tag("td", f"{share.hours:g} h", class_="number"),
        )
        for index, share in enumerate(chart.shares)
    ]
    names = ("Part of the week", "Share", "Percent", "Hours a week")
    head = tag("tr", *(tag("th", name, scope="col") for name in names))
    caption = tag("caption", f"Paid week: {chart.title}", class_="hidden")
    hours = sum(share.hours for share in chart.shares)
    told = tag("span", chart.title, class_="name"), tag("span", f"{hours:g} hours", class_="of")
    table = tag("table", caption, tag("thead", head), tag("tbody", *rows), class_="chart")
    summary = tag("summary", *told, _strip(chart))
    return tag("details", summary, table, class_="role")


def _bar(part: float, index: int) -> Html:
    bar = tag("rect", width=f"{100 * part:.1f}", height=10, class_=f"c{index % _COLOURS}")
    return tag("svg", bar, viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true")


def _strip(chart: TimeChart) -> Html:
    """The whole week as one strip; the table below says it in words."""
    shares = [(share.percent, f"c{i % _COLOURS}") for i, share in enumerate(chart.shares)]
    parts = ", ".join(f"{share.label} {share.percent:g} %" for share in chart.shares)
    return strip(shares, f"Paid week of {chart.title}: {parts}")


def strip(shares: Sequence[tuple[float, str]], label: str) -> Html:
    """Parts of a whole as one bar, with a gap between them; `label` says it in words."""
    total = sum(size for size, _ in shares) or 1
    gap, left, rects = 0.4, 0.0, []
    for size, name in shares:
        width = 100 * size / total
        rects.append(
            tag(
                "rect",
                x=f"{left:.2f}",
                width=f"{max(width - gap, 0.4):.2f}",
                height=10,
                class_=name,
            )
        )
        left += width
    return tag(
        "svg", *rects, viewBox="0 0 100 10", preserveAspectRatio="none", role="img",
        aria_label=label, class_="strip",
    )  # fmt: skip


def _long_table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[Child]], noun: str
) -> list[Html]:
    """A table, its end folded away where it is long."""
    if not rows:
        return []
    first, more = rows[:_OPEN_ROWS], rows[_OPEN_ROWS:]
    rest = [folded(f"{len(more):,} more {noun}", _table(caption, head, more))] if more else []
    return [_table(caption, head, first), *rest]


def _table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[Child]], style: str = "stacked"
) -> Html:
    top = tag("tr", *(tag("th", name, scope="col") for name in head))
    body = [
        tag(
            "tr",
            tag("th", row[0], scope="row"),
            *(tag("td", tag("div", cell), data_label=name)
              for cell, name in zip(row[1:], head[1:], strict=True)),
        )
        for row in rows
    ]  # fmt: skip
    told = tag("caption", caption, class_="hidden")
    return tag("table", told, tag("thead", top), tag("tbody", *body), class_=style)

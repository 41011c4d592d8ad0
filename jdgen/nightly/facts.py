"""What reports tell of a profile besides its documents: days that come, and how time divides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from jdgen.model import Profile
from jdgen.nightly import messages
from jdgen.nightly.messages import DUE
from jdgen.nights import Due, TimeChart, TimeShare
from jdgen.timetable import time_table


def days_of(profile: Profile) -> tuple[Due, ...]:
    """Every day on which something of a profile ends, whenever that is; sorted."""
    found = [
        Due(profile.id, profile.place(field).file, profile.place(field).line, what, day)
        for pattern, what in DUE.items()
        for field, day in _days(profile, pattern)
    ]
    return tuple(sorted(found, key=lambda due: (due.day, due.what, due.line)))


def _days(profile: Profile, pattern: str) -> Iterator[tuple[str, date]]:
    """The days at a path; `*` stands for each entry of a list."""
    before, star, after = pattern.partition(".*")
    count = len(profile.get(before, ())) if star else 0
    for field in [f"{before}.{n}{after}" for n in range(count)] if star else [pattern]:
        day = profile.get(field)
        if isinstance(day, date):
            yield field, day


def chart_of(profile: Profile) -> TimeChart:
    """How the paid week divides."""
    shares = tuple(
        TimeShare(
            row.name if row.duty else row.name.replace("_", " ").capitalize(),
            float(row.percent),
            float(row.hours),
        )
        for row in time_table(profile).rows
    )
    return TimeChart(profile.id, str(profile.get("role.title", "")), shares)


def why_older(profile: Profile) -> str:
    """Why a copy for readers that lies elsewhere is not renewed any more."""
    if profile.get("status") != "approved":
        return messages.NOT_APPROVED
    named = profile.get("outputs.public_folder")
    return messages.OTHER_FOLDER if named else messages.NO_FOLDER


def dues_from(told: Any) -> tuple[Due, ...]:
    """The days as a memory holds them."""
    return tuple(Due(**{**one, "day": date.fromisoformat(one["day"])}) for one in told)


def chart_from(told: Any) -> TimeChart:
    """The time chart as a memory holds it."""
    shares = tuple(TimeShare(**one) for one in told["shares"])
    return TimeChart(told["profile_id"], told["title"], shares)

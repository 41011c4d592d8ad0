"""How a role's paid time divides: rows, hours that add up, and the totals that are never typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from jdgen.model import Duty, Profile

SHARES_WITHOUT_DUTY = ("supervision", "peer_community", "training", "meetings", "administration")
LIVED_WEIGHT = {"yes": Decimal(1), "partly": Decimal("0.5"), "no": Decimal(0)}
_STEP = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Share:
    """One row: `hours` are hours per week, in tenths; `field` is its path in the profile."""

    name: str
    percent: Decimal
    hours: Decimal
    field: str
    duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class TimeTable:
    """All rows and totals, in percent of paid hours.

    `direct` sums the duties whose side is direct; `direct_lived` counts those that use lived
    experience, whole for yes and half for partly (two measures: Toolkit, readiness checklist and
    success checklist, against its task guidelines).
    """

    rows: tuple[Share, ...]
    total: Decimal
    direct: Decimal
    direct_lived: Decimal
    without_lived: Decimal
    hours_per_week: Decimal


def time_table(profile: Profile) -> TimeTable:
    """The time table of a profile; hours are rounded so that the printed rows add up."""
    weekly = Decimal(str(profile.get("role.hours_per_week", 0)))
    entries: list[tuple[str, Decimal, str, Duty | None]] = [
        (duty.text, duty.percent, f"{duty.field}.percent", duty) for duty in profile.duties
    ]
    for name in SHARES_WITHOUT_DUTY:
        percent = Decimal(str(profile.get(f"time.{name}", 0)))
        if percent:
            entries.append((name, percent, f"time.{name}", None))
    hours = rounded_hours([percent for _, percent, _, _ in entries], weekly)
    rows = tuple(
        Share(name, percent, hour, field, duty)
        for (name, percent, field, duty), hour in zip(entries, hours, strict=True)
    )
    direct = [duty for duty in profile.duties if duty.side == "direct"]
    lived = sum((d.percent * LIVED_WEIGHT[d.uses_lived_experience] for d in direct), Decimal(0))
    total = sum((row.percent for row in rows), Decimal(0))
    return TimeTable(
        rows=rows,
        total=total,
        direct=sum((duty.percent for duty in direct), Decimal(0)),
        direct_lived=lived,
        without_lived=total - lived,
        hours_per_week=weekly,
    )


def rounded_hours(percents: Sequence[Decimal], weekly: Decimal) -> list[Decimal]:
    """Hours per week of each share, in tenths of an hour, that add up to those of the whole."""
    return rounded([percent * weekly / 100 for percent in percents], _STEP)


def rounded(exact: Sequence[Decimal], step: Decimal) -> list[Decimal]:
    """Figures in whole steps (1, 0.1) that add up to the rounded total, by largest remainder."""
    floors = [figure.quantize(step, ROUND_FLOOR) for figure in exact]
    missing = int((sum(exact, Decimal(0)).quantize(step) - sum(floors, Decimal(0))) / step)
    by_remainder = sorted(range(len(exact)), key=lambda i: floors[i] - exact[i])
    for index in by_remainder[:missing]:
        floors[index] += step
    return floors

"""Figures behind words: how often a year something happens, how old a day is in months."""

from __future__ import annotations

from datetime import date
from typing import Any

_TIMES_A_YEAR = {
    "daily": 250,
    "weekly": 52,
    "every two weeks": 26,
    "biweekly": 26,
    "fortnightly": 26,
    "twice a month": 24,
    "monthly": 12,
    "every two months": 6,
    "quarterly": 4,
    "twice a year": 2,
    "yearly": 1,
    "as needed": 0,
    "none": 0,
}


def times_a_year(frequency: Any) -> int:
    """How often a year, for a frequency in the words of the profile; 0 for "as needed" and none."""
    return _TIMES_A_YEAR.get(str(frequency or "none").strip().casefold(), 0)


def months_between(first: date, last: date) -> int:
    """Whole months from the first day to the last; less than 0 where the last lies before."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)

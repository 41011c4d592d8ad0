"""Figures behind words: how often a year something happens, how old a day is in months."""

from __future__ import annotations

from datetime import date
from typing import Any

from jdgen.guidelines.facts import frequencies


def times_a_year(frequency: Any) -> int:
    """How often a year, for a frequency in the words of the profile; 0 for "as needed" and none."""
    return frequencies().get(str(frequency or "none").strip().casefold(), 0)


def months_between(first: date, last: date) -> int:
    """Whole months from the first day to the last; less than 0 where the last lies before."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)

"""What readers of a place expect of paper, dates, money and lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from jdgen.yaml_source import load_data


@dataclass(frozen=True, slots=True)
class Habits:
    """The habits of one locale, as `locales.yaml` explains them."""

    paper: Literal["letter", "a4"]
    month_first: bool
    currency: str
    last_comma: bool


@cache
def habits_of(locale: str) -> Habits:
    """The habits of a locale that profiles may name; KeyError for any other."""
    return Habits(**_table()["locales"][locale])


def sign_of(currency: str) -> str:
    """The sign of a currency as readers elsewhere know it, "" for one that has none here."""
    return str(_table()["signs"].get(currency, ""))


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = load_data(files("jdgen.documents").joinpath("locales.yaml"))
    return table

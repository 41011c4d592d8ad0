"""How a locale writes dates, money, numbers and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from jdgen.documents.habits import habits_of, sign_of

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def written_date(day: date, locale: str) -> str:
    """December 1, 2026 in Canada and the United States, 1 December 2026 elsewhere."""
    month = MONTHS[day.month - 1]
    if habits_of(locale).month_first:
        return f"{month} {day.day}, {day.year}"
    return f"{day.day} {month} {day.year}"


def money(amount: Decimal, currency: str, locale: str) -> str:
    """An amount with the sign readers of the place expect, and two places unless it is large.

    A dollar needs no country at home; a currency without a known sign is written as its code.
    """
    sign = sign_of(currency) or (f"{currency} " if currency else "")
    if currency == habits_of(locale).currency:
        sign = sign[-1]
    whole = amount == amount.to_integral_value() and amount >= 1000
    return f"{sign}{amount:,.0f}" if whole else f"{sign}{amount:,.2f}"


def number(value: Decimal | int) -> str:
    """A number without needless zeros: 12, 3.6."""
    return f"{Decimal(value).normalize():f}"


def percent(value: Decimal | int) -> str:
    """A share with its sign: 12%."""
    return f"{number(value)}%"


def listed(texts: Sequence[str], word: str = "and", locale: str = "en-CA") -> str:
    """Texts in one phrase: "a, b and c"; with the comma before the last that readers in the
    United States expect."""
    if len(texts) < 2:
        return "".join(texts)
    comma = "," if habits_of(locale).last_comma and len(texts) > 2 else ""
    return f"{', '.join(texts[:-1])}{comma} {word} {texts[-1]}"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def within(text: str, names: str = "") -> str:
    """The text for the middle of a sentence: no full stop, and no capital at its start.

    The capital stays in an acronym, in "I", and in a word that stands in `names`.
    """
    first = re.split(r"\W", text, maxsplit=1)[0]
    kept = first[1:] != first[1:].lower() or first == "I" or first in re.findall(r"\w+", names)
    return bare(text if kept else text[:1].lower() + text[1:])


def label(text: str, most: int = 40) -> str:
    """The beginning of a sentence as a label: its first clause, in whole words, at most so long."""
    clause = re.split(r"[,;:.(\u2013\u2014]", text, maxsplit=1)[0].strip()
    if len(clause) <= most:
        return clause
    return f"{clause[: most - 1].rsplit(' ', 1)[0]}\u2026"


def with_article(text: str) -> str:
    """The text with a or an, by its first letter."""
    return f"{'an' if text[:1].lower() in 'aeio' else 'a'} {text}" if text else ""


def bare(text: str) -> str:
    """The text without the full stop at its end, for a label or a phrase."""
    return text.removesuffix(".")

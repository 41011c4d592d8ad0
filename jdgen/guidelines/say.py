"""Small words for messages: figures, days and lists as a person says them aloud."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal


def number(value: Decimal | float) -> str:
    """A figure without trailing zeros: 60, 12.5."""
    text = f"{Decimal(str(value)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(value: Decimal | float) -> str:
    """A share: "60 percent"."""
    return f"{number(value)} percent"


def listed(items: Iterable[str]) -> str:
    """Items in a row: "1", "1 and 2", "1, 2 and 3"."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 duty", "3 duties"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def quoted(text: str, limit: int = 60) -> str:
    """A text in quotes; a long one is cut after a word: “Go along with participants …”."""
    told = text.strip().rstrip(".")
    if len(told) > limit:
        told = f"{told[:limit].rsplit(' ', 1)[0].rstrip(' ,;:')} …"
    return f"“{told}”"

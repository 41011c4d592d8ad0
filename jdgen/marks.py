"""Invisible marks that carry the origin of a text through a template and out again.

A traced value is wrapped as OPEN, its number in private-use digits, the text, CLOSE. Marks nest.
Profiles may not hold private-use characters, so a mark in a finished text is always one of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

OPEN, CLOSE = "\ue000", "\ue001"
_DIGITS = str.maketrans("0123456789", "".join(chr(0xE010 + digit) for digit in range(10)))
_NUMERALS = {0xE010 + digit: str(digit) for digit in range(10)}
_MARK = re.compile("\ue000[\ue010-\ue019]+|\ue001")


class Marked(NamedTuple):
    """Characters `start` to `end` of a stripped text carry the mark `number`."""

    start: int
    end: int
    number: int


def wrap(text: str, number: int) -> str:
    """The text inside the mark `number`; an empty text stays empty: conditions still work."""
    return f"{OPEN}{str(number).translate(_DIGITS)}{text}{CLOSE}" if text else text


def strip(text: str) -> str:
    """The text without any mark."""
    return _MARK.sub("", text) if OPEN in text or CLOSE in text else text


def spans(text: str) -> Iterator[Marked]:
    """Every marked stretch, by offsets into `strip(text)`, inner ones first.

    A mark that was cut off (by a filter such as `truncate`) ends where the text ends.
    """
    stack: list[tuple[int, int]] = []
    removed = 0
    for found in _MARK.finditer(text):
        mark = found.group()
        at = found.start() - removed
        removed += len(mark)
        if mark != CLOSE:
            stack.append((at, int(mark[1:].translate(_NUMERALS))))
        elif stack:
            start, number = stack.pop()
            yield Marked(start, at, number)
    for start, number in reversed(stack):
        yield Marked(start, len(text) - removed, number)

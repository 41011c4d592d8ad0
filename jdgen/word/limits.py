"""What a template may cost: steps of loops, length of texts, size of the finished part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sized
from itertools import islice
from typing import Any

MAX_STEPS = 200_000
MAX_TEXT = 200_000
MAX_PART = 4_000_000  # twenty times the longest document that ships
MAX_NUMBER, MAX_POWER = 10**12, 12
_BATCH = 512


class TooMuchError(Exception):
    """A template asks for more than any document needs; the text says of what."""


class Budget:
    """Counts the steps of all loops of one rendering."""

    def __init__(self) -> None:
        self.steps = 0

    def count(self, items: Iterable[Any]) -> Iterable[Any]:
        """The items, counted before the loop over them starts."""
        counted = items if isinstance(items, Sized) else list(items)
        self.steps += len(counted)
        if self.steps > MAX_STEPS:
            raise TooMuchError(f"its loops take more than {MAX_STEPS:,} steps")
        return counted

    @staticmethod
    def allow(length: int) -> None:
        """Stops a text that would be longer than any value of a document may be."""
        if length > MAX_TEXT:
            raise TooMuchError(f"one value is longer than {MAX_TEXT:,} characters")


def size_of(value: Any) -> int:
    """How many characters and values there are in it, counted no further than the limit."""
    size, waiting = 0, [value]
    while waiting and size <= MAX_TEXT:
        found = waiting.pop()
        if isinstance(found, (list, tuple)):
            waiting += found
        elif isinstance(found, Mapping):
            waiting += found.values()
        size += len(found) if isinstance(found, Sized) else 1
    return size


def join_pieces(pieces: Iterable[str]) -> str:
    """The finished part, stopped as soon as it outgrows its limit."""
    found: list[str] = []
    stream, size = iter(pieces), 0
    while batch := list(islice(stream, _BATCH)):
        size += sum(map(len, batch))
        if size > MAX_PART:
            raise TooMuchError(f"one part grows beyond {MAX_PART:,} characters")
        found += batch
    return "".join(found)


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Refuses an operation whose result would be huge, before it is worked out."""
    sized = [item for item in (left, right) if isinstance(item, Sized)]
    if operator == "%" and isinstance(left, str):
        raise TooMuchError("a text cannot be formatted with %; write {{ … }} for each value")
    if operator == "*" and sized:
        times = right if sized[0] is left else left
        Budget.allow(size_of(sized[0]) * times if isinstance(times, int) else 0)
    elif operator == "+":
        Budget.allow(sum(map(size_of, sized)))
    elif operator == "**" and (abs(left) > MAX_NUMBER or abs(right) > MAX_POWER):
        raise TooMuchError("one number is larger than any document needs")

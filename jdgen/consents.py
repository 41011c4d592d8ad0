"""Quotes that nobody may read any more, known again wherever they still stand.

A document keeps a quote without consent where a person rejected its deletion in Word, and the
profile may say nothing of it any more. So the store notes each quote that a document ever printed:
not its words, only hashes of every few of them in a row. That is enough to know it again, even
after a small change, and nothing to read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from jdgen.merge.tokens import fold_all
from jdgen.model import Block, Span

_TOGETHER = 4  # so many words in a row say whose they are; fewer stand in any text
_STILL_THE_SAME = 0.5  # the share of such rows by which a quote is known again
_QUOTE = re.compile(r"brochure\.quotes\.\d+\.text")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Trace:
    """What is kept of a quote: hashes of every `length` words of it in a row."""

    length: int
    rows: tuple[str, ...]

    @classmethod
    def of(cls, quote: str) -> Trace:
        """The trace of a text."""
        length = min(_TOGETHER, len(_words(quote)))
        return cls(length, tuple(sorted(_rows(quote, length))))

    def is_all_in(self, text: str) -> bool:
        """Whether a text holds every word of the quote, so that nothing of it is withheld."""
        return _rows(text, self.length).issuperset(self.rows)

    def is_in(self, text: str, allowed: str) -> bool:
        """Whether a text holds the quote; rows of words that `allowed` holds prove nothing."""
        left = set(self.rows) - _rows(allowed, self.length)
        found = left & _rows(text, self.length)
        return bool(left) and len(found) >= _STILL_THE_SAME * len(left)


def quotes_in(read: Callable[[], Iterable[Block]], origins: Iterable[Span]) -> Iterator[str]:
    """The words of the quotes that a document prints, by the origins of its words.

    `read` gives its paragraphs, and is asked only where there are any.
    """
    spans = [span for span in origins if any(map(_QUOTE.fullmatch, span.fields))]
    texts = {(block.part, block.index): block.text for block in (read() if spans else ())}
    for span in spans:
        yield texts.get((span.part, span.block), "")[span.start : span.end]


def _words(text: str) -> list[str]:
    return _WORD.findall(fold_all(text).casefold())


def _rows(text: str, length: int) -> set[str]:
    words = _words(text)
    rows = (" ".join(words[n : n + length]) for n in range(len(words) - length + 1))
    return {hashlib.sha256(row.encode("utf-8")).hexdigest()[:16] for row in rows if row}

"""The words of a Markdown line without its marks, each with the column it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAGS = (
    "a|b|br|code|details|div|em|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|summary|sup|table"
    "|td|th|tr|u|ul"
)
_MARK = re.compile(
    r"(?P<keep>_{3,})"
    r'|!?\[(?P<label>[^\[\]]{0,300})\]\([^()\s]{0,500}(?:\s+"[^"]{0,300}")?\)'
    r"|\*\*|__(?=\w)|(?<=\w)__|(?<!\w)[*_](?=\w)|(?<=[\w.!?,;:)])[*_](?!\w)"
    rf"|`+|</?(?:{_TAGS})\b[^<>]{0, 300}>|\\(?=[^\w\s])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text as it stands in its line; columns count from 1."""

    text: str
    column: int


def plain_pieces(line: str, start: int, end: int) -> Iterator[Piece]:
    """The text between two characters of a line, without marks of emphasis, links and tags."""
    at = start
    for mark in _MARK.finditer(line, start, end):
        if mark["keep"]:
            continue
        yield from _piece(line, at, mark.start())
        if mark["label"] is not None:
            yield from _piece(line, *mark.span("label"))
        at = mark.end()
    yield from _piece(line, at, end)


def raw_pieces(line: str, start: int, end: int) -> Iterator[Piece]:
    """The text between two characters of a line as it is."""
    yield from _piece(line, start, end)


def _piece(line: str, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece(line[start:end], start + 1)

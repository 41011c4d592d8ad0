"""The XML of a part's paragraphs and tables, cut out of its bytes instead of written anew.

To write an element by itself repeats all the names of its part, which takes most of the time that
reading an unchanged text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from jdgen.word.markup import TBL, P

_BLOCK = re.compile(rb"<w:(p|tbl)(?=[\s/>])[^<>]*>")
_TAGS = {P: b"p", TBL: b"tbl"}
_CLOSING = {b"p": b"</w:p>", b"tbl": b"</w:tbl>"}
# Paragraphs within paragraphs, and what may hold the signs of a tag and is none.
_DOUBTFUL = (b"txbxContent", b"<!--", b"<![CDATA[")


def slices(blocks: Sequence[etree._Element], data: bytes) -> list[bytes] | None:
    """What stands within each of the blocks of a part whose bytes are `data`.

    None where that cannot be told for certain: the blocks have to be all outermost paragraphs and
    tables of the part, in order.
    """
    if any(mark in data for mark in _DOUBTFUL):
        return None
    found = list(_outermost(data))
    if [tag for tag, _ in found] != [_TAGS[block.tag] for block in blocks]:
        return None
    return [inside for _, inside in found]


def _outermost(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Tag and inside, end tag included, of each paragraph and table that stands in no other."""
    start = _BLOCK.search(data)
    while start:
        tag, begin, end = start[1], start.end(), start.end()
        if not start[0].endswith(b"/>"):
            end = _end_of(tag, data, begin)
        yield tag, data[begin:end]
        start = _BLOCK.search(data, end)


def _end_of(tag: bytes, data: bytes, begin: int) -> int:
    """Where a paragraph or table ends that begins before `begin`; tables may stand in tables."""
    closing = _CLOSING[tag]
    at, is_open = begin, 1
    while is_open:
        end = data.find(closing, at)
        if end < 0:
            return len(data)
        if tag == b"tbl":
            is_open += data.count(b"<w:tbl>", at, end) + data.count(b"<w:tbl ", at, end)
        is_open -= 1
        at = end + len(closing)
    return at

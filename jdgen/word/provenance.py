"""Where the words of a traced document came from, read from the marks in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from jdgen import marks
from jdgen.model import Span
from jdgen.word.places import placed_paragraphs


def spans_of(
    root: etree._Element, member: str, origins: Sequence[tuple[str, ...]]
) -> Iterator[Span]:
    """The marked stretches of a part, by offsets into the text of each block, marks taken out."""
    for placed in placed_paragraphs(root, member):
        if marks.OPEN not in placed.text:
            continue
        for found in marks.spans(placed.text):
            if found.end > found.start:
                fields = origins[found.number]
                yield Span(member, placed.index, found.start, found.end, fields)

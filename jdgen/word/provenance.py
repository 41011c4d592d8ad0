"""Where the words of a traced document came from, read from the marks in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from jdgen import marks
from jdgen.model import Span
from jdgen.word.markup import P
from jdgen.word.places import in_old_copy, paragraph_text


def spans_of(
    root: etree._Element, member: str, origins: Sequence[tuple[str, ...]]
) -> Iterator[Span]:
    """The marked stretches of a part, by offsets into the text of each block, marks taken out."""
    for index, paragraph in enumerate(root.iter(P)):
        text = paragraph_text(paragraph).text
        if marks.OPEN not in text or in_old_copy(paragraph):
            continue
        for found in marks.spans(text):
            if found.end > found.start:
                yield Span(member, index, found.start, found.end, origins[found.number])

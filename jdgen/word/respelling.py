"""The literal words of a template in the spelling and the terms of another place."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from jdgen.spelling import replacements
from jdgen.word.markup import P, T


def respell_part(root: etree._Element, spelling: Mapping[str, str]) -> None:
    """Changes words and phrases of the template's own text, never inside a tag.

    `spelling` maps them in lower case. One that Word has split over runs is changed too; it then
    stands in the first of them.
    """
    if not spelling:
        return
    for paragraph in root.iter(P):
        texts = [t for t in paragraph.iter(T) if next(t.iterancestors(P), None) is paragraph]
        whole = "".join(t.text or "" for t in texts)
        for found in reversed(list(replacements(whole, spelling))):
            _put(texts, found.start, found.end, found.text)


def _put(texts: list[etree._Element], start: int, end: int, fresh: str) -> None:
    """Replaces characters `start` to `end` of the texts taken together."""
    offset = 0
    for element in texts:
        text = element.text or ""
        first, last = max(start - offset, 0), min(end - offset, len(text))
        if first < last:
            element.text = text[:first] + fresh + text[last:]
            fresh = ""
        offset += len(text)

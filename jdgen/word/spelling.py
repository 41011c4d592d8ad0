"""The literal words of a template in another spelling: organization, organisation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from jdgen.word.markup import P, T

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")


def respell(root: etree._Element, spelling: Mapping[str, str]) -> None:
    """Changes words of the template's own text, never inside a tag, and keeps their capitals.

    `spelling` maps words in lower case. A word that Word has split over runs is changed too; it
    then stands in the first of them.
    """
    if not spelling:
        return
    for paragraph in root.iter(P):
        texts = [t for t in paragraph.iter(T) if next(t.iterancestors(P), None) is paragraph]
        whole = "".join(t.text or "" for t in texts)
        tags = [found.span() for found in _TAG.finditer(whole)]
        for word in reversed(list(_WORD.finditer(whole))):
            other = spelling.get(word.group().lower())
            if other and not any(start <= word.start() < end for start, end in tags):
                _put(texts, word.start(), word.end(), like(word.group(), other))


def like(word: str, other: str) -> str:
    """The other word with the capitals of the first."""
    if word.isupper() and len(word) > 1:
        return other.upper()
    return other.capitalize() if word[0].isupper() else other


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

"""Tags in a template as a person typed them: where each stands, and those left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jdgen.word.markup import P, qn
from jdgen.word.places import paragraph_text, placed_paragraphs

_OPENERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MARK = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_RICH = re.compile(r"\{\{(?:r|p|tr|tc)\s[^}]*\}\}")
_WHOLE = re.compile(r"\{[%#](p|tr|tc)\s.*?[%#]\}", re.DOTALL)
_NEAR = 60


@dataclass(frozen=True, slots=True)
class TaggedText:
    """The text of one paragraph that holds tags, and its place in words."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class OpenTag:
    """A tag that was opened and never closed, or closed and never opened."""

    place: str
    near: str
    mark: str


def tagged_texts(root: etree._Element, member: str) -> list[TaggedText]:
    """The paragraphs of a template's part that hold tags."""
    return [
        TaggedText(found.place, found.text)
        for found in placed_paragraphs(root, member)
        if _MARK.search(found.text)
    ]


def open_tags(texts: list[TaggedText]) -> Iterator[OpenTag]:
    """Tags that do not open and close within one paragraph."""
    for paragraph in texts:
        opened: re.Match[str] | None = None
        for mark in _MARK.finditer(paragraph.text):
            if opened is None and mark.group() in _OPENERS:
                opened = mark
            elif opened is not None and mark.group() == _OPENERS[opened.group()]:
                opened = None
            elif opened is None or mark.group() in _OPENERS:
                opened = opened or mark
                break
        if opened:
            near = paragraph.text[opened.start() : opened.start() + _NEAR].strip()
            yield OpenTag(paragraph.place, near, opened.group())


def deleted_tags(root: etree._Element, member: str) -> Iterator[OpenTag]:
    """Tags in text that is deleted with changes tracked: out of sight, yet still in the file."""
    for paragraph in placed_paragraphs(root, member):
        text = "".join(deleted.text or "" for deleted in paragraph.element.iter(qn("w:delText")))
        if found := _MARK.search(text):
            near = text[found.start() : found.start() + _NEAR].strip()
            yield OpenTag(paragraph.place, near, found.group())


def rich_tags(texts: list[TaggedText]) -> Iterator[OpenTag]:
    """Tags that print rich text, rows or paragraphs; a profile holds plain text only."""
    for paragraph in texts:
        for tag in _RICH.finditer(paragraph.text):
            yield OpenTag(paragraph.place, tag.group()[:_NEAR], "{{")


def crowded_tags(root: etree._Element, member: str) -> Iterator[OpenTag]:
    """Tags for a whole paragraph, row or cell that share it with words, which would be lost."""
    for paragraph in placed_paragraphs(root, member):
        for tag in _WHOLE.finditer(paragraph.text):
            holder = _holder(paragraph.element, tag.group(1))
            if holder is None:
                continue
            words = "".join(paragraph_text(p).text for p in _paragraphs(holder))
            if words.strip() != tag.group().strip():
                yield OpenTag(paragraph.place, tag.group()[:_NEAR], tag.group(1))


def _holder(paragraph: etree._Element, kind: str) -> etree._Element | None:
    """What a tag of a kind stands for: its paragraph, the row or the cell around it."""
    if kind == "p":
        return paragraph
    return next(paragraph.iterancestors(qn(f"w:{kind}")), None)


def _paragraphs(holder: etree._Element) -> Iterator[etree._Element]:
    return holder.iter(P)


def place_of(texts: list[TaggedText], snippet: str) -> str:
    """The place of the first paragraph that holds the snippet, "" if none does."""
    bare = "".join(snippet.split())
    for found in texts:
        if bare and bare in "".join(found.text.split()):
            return found.place
    return ""

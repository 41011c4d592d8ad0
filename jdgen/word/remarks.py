"""Findings as Word comments: what each says, and the words it stands at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from jdgen.model import Finding
from jdgen.word.comments import AUTHOR, CommentWriter
from jdgen.word.markup import P, every, qn
from jdgen.word.numbering import number_places
from jdgen.word.package import MAIN, Package
from jdgen.word.places import Placed, placed_paragraphs
from jdgen.word.reading import block_of, heading_test
from jdgen.word.styles import StyleSheet

_ELSEWHERE = ("Header", "Footer", "Footnote", "Endnote", "Comment", "Diagram", "Chart")
_NOTE_MARKS = {"Footnote": "w:footnoteReference", "Endnote": "w:endnoteReference"}
_TEXT_BOX = qn("w:txbxContent")


class _Anchor(NamedTuple):
    """A paragraph and characters of it; `moved` says that the finding is about other words."""

    paragraph: etree._Element | None = None
    start: int = 0
    end: int = 0
    moved: bool = False


def with_remarks(package: Package, findings: Sequence[Finding]) -> Package:
    """The package with a comment by jdgen for each finding.

    It stands at the finding's quote, looked for first in the block of its place, then in the whole
    main text; without a quote at its place. Word keeps no comments in headers, footers, notes and
    text boxes: a finding there stands at the nearest words of the main text and says so.
    """
    root = package.root(package.main)
    places = _Places.of(root, StyleSheet(package))
    writer = CommentWriter(package, root, AUTHOR)
    for finding in findings:
        paragraph, start, end, moved = places.anchor(finding)
        if paragraph is not None:
            writer.add(paragraph, start, end, comment_lines(finding, moved=moved))
    return writer.finished()


def comment_lines(finding: Finding, *, moved: bool = False) -> list[str]:
    """What a comment says: what is wrong, why it matters, what to do, and where that is from."""
    lines = [f"{finding.severity.capitalize()} {finding.rule}: {finding.message}"]
    if moved:
        quote = f" (“{finding.quote}”)" if finding.quote else ""
        lines.append(f"This is about other words{quote}. Place: {finding.place}")
    told = (("Why", finding.why), ("What to do", finding.suggestion), ("Source", finding.source))
    lines += [f"{label}: {text}" for label, text in told if text]
    if finding.at:
        lines.append(f"In the profile: {finding.at.field or finding.at}, line {finding.at.line}")
    return lines


@dataclass(frozen=True)
class _Places:
    """The paragraphs of a main text; `numbered` are their places with numbers in them."""

    placed: tuple[Placed, ...]
    numbered: tuple[str, ...]

    @classmethod
    def of(cls, root: etree._Element, sheet: StyleSheet) -> _Places:
        placed = tuple(placed_paragraphs(root, MAIN, heading_test(sheet)))
        blocks = number_places([block_of(p, MAIN, "", sheet) for p in placed])
        return cls(placed, tuple(block.place for block in blocks))

    def anchor(self, finding: Finding) -> _Anchor:
        if finding.place.startswith(_ELSEWHERE):
            return self._first_words([*self._with_note(finding.place), *self.placed], moved=True)
        here = self._at(finding.place)
        quote = finding.quote.strip()
        for paragraph in (*here, *self.placed) if quote else ():
            start = _start_of(paragraph, finding, quote)
            if start >= 0 and paragraph.text_box:
                return self._beside(paragraph)
            if start >= 0:
                return _Anchor(paragraph.element, start, start + len(quote))
        if here and all(paragraph.text_box for paragraph in here):
            return self._beside(here[0])
        return self._first_words((*here, *self.placed))

    def _at(self, place: str) -> list[Placed]:
        """The paragraphs of a place, whether it is told with a number or without."""
        if not place:
            return []
        exact = [p for p in self.placed if p.place == place]
        pairs = zip(self.placed, self.numbered, strict=True)
        return exact or [p for p, told in pairs if told == place]

    def _with_note(self, place: str) -> list[Placed]:
        """The paragraph that a footnote or endnote belongs to, if the place is one."""
        kind, _, number = place.split(",", maxsplit=1)[0].partition(" ")
        tag = _NOTE_MARKS.get(kind)
        if tag is None:
            return []
        return [
            placed
            for placed in self.placed
            if any(mark.get(qn("w:id")) == number for mark in every(placed.element, tag))
        ]

    def _first_words(self, paragraphs: Sequence[Placed], *, moved: bool = False) -> _Anchor:
        near = next((p for p in paragraphs if p.text.strip() and not p.text_box), None)
        return _Anchor(near.element, 0, len(near.text), moved) if near else _Anchor()

    def _beside(self, boxed: Placed) -> _Anchor:
        """The paragraph that a text box hangs on, which may be empty."""
        owner = boxed.element
        while (box := next(owner.iterancestors(_TEXT_BOX), None)) is not None:
            owner = next(box.iterancestors(P))
        text = next((p.text for p in self.placed if p.element is owner), "")
        return _Anchor(owner, 0, len(text), moved=True)


def _start_of(paragraph: Placed, finding: Finding, quote: str) -> int:
    if paragraph.text[finding.start : finding.end] == finding.quote:
        return finding.start + finding.quote.index(quote)
    return paragraph.text.find(quote)

"""A draft: DRAFT across every page, and each finding as a Word comment at the right words."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from jdgen.model import Finding
from jdgen.word.comments import AUTHOR, CommentWriter
from jdgen.word.opening import open_word_file
from jdgen.word.package import MAIN
from jdgen.word.places import Placed, placed_paragraphs
from jdgen.word.reading import heading_test
from jdgen.word.styles import StyleSheet
from jdgen.word.watermark import add_watermark

_WORD = "DRAFT"


def mark_as_draft(data: bytes, findings: Sequence[Finding]) -> bytes:
    """The document as a draft; raises WordFileError if it cannot be read.

    A finding's comment stands at its quote, looked for first in the block of its place, then in
    the whole main text; without a quote at its place; else at the first words of the document.
    """
    package = add_watermark(open_word_file(data), _WORD)
    root = package.root(package.main)
    is_heading = heading_test(StyleSheet(package))
    placed = [p for p in placed_paragraphs(root, MAIN, is_heading) if not p.text_box]
    writer = CommentWriter(package, root, AUTHOR)
    for finding in findings:
        paragraph, start, end = _anchor(placed, finding)
        if paragraph is not None:
            writer.add(paragraph, start, end, comment_lines(finding))
    return writer.finished().to_bytes()


def comment_lines(finding: Finding) -> list[str]:
    """What a comment says: what is wrong, why it matters, what to do, and where that is from."""
    lines = [f"{finding.severity.capitalize()} {finding.rule}: {finding.message}"]
    told = (("Why", finding.why), ("What to do", finding.suggestion), ("Source", finding.source))
    lines += [f"{label}: {text}" for label, text in told if text]
    if finding.at:
        lines.append(f"In the profile: {finding.at.field or finding.at}, line {finding.at.line}")
    return lines


def _anchor(placed: list[Placed], finding: Finding) -> tuple[etree._Element | None, int, int]:
    """The paragraph and the characters of it that a finding is about."""
    here = [p for p in placed if finding.place and p.place == finding.place]
    quote = finding.quote.strip()
    for block in [*here, *placed] if quote else []:
        if block.text[finding.start : finding.end] == finding.quote:
            return block.element, finding.start, finding.end
        start = block.text.find(quote)
        if start >= 0:
            return block.element, start, start + len(quote)
    near = [p for p in [*here, *placed] if p.text.strip()]
    return (near[0].element, 0, len(near[0].text)) if near else (None, 0, 0)

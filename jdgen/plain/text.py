"""The paragraphs of a plain text, told apart by blank lines, bullets, labels and short lines."""

from __future__ import annotations

import re

from jdgen.plain.lines import Collector, Paragraph

BULLET = re.compile(r"\s*(?:[-*+•·▪◦–—]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_LABEL = re.compile(r"\s*[^.!?]{2,60}:\s*$")
_TITLE = re.compile(r"\s*[A-Z][^a-z]{3,60}$")
_FULL_LINE = 50  # a line as long as this was broken by its width, not by its writer


def text_paragraphs(text: str) -> list[Paragraph]:
    """Headings are lines in capitals and short ones that end with a colon."""
    found = Collector()
    before = ""
    for number, line in enumerate(text.split("\n"), 1):
        bullet = BULLET.match(line)
        if not line.strip():
            found.close()
        elif bullet:
            found.begin("bullet", line, number, bullet.end())
        elif _TITLE.match(line) or _LABEL.match(line):
            found.begin("heading1" if _TITLE.match(line) else "heading2", line, number)
            found.close()
        elif _goes_on(before, line):
            found.go_on(line, number)
        else:
            found.begin("body", line, number)
        before = line
    return found.paragraphs


def _goes_on(before: str, line: str) -> bool:
    """Whether a line carries on the one before, which was broken to keep it short."""
    if line.lstrip()[:1].islower() or line.startswith("  "):
        return bool(before.strip())
    return len(before.strip()) >= _FULL_LINE and not before.rstrip().endswith((".", "!", "?", ":"))

"""The paragraphs of a Markdown text: without code, comments and front matter."""

from __future__ import annotations

import re

from jdgen.plain.inline import plain_pieces
from jdgen.plain.lines import Collector, Paragraph
from jdgen.plain.text import BULLET

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|$)")
_CLOSING = re.compile(r"\s+#+\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
_RULE = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_CELL = re.compile(r"(?:\\\||[^|])+")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FRONT = re.compile(r"---\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def markdown_paragraphs(text: str) -> list[Paragraph]:
    """Headings, bullets, quoted lines (role `quote`), table cells and running text, in order."""
    front = _FRONT.match(text)
    if front:
        text = _blanked(front) + text[front.end() :]
    return _Reader().read(_COMMENT.sub(_blanked, text))


def _blanked(match: re.Match[str]) -> str:
    """Blanks in place of what is not shown, so that lines and columns stay what they are."""
    return re.sub(r"[^\n]", " ", match[0])


class _Reader:
    """Keeps what a line means after the lines before it: inside code, inside a table."""

    def __init__(self) -> None:
        self.found = Collector(plain_pieces)
        self.fence = ""
        self.lines: list[str] = []
        self.table = False

    def read(self, text: str) -> list[Paragraph]:
        self.lines = text.split("\n")
        for number, line in enumerate(self.lines, 1):
            fence = _FENCE.match(line)
            if self.fence:
                closed = fence and fence[1].startswith(self.fence)
                self.fence = "" if closed else self.fence
            elif fence:
                self.fence = fence[1]
                self.found.close()
            else:
                self._line(line, number)
        return self.found.paragraphs

    def _line(self, line: str, number: int) -> None:
        found = self.found
        quote = _QUOTE.match(line)
        bullet = BULLET.match(line)
        in_table = self._in_table(line, number)
        if not line.strip():
            found.close()
        elif self._underlines(line):
            self._promote("heading1" if "=" in line else "heading2")
        elif _RULE.match(line):
            found.close()
        elif heading := _HEADING.match(line):
            closing = _CLOSING.search(line, heading.end())
            end = closing.start() if closing else -1
            found.begin(f"heading{len(heading[1])}", line, number, heading.end(), end)
            found.close()
        elif quote:
            self._quoted(line, number, quote.end())
        elif bullet:
            found.begin("bullet", line, number, bullet.end())
        elif in_table:
            self._row(line, number)
        else:
            found.go_on(line, number)

    def _quoted(self, line: str, number: int, start: int) -> None:
        if self.found.current is not None and self.found.current.role == "quote":
            self.found.go_on(line, number, start)
        else:
            self.found.begin("quote", line, number, start)

    def _underlines(self, line: str) -> bool:
        open_text = self.found.current is not None and self.found.current.role == "body"
        return open_text and _UNDERLINE.match(line) is not None

    def _promote(self, role: str) -> None:
        if self.found.current is not None:
            self.found.current.role = role
        self.found.close()

    def _in_table(self, line: str, number: int) -> bool:
        """Whether a line belongs to a table: below its line rule, or right above it."""
        is_rule = _TABLE_RULE.match(line) is not None
        self.table = "|" in line and (self.table or is_rule or self._heads_table(number))
        return self.table

    def _heads_table(self, number: int) -> bool:
        return number < len(self.lines) and _TABLE_RULE.match(self.lines[number]) is not None

    def _row(self, line: str, number: int) -> None:
        self.found.close()
        if _TABLE_RULE.match(line):
            return
        head = self._heads_table(number)
        for cell in _CELL.finditer(line):
            if cell[0].strip():
                self.found.begin("header-cell" if head else "cell", line, number, *cell.span())
        self.found.close()

"""Lines put together to paragraphs, with the place of every character kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from jdgen.plain.inline import Piece, raw_pieces

Split = Callable[[str, int, int], Iterator[Piece]]


@dataclass
class Paragraph:
    """One paragraph; a segment (offset, line, column) holds up to the next one's offset."""

    role: str
    text: str = ""
    segments: list[tuple[int, int, int]] = field(default_factory=list)


@dataclass
class Collector:
    """Makes paragraphs of lines in order; `split` takes marks out of a line."""

    split: Split = raw_pieces
    paragraphs: list[Paragraph] = field(default_factory=list)
    current: Paragraph | None = None

    def begin(self, role: str, line: str, number: int, start: int = 0, end: int = -1) -> None:
        """A new paragraph with the text between two characters of a line."""
        self.current = Paragraph(role)
        if self._add(line, number, start, end):
            self.paragraphs.append(self.current)

    def go_on(self, line: str, number: int, start: int = 0) -> None:
        """A further line of the paragraph, or a new one of running text where none is open."""
        if self.current is None:
            self.begin("body", line, number, start)
        else:
            self._add(line, number, start, -1)

    def close(self) -> None:
        """The next line begins a paragraph of its own."""
        self.current = None

    def _add(self, line: str, number: int, start: int, end: int) -> bool:
        stop = len(line) if end < 0 else end
        stop = start + len(line[start:stop].rstrip())
        start += len(line[start:stop]) - len(line[start:stop].lstrip())
        paragraph = self.current
        if paragraph is None or start >= stop:
            return False
        paragraph.text += " " if paragraph.text else ""
        for piece in self.split(line, start, stop):
            paragraph.segments.append((len(paragraph.text), number, piece.column))
            paragraph.text += piece.text
        return bool(paragraph.segments)

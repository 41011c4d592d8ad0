"""Breaking text into lines of a width, word by word, and how high each line is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jdgen.word.formats import ParagraphFormat, RunFormat
from jdgen.word.metrics import glyph_widths

_TAB = 36.0
_HAIR = 0.1  # programs round each word to a twentieth of a point; what just fits may not fit there
_BREAK_AFTER = " -\u2013\u2014/"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look, or a picture of some width and height in points."""

    text: str
    look: RunFormat
    width: float = 0.0
    height: float = 0.0


class Line(NamedTuple):
    """The largest size of text and the height of the tallest picture in a line, in points."""

    size: float
    picture: float


def _words(pieces: list[Piece]) -> Iterator[tuple[str, Piece]]:
    """Pieces cut where a line may break: after spaces, hyphens and dashes, and at line breaks."""
    for piece in pieces:
        if piece.height:
            yield "", piece
            continue
        word = ""
        for char in piece.text:
            if char in "\n\t":
                yield word, piece
                yield char, piece
                word = ""
                continue
            word += char
            if char in _BREAK_AFTER:
                yield word, piece
                word = ""
        if word:
            yield word, piece


def set_lines(pieces: list[Piece], room: float, indent: float, empty_size: float) -> list[Line]:
    """The lines that pieces fill in a column `room` points wide, the first one indented.

    A paragraph without text has one line of the size of its mark.
    """
    metrics = glyph_widths()
    lines: list[Line] = []
    used, size, picture = indent, 0.0, 0.0
    for word, piece in _words(pieces):
        look = piece.look
        if word == "\t":
            used += _TAB - used % _TAB
            continue
        bare = word.rstrip()
        width = piece.width or metrics.width(bare, look.size, bold=look.bold, font=look.font)
        if word == "\n" or (used + width > room - _HAIR and used > 0):
            lines.append(Line(size or look.size, picture))
            used, size, picture = 0.0, 0.0, 0.0
        spaces = " " * (len(word) - len(bare)) if word != "\n" else ""
        used += width + metrics.width(spaces, look.size, bold=look.bold, font=look.font)
        size = max(size, look.size if bare else 0.0)
        picture = max(picture, piece.height)
    lines.append(Line(size or empty_size, picture))
    return lines


def line_height(shape: ParagraphFormat, line: Line) -> float:
    """The height of a line by the paragraph's line spacing, in points."""
    natural = max(line.size * glyph_widths().line_height, line.picture)
    if shape.line_rule == "exact":
        return shape.line
    if shape.line_rule == "atLeast":
        return max(natural, shape.line)
    return natural * shape.line

"""Reading a text file: the paragraphs a person sees, as the blocks that checks work on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jdgen.errors import JdgenError, Place, Problem
from jdgen.model import Block, WordText
from jdgen.plain.lines import Paragraph
from jdgen.plain.markdown import markdown_paragraphs
from jdgen.plain.text import text_paragraphs

MAX_TEXT_FILE = 2 * 2**20
_STARTS = {
    b"PK\x03\x04": "a packed file; a Word document must be named .docx",
    b"%PDF": "a PDF; save its text as .txt or .docx",
    b"\xd0\xcf\x11\xe0": "an old Office file; open it in Word and save it as .docx",
    b"{\\rtf": "a rich text file; open it in Word and save it as .docx",
}
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True)
class PlainText:
    """A text file as blocks, and where each of their characters stands in the file."""

    text: WordText
    segments: Mapping[int, Sequence[tuple[int, int, int]]]

    def place_of(self, block: Block, offset: int = 0) -> tuple[int, int]:
        """Line and column, from 1, of a character of a block."""
        segments = self.segments[block.index]
        at = bisect_right(segments, offset, key=lambda segment: segment[0]) - 1
        start, line, column = segments[max(at, 0)]
        return line, column + offset - start


def read_plain(data: bytes, *, name: str = "", markdown: bool = False) -> PlainText:
    """The paragraphs, bullets, headings and table cells of a text file.

    Raises JdgenError for what is empty, too large, no text, or not UTF-8 (with the line of the
    first byte that is not). UTF-16 with its mark, as Notepad writes it, is read as well.
    """
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = markdown_paragraphs(text) if markdown else text_paragraphs(text)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise _fail("empty", "There is no text in this file.", "", Place(name))
    blocks = tuple(_placed(paragraphs))
    segments = {number: p.segments for number, p in enumerate(paragraphs)}
    return PlainText(WordText(blocks), segments)


def _decoded(data: bytes, name: str) -> str:
    place = Place(name)
    if len(data) > MAX_TEXT_FILE:
        size, most = len(data) / 2**20, MAX_TEXT_FILE // 2**20
        message = f"This text has {size:.0f} MB; at most {most} MB are read."
        raise _fail("too-large", message, "Check the part that people read by itself.", place)
    for start, what in _STARTS.items():
        if data.startswith(start):
            raise _fail("not-text", f"This is not a text, but {what}.", "", place)
    encoding = next((code for bom, code in _BOMS.items() if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}" if error.start < len(data) else "its end"
        message = f"This text is not UTF-8: line {line} holds {byte}."
        hint = "Save it again with the encoding UTF-8."
        raise _fail("encoding", message, hint, Place(name, line)) from error
    if "\0" in text:
        raise _fail("not-text", "This is not a text: it holds zero bytes.", "", place)
    return text


def _fail(code: str, message: str, hint: str, place: Place) -> JdgenError:
    return JdgenError(Problem(f"text-{code}", message, hint, place))


def _placed(paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    """Blocks with places in words: the heading above, and which line it begins on."""
    heading = "start of the text"
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role.startswith("heading"):
            heading = paragraph.text.strip() or heading
        place = f"{heading}, line {paragraph.segments[0][1]}"
        yield Block("text", number, paragraph.role, paragraph.text, place=place)

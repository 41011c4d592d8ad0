"""Whether text fits its panels: an estimate from glyph widths, without a word processor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from jdgen.word.formats import TWIPS, Formats, ParagraphFormat, RunFormat
from jdgen.word.lines import Piece, line_height, set_lines
from jdgen.word.markup import TBL, TC, TR, P, R, child, every, number, qn, value
from jdgen.word.opening import open_word_file
from jdgen.word.panels import Panels, sections_of
from jdgen.word.styles import StyleSheet

_EMU_PER_POINT = 12700
_CELL_MARGIN = 5.4

_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "\u2011"}


@dataclass(frozen=True, slots=True)
class PanelFit:
    """How full a panel is: `used` and `available` are heights in points, `used` an estimate."""

    panel: str
    used: float
    available: float

    @property
    def overflows(self) -> bool:
        """Whether the text is estimated to run over the end of the panel."""
        return self.used > self.available


@dataclass
class _Stack:
    """Paragraphs one under the other; spacing between two is the larger, none inside a list.

    `height` has no space after the last paragraph: that may hang over the edge.
    """

    height: float = 0.0
    last: ParagraphFormat | None = None

    def add(self, shape: ParagraphFormat, lines: float) -> None:
        """Puts a paragraph under the others."""
        alike = self.last is not None and self.last.style == shape.style
        joined = alike and shape.contextual
        gap = 0.0 if joined else shape.before
        if self.last is not None:
            before_it = 0.0 if alike and self.last.contextual else self.last.after
            gap = max(gap, before_it)
        edges = 0.0 if alike else shape.edges  # neighbours of one style share one frame
        self.height += gap + edges + lines
        self.last = shape

    def add_block(self, height: float) -> None:
        """Puts a table under the others."""
        self.height += (self.last.after if self.last else 0.0) + height
        self.last = None


@dataclass
class _Fitter:
    formats: Formats
    panels: Panels
    stacks: dict[str, tuple[_Stack, float]] = field(default_factory=dict)

    def run(self, body: etree._Element) -> list[PanelFit]:
        self._blocks(body)
        return [
            PanelFit(name, round(stack.height, 1), round(available, 1))
            for name, (stack, available) in self.stacks.items()
        ]

    def _blocks(self, container: etree._Element) -> None:
        for block in container:
            if block.tag == P:
                self._paragraph(block)
            elif block.tag == TBL:
                width = self._width()
                self._here().add_block(self._table(block, width))
            elif block.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")}:
                self._blocks(block)

    def _here(self) -> _Stack:
        """The stack of the panel the reader is in; one that nobody sees where there are none."""
        name = self.panels.name
        if not name:
            return _Stack()
        if name not in self.stacks:
            self.stacks[name] = (_Stack(), _available(self.panels.current))
        return self.stacks[name][0]

    def _width(self) -> float:
        widths = self.panels.widths
        return widths[min(self.panels.panel, len(widths)) - 1] / TWIPS

    def _paragraph(self, paragraph: etree._Element) -> None:
        shape = self.formats.paragraph(paragraph)
        if shape.page_break_before and self._here().last is not None:
            self.panels.pass_break("page")
        pieces: list[Piece] = []
        for item in self._pieces(paragraph):
            if isinstance(item, Piece):
                pieces.append(item)
                continue
            if any(piece.text.strip() or piece.height for piece in pieces):
                self._here().add(shape, self._height(paragraph, shape, pieces, self._width()))
            pieces = []
            self.panels.pass_break(item)
        if self.panels.name:
            self._here().add(shape, self._height(paragraph, shape, pieces, self._width()))
        if child(paragraph, "w:pPr/w:sectPr") is not None:
            self.panels.end_section()

    def _pieces(self, paragraph: etree._Element) -> Iterator[Piece | str]:
        """The parts of a paragraph in order; a break to the next panel or page is a string."""
        for run in paragraph.iter(R):
            owner = next(run.iterancestors(P), None)
            gone = next(run.iterancestors(qn("w:del"), qn("mc:Fallback")), None)
            if owner is not paragraph or gone is not None:
                continue
            look = self.formats.run(paragraph, run)
            for part in run.iter(qn("w:t"), qn("wp:inline"), *_BREAKS):
                if next(part.iterancestors(R), None) is not run or look.hidden:
                    continue
                kind = part.get(qn("w:type"), "") if part.tag == qn("w:br") else ""
                if kind in {"column", "page"}:
                    yield kind
                elif part.tag == qn("wp:inline"):
                    yield _picture(part, look)
                else:
                    text = _BREAKS.get(part.tag, part.text or "")
                    yield Piece(text.upper() if look.caps else text, look)

    def _height(
        self,
        paragraph: etree._Element,
        shape: ParagraphFormat,
        pieces: list[Piece],
        width: float,
    ) -> float:
        """The height of a paragraph's lines in a column of this width, in points."""
        mark = self.formats.run(paragraph, None)
        room = width - shape.left - shape.right
        lines = set_lines(pieces, room, max(shape.first, 0.0), mark.size)
        return sum(line_height(shape, line) for line in lines)

    def _table(self, table: etree._Element, width: float) -> float:
        grid = [number(value(c, attribute="w:w")) / TWIPS for c in every(table, "w:gridCol")]
        total = sum(grid)
        scale = (
            width / total
            if total > width or value(table, "w:tblPr/w:tblW", "w:type") == "pct"
            else 1.0
        )
        height = 0.0
        for row in table.findall(TR):
            height += self._row(row, [column * scale for column in grid])
        return height

    def _row(self, row: etree._Element, grid: list[float]) -> float:
        tallest, column = 0.0, 0
        for cell in row.findall(TC):
            span = max(int(number(value(cell, "w:tcPr/w:gridSpan"), 1)), 1)
            width = sum(grid[column : column + span]) - 2 * _CELL_MARGIN
            column += span
            tallest = max(tallest, self._cell(cell, width))
        asked = child(row, "w:trPr/w:trHeight")
        least = number(value(asked)) / TWIPS
        if value(asked, attribute="w:hRule") == "exact":
            return least
        return max(tallest, least)

    def _cell(self, cell: etree._Element, width: float) -> float:
        stack = _Stack()
        for block in cell:
            if block.tag == P:
                shape = self.formats.paragraph(block)
                pieces = [item for item in self._pieces(block) if isinstance(item, Piece)]
                stack.add(shape, self._height(block, shape, pieces, width))
            elif block.tag == TBL:
                stack.add_block(self._table(block, width))
        return stack.height + (stack.last.after if stack.last else 0.0)


def _picture(inline: etree._Element, look: RunFormat) -> Piece:
    extent = child(inline, "wp:extent")
    size = [
        number(extent.get(side, "0")) / _EMU_PER_POINT if extent is not None else 0.0
        for side in ("cx", "cy")
    ]
    return Piece("", look, width=size[0], height=size[1])


def _available(section: etree._Element | None) -> float:
    """The height of a section's columns in points."""
    height = number(value(section, "w:pgSz", "w:h"), 15840)
    top = abs(number(value(section, "w:pgMar", "w:top"), 1440))
    bottom = abs(number(value(section, "w:pgMar", "w:bottom"), 1440))
    return (height - top - bottom) / TWIPS


def panel_fits(data: bytes) -> list[PanelFit]:
    """How full each panel of a text in columns is; empty for a text in one column.

    An estimate by the widths of Carlito (Calibri); text boxes and floating pictures are left out.
    Raises WordFileError if the file cannot be read.
    """
    package = open_word_file(data)
    root = package.root(package.main)
    body, panels = child(root, "w:body"), Panels(sections_of(root))
    if body is None or not panels.any_folded:
        return []
    return _Fitter(Formats(package, StyleSheet(package)), panels).run(body)

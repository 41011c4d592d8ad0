"""What a Word text is made of, for the merge: blocks, rows and cells as plain values.

`source` belongs to whoever read the file; nothing here looks into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jdgen.merge.tokens import Token, text_of


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph as it reads with all tracked changes accepted."""

    tokens: tuple[Token, ...]
    look: str = ""
    fixed: bool = False
    source: Any = None

    @cached_property
    def text(self) -> str:
        return text_of(self.tokens)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What aligns it with the edited file; equal keys read alike."""
        return tuple(token.key for token in self.tokens)

    @cached_property
    def exact(self) -> tuple[str, ...]:
        """What is compared between the two generated files."""
        return tuple(token.exact for token in self.tokens)

    def resists(self, tracked: bool) -> bool:
        """Whether something in it can be neither put in nor taken out."""
        return self.fixed or resist(self.tokens, tracked)


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell, or any other container of blocks: the body, a header."""

    blocks: tuple[Block, ...]
    source: Any = None

    @cached_property
    def key(self) -> tuple[Any, ...]:
        return tuple(block.key for block in self.blocks)

    @cached_property
    def exact(self) -> tuple[Any, ...]:
        return tuple(block.exact for block in self.blocks)

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, eq=False)
class Row:
    """A table row.

    `shape` tells rows apart whose cells cannot be paired; a `fixed` one is tied to its neighbours.
    """

    cells: tuple[Cell, ...]
    shape: str = ""
    fixed: bool = False
    source: Any = None

    @cached_property
    def key(self) -> tuple[Any, ...]:
        return tuple(cell.key for cell in self.cells)

    @cached_property
    def exact(self) -> tuple[Any, ...]:
        return tuple(cell.exact for cell in self.cells)

    @cached_property
    def text(self) -> str:
        return " | ".join(cell.text for cell in self.cells)

    def resists(self, tracked: bool) -> bool:
        """Whether something in it can be neither put in nor taken out."""
        cells = (paragraph for cell in self.cells for paragraph in walk(cell.blocks))
        return self.fixed or any(paragraph.resists(tracked) for paragraph in cells)


@dataclass(frozen=True, eq=False)
class Table:
    """A table; deleted rows are not among its rows."""

    rows: tuple[Row, ...]
    look: str = ""
    source: Any = None

    @cached_property
    def key(self) -> tuple[Any, ...]:
        return ("table", *(row.key for row in self.rows))

    @cached_property
    def exact(self) -> tuple[Any, ...]:
        return ("table", *(row.exact for row in self.rows))

    @cached_property
    def text(self) -> str:
        return "\n".join(row.text for row in self.rows)

    def resists(self, tracked: bool) -> bool:
        """Whether something in it can be neither put in nor taken out."""
        return any(row.resists(tracked) for row in self.rows)


Block = Paragraph | Table


def resist(tokens: Iterable[Token], tracked: bool) -> bool:
    """Whether a token among these can be neither put in nor taken out."""
    return any(token.fixed if tracked else token.bound for token in tokens)


def walk(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs of the blocks, those in tables included, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from walk(cell.blocks)

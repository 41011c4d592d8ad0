"""What a Word text is made of, for the merge: blocks, rows and cells as plain values.

`source` belongs to whoever read the file; nothing here looks into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jdgen.merge.tokens import Token, text_of

MERGED = "v"  # in the shape of a row: a cell is merged with those above or below


@dataclass(eq=False)  # hundreds are made: frozen ones take twice as long
class Paragraph:
    """A paragraph as it reads with all tracked changes accepted; never changed.

    `key` is equal for paragraphs that a person takes for the same, `exact` for those of two
    generated files that say the same; `raw` is equal only where the looks are the same as well.
    `shown` is what tells whether anything but looks was edited. Tokens and look are made when
    somebody asks: most paragraphs are the same on all sides.
    """

    make_tokens: Callable[[], tuple[Token, ...]]
    text: str
    key: str
    exact: str
    shown: tuple[str, ...] = ()
    raw: bytes = b""
    make_look: Callable[[], str] = str
    fixed: bool = False
    source: Any = None

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Paragraph:
        """A paragraph of these tokens that stands in no file."""
        return cls(
            lambda: tuple(tokens),
            text_of(tokens),
            "".join(token.key for token in tokens),
            "".join(token.exact for token in tokens),
        )

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self.make_tokens()

    @cached_property
    def look(self) -> str:
        """A fingerprint of the paragraph's formatting."""
        return self.make_look()

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

    @cached_property
    def shown(self) -> tuple[Any, ...]:
        """Text and drawings in order; equal if a person would read and see the same.

        Empty paragraphs, and the order of the drawings within a paragraph, are looks: programs
        change them at a save.
        """
        return tuple(block.shown for block in self.blocks if block.shown)

    def shows_the_same(self, other: Cell) -> bool:
        """Whether both have the same `shown`; no more is read than it takes to tell."""
        ours = [block for block in self.blocks if isinstance(block, Table) or block.shown]
        theirs = [block for block in other.blocks if isinstance(block, Table) or block.shown]
        return len(ours) == len(theirs) and all(map(_show_the_same, ours, theirs))


@dataclass(frozen=True, eq=False)
class Row:
    """A table row, whose cells are read when somebody asks.

    `shape` tells rows apart whose cells cannot be paired; a `fixed` one is tied to its neighbours.
    `raw` and `like` are as in `Table`.
    """

    make_cells: Callable[[], tuple[Cell, ...]]
    make_shape: Callable[[], str] = str
    raw: bytes = b""
    source: Any = None
    like: Row | None = None

    @property
    def first(self) -> Row:
        """The row that was read first of all that are alike."""
        return self.like or self

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return self.make_cells()

    @cached_property
    def shape(self) -> str:
        return self.like.shape if self.like else self.make_shape()

    @property
    def fixed(self) -> bool:
        return MERGED in self.shape

    @cached_property
    def key(self) -> tuple[Any, ...]:
        return self.like.key if self.like else tuple(cell.key for cell in self.cells)

    @cached_property
    def exact(self) -> tuple[Any, ...]:
        return self.like.exact if self.like else tuple(cell.exact for cell in self.cells)

    @cached_property
    def text(self) -> str:
        return self.like.text if self.like else " | ".join(cell.text for cell in self.cells)

    @cached_property
    def shown(self) -> tuple[Any, ...]:
        """What tells whether anything but looks was edited."""
        return self.like.shown if self.like else tuple(cell.shown for cell in self.cells)

    def resists(self, tracked: bool) -> bool:
        """Whether something in it can be neither put in nor taken out."""
        cells = (paragraph for cell in self.cells for paragraph in walk(cell.blocks))
        return self.fixed or any(paragraph.resists(tracked) for paragraph in cells)


@dataclass(frozen=True, eq=False)
class Table:
    """A table; deleted rows are not among its rows, which are read when somebody asks.

    `raw` is equal only for tables that say the same in the same looks; `like` is such a table that
    was read already. `make_words` gives its words without reading the rows, to tell what resembles
    it.
    """

    make_rows: Callable[[], tuple[Row, ...]]
    make_words: Callable[[], list[str]]
    raw: bytes = b""
    source: Any = None
    like: Table | None = None

    @property
    def first(self) -> Table:
        """The table that was read first of all that are alike."""
        return self.like or self

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return self.make_rows()

    @cached_property
    def key(self) -> tuple[Any, ...]:
        return self.like.key if self.like else ("table", *(row.key for row in self.rows))

    @cached_property
    def exact(self) -> tuple[Any, ...]:
        return self.like.exact if self.like else ("table", *(row.exact for row in self.rows))

    @cached_property
    def text(self) -> str:
        return self.like.text if self.like else "\n".join(row.text for row in self.rows)

    @cached_property
    def shown(self) -> tuple[Any, ...]:
        """What tells whether anything but looks was edited."""
        if self.like:
            return self.like.shown
        return ("table", *(row.shown for row in self.rows))

    def resists(self, tracked: bool) -> bool:
        """Whether something in it can be neither put in nor taken out."""
        return any(row.resists(tracked) for row in self.rows)


Block = Paragraph | Table


def _show_the_same(one: Block, other: Block) -> bool:
    if isinstance(one, Table) and isinstance(other, Table) and one.first is other.first:
        return True
    return bool(one.shown == other.shown)


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

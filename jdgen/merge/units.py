"""What a Word text is made of, for the merge: blocks, rows and cells as plain values.

`source` belongs to whoever read the file; nothing here looks into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jdgen.merge.tokens import Token, text_of


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph as it reads with all tracked changes accepted.

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
    raw: str = ""
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

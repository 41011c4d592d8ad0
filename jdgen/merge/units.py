"""What a Word text is made of, for the merge: blocks, rows and cells as plain values.

`source` belongs to whoever read the file; nothing here looks into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from jdgen.merge.tokens import Token, text_of

# In the shape of a row: a cell is merged with those above or below, a cell is marked as deleted.
MERGED, DELETED = "v", "d"


class Seen(NamedTuple):
    """What one paragraph shows.

    `full` is its text with the results of its fields, `lasting` the text without them, `fields`
    what kinds of fields they are. `things` are drawings, notes and controls in no order: programs
    change it. `maths` are the equations.
    """

    full: str = ""
    lasting: str = ""
    fields: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    maths: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see, equations and numbers of pages aside."""
        counted = not self.lasting and all(kind.startswith("count:") for kind in self.fields)
        return not self.things and (counted or not self.full)


class Reading(NamedTuple):
    """What a paragraph says, whatever its looks, with all tracked changes accepted.

    `key` is equal for paragraphs that a person takes for the same, `exact` for those of two
    generated files that say the same; `seen` is what tells whether anything but looks was edited.
    `open` says that a field begins or ends outside of it.
    """

    text: str
    key: str
    exact: str
    seen: Seen = Seen()
    open: bool = False


@dataclass(eq=False)  # hundreds are made: frozen ones take twice as long
class Paragraph:
    """A paragraph as it reads with all tracked changes accepted; never changed.

    It is read when somebody asks: most paragraphs are the same on all sides. `raw` is equal only
    for paragraphs that say the same in the same looks; `like` is such a one that came before.
    `ends_section` paragraphs hold the settings of a section. A `computed` one is written by the
    program: a line in a table of contents.
    """

    make_tokens: Callable[[], tuple[Token, ...]]
    make_says: Callable[[], Reading]
    raw: bytes = b""
    make_look: Callable[[], str] = str
    ends_section: bool = False
    source: Any = None
    like: Paragraph | None = None
    computed: bool = False

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Paragraph:
        """A paragraph of these tokens that stands in no file."""
        key, exact = (
            "".join(parts) for parts in zip(*((t.key, t.exact) for t in tokens), strict=True)
        )
        return cls(lambda: tuple(tokens), lambda: Reading(text_of(tokens), key, exact))

    @property
    def first(self) -> Paragraph:
        """The paragraph that was met first of all that are alike."""
        return self.like or self

    @cached_property
    def says(self) -> Reading:
        return self.like.says if self.like else self.make_says()

    @property
    def text(self) -> str:
        return self.says.text

    @property
    def key(self) -> str:
        return self.says.key

    @property
    def exact(self) -> str:
        return self.says.exact

    @property
    def seen(self) -> Seen:
        """What it shows that is not written by the program."""
        return Seen() if self.computed else self.says.seen

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self.make_tokens()

    @cached_property
    def look(self) -> str:
        """A fingerprint of the paragraph's formatting."""
        return self.make_look()

    def resists(self, tracked: bool) -> bool:
        """Whether something in it can be neither put in nor taken out."""
        return self.ends_section or self.says.open or resist(self.tokens, tracked)


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
    """A table row, whose cells are read when somebody asks.

    `shape` tells rows apart whose cells cannot be paired; a `fixed` one is tied to its neighbours.
    `make_words` and `like` are as in `Table`.
    """

    make_cells: Callable[[], tuple[Cell, ...]]
    make_words: Callable[[], str]
    make_shape: Callable[[], str]
    source: Any = None
    like: Row | None = None

    @property
    def first(self) -> Row:
        """The row that was read first of all that are alike."""
        return self.like or self

    @cached_property
    def words(self) -> str:
        """All words in it, by which it is aligned."""
        return self.like.words if self.like else self.make_words()

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

    def resists(self, tracked: bool) -> bool:
        """Whether something in it can be neither put in nor taken out."""
        cells = (paragraph for cell in self.cells for paragraph in walk(cell.blocks))
        return self.fixed or any(paragraph.resists(tracked) for paragraph in cells)


@dataclass(frozen=True, eq=False)
class Table:
    """A table; deleted rows are not among its rows, which are read when somebody asks.

    `like` is a table that says the same in the same looks and came before. `make_words` gives all
    its words, folded, without reading the rows.
    """

    make_rows: Callable[[], tuple[Row, ...]]
    make_words: Callable[[], str]
    source: Any = None
    like: Table | None = None

    @property
    def first(self) -> Table:
        """The table that was read first of all that are alike."""
        return self.like or self

    @cached_property
    def words(self) -> str:
        """All words in it, by which it is aligned."""
        return self.like.words if self.like else self.make_words()

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

    def resists(self, tracked: bool) -> bool:
        """Whether something in it can be neither put in nor taken out."""
        return any(row.resists(tracked) for row in self.rows)


Block = Paragraph | Table


def resist(tokens: Iterable[Token], tracked: bool) -> bool:
    """Whether a token among these can be neither put in nor taken out."""
    return any(token.fixed if tracked else token.bound for token in tokens)


def paragraphs_in(item: Block | Row) -> Iterator[Paragraph]:
    """All paragraphs of a block or a row, in order."""
    if isinstance(item, Row):
        for cell in item.cells:
            yield from walk(cell.blocks)
    else:
        yield from walk([item])


def walk(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs of the blocks, those in tables included, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from walk(cell.blocks)

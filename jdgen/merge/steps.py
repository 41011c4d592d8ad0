"""What can be done to the edited file: the steps of a plan, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from jdgen.merge import diff3
from jdgen.merge.units import Block, Cell, Paragraph, Row, Table


@dataclass(frozen=True, eq=False)
class PutBlocks:
    """New blocks, after `after` or before `before` (both of the edited file), else into `scope`."""

    scope: Cell
    after: Block | None
    before: Block | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, eq=False)
class DropBlock:
    """A paragraph or table of the edited file goes."""

    block: Block


@dataclass(frozen=True, eq=False)
class PutRows:
    """New rows in a table of the edited file, after `after`, before all where that is None."""

    table: Table
    after: Row | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, eq=False)
class DropRow:
    """A row goes from a table of the edited file."""

    table: Table
    row: Row


@dataclass(frozen=True, eq=False)
class EditText:
    """Changes within one paragraph; every region has the outcome `ours`."""

    base: Paragraph
    staff: Paragraph
    fresh: Paragraph
    regions: tuple[diff3.Region, ...]


@dataclass(frozen=True, eq=False)
class Restyle:
    """The generated files differ in looks alone here."""

    base: Paragraph
    staff: Paragraph
    fresh: Paragraph


@dataclass(frozen=True, eq=False)
class Clash:
    """A change that cannot be tracked beside what people did; it becomes a comment.

    `reason` is a key of the messages. `anchor` is where the comment goes: tokens `span` of a
    paragraph of the edited file, or the whole of it; None: the start of the text.
    """

    reason: str
    before: str
    after: str
    kept: str = ""
    anchor: Paragraph | None = None
    span: tuple[int, int] | None = None

    @cached_property
    def place(self) -> str:
        """The text of the paragraph the comment is at."""
        return self.anchor.text if self.anchor else ""

    def __post_init__(self) -> None:
        _ = self.place  # as it is now: it may be changed before somebody asks


Paired = tuple[Paragraph, Paragraph, Paragraph]
Step = PutBlocks | DropBlock | PutRows | DropRow | EditText | Restyle | Clash


@dataclass(eq=False)
class Plan:
    """All steps in reading order, and the paragraphs that stand for one another.

    Tables and rows in which nothing is to be done are not looked into until somebody asks for
    `more_pairs`.
    """

    tracked: bool
    steps: list[Step] = field(default_factory=list)
    pairs: list[Paired] = field(default_factory=list)
    unread: list[Callable[[Plan], None]] = field(default_factory=list)

    def more_pairs(self) -> list[Paired]:
        """The paragraphs that stand for one another where nobody looked before."""
        rest = Plan(self.tracked)
        while self.unread:
            self.unread.pop()(rest)
            self.unread += rest.unread
            rest.unread.clear()
        return rest.pairs

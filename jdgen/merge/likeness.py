"""Which blocks and rows belong together: equal ones, then similar ones, in rising order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from jdgen.merge import diff3
from jdgen.merge.units import Block, Paragraph, Row, Table

B = TypeVar("B", Block, Row)
_ALIKE = 0.4
_TABLES_ALIKE = 0.15
_ROWS_ALIKE = 0.3


@dataclass
class Likeness:
    """Pairs blocks; remembers the words of each, as every block is asked about many times."""

    _words: dict[int, Counter[str]] = field(default_factory=dict)

    def pair_generated(self, base: Sequence[Block], fresh: Sequence[Block]) -> list[diff3.Pair]:
        """Blocks of two files of the same program; as many for as many pair one by one."""

        def like(i: int, j: int) -> float:
            return self._blocks(base[i], fresh[j])

        ours, theirs = _names(base, fresh, lambda block: block.exact)
        pairs = diff3.align(ours, theirs, like)
        return diff3.fill_gaps(
            pairs, len(base), len(fresh), lambda i, j: _one_for_one(base[i], fresh[j])
        )

    def pair_edited(self, base: Sequence[Block], staff: Sequence[Block]) -> list[diff3.Pair]:
        """Blocks of the base and of the file people edited, by text alone."""

        def like(i: int, j: int) -> float:
            return self._blocks(base[i], staff[j])

        ours, theirs = _names(base, staff, lambda block: block.key)
        return diff3.align(ours, theirs, like)

    def pair_generated_rows(self, base: Sequence[Row], fresh: Sequence[Row]) -> list[diff3.Pair]:
        """Rows of two files of the same program."""

        def like(i: int, j: int) -> float:
            return self._rows(base[i], fresh[j])

        ours, theirs = _names(base, fresh, lambda row: row.exact)
        pairs = diff3.align(ours, theirs, like)
        return diff3.fill_gaps(
            pairs, len(base), len(fresh), lambda i, j: base[i].shape == fresh[j].shape
        )

    def pair_edited_rows(self, base: Sequence[Row], staff: Sequence[Row]) -> list[diff3.Pair]:
        """Rows of the base and of the file people edited."""

        def like(i: int, j: int) -> float:
            return self._rows(base[i], staff[j])

        ours, theirs = _names(base, staff, lambda row: row.key)
        return diff3.align(ours, theirs, like)

    def _blocks(self, one: Block, other: Block) -> float:
        if isinstance(one, Table) and isinstance(other, Table):
            if one.first is other.first:
                return 1.5
            share = self._share(one, other)
            return share if share >= _TABLES_ALIKE else 0.0
        if isinstance(one, Table) or isinstance(other, Table):
            return 0.0
        if one.key == other.key:
            return 1.5 if one.text.strip() else 0.2
        share = self._share(one, other)
        return share if share >= _ALIKE else 0.0

    def _rows(self, one: Row, other: Row) -> float:
        if one.key == other.key:
            return 1.5 if one.text.strip(" |") else 0.2
        share = self._share(one, other)
        if one.cells and other.cells and one.cells[0].key == other.cells[0].key:
            share += 0.3 if one.cells[0].text.strip() else 0.0
        return share if share >= _ROWS_ALIKE else 0.0

    def _share(self, one: Any, other: Any) -> float:
        """How much of their words two texts share, from 0 to 1 (Dice)."""
        ours, theirs = self._counted(one), self._counted(other)
        total = ours.total() + theirs.total()
        return 2 * (ours & theirs).total() / total if total else 0.0

    def _counted(self, item: Any) -> Counter[str]:
        known = self._words.get(id(item))
        if known is None:
            words = item.make_words() if isinstance(item, Table) else item.text.split()
            known = self._words[id(item)] = Counter(words)
        return known


def _names(
    ours: Sequence[B], theirs: Sequence[B], name: Callable[[B], Hashable]
) -> tuple[list[Hashable], list[Hashable]]:
    """What items are known by; what both sides have as it is need not be read for that.

    A table is known by itself alone: one that changed is found by its words.
    """
    known = [
        {item.first for item in side if not isinstance(item, Paragraph)} for side in (ours, theirs)
    ]
    shared = known[0] & known[1]

    def named(item: B) -> Hashable:
        if isinstance(item, Table) or (isinstance(item, Row) and item.first in shared):
            return item.first
        return name(item)

    return [named(item) for item in ours], [named(item) for item in theirs]


def _one_for_one(one: Block, other: Block) -> bool:
    """Whether a block may have become quite another one: same sort, same style."""
    if isinstance(one, Paragraph) and isinstance(other, Paragraph):
        return bool(one.exact) == bool(other.exact) and one.look == other.look
    return isinstance(one, Table) and isinstance(other, Table)

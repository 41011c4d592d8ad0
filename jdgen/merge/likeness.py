"""Which blocks and rows belong together: equal ones, then similar ones, in rising order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from jdgen.merge import diff3
from jdgen.merge.units import Block, Paragraph, Row, Table

Item = TypeVar("Item", Block, Row)
_ALIKE = 0.4
_TABLES_ALIKE = 0.15
_ROWS_ALIKE = 0.3


@dataclass
class Likeness:
    """Pairs blocks; remembers the words of each, as every block is asked about many times."""

    _words: dict[int, Counter[str]] = field(default_factory=dict)

    def pair_generated(self, base: Sequence[Block], fresh: Sequence[Block]) -> list[diff3.Pair]:
        """Blocks of two files of the same program; as many for as many pair one by one."""
        pairs = _pair(base, fresh, _exact, self._blocks)
        return diff3.fill_gaps(
            pairs, len(base), len(fresh), lambda i, j: _one_for_one(base[i], fresh[j])
        )

    def pair_edited(self, base: Sequence[Block], staff: Sequence[Block]) -> list[diff3.Pair]:
        """Blocks of the base and of the file people edited, by text alone."""
        return _pair(base, staff, _key, self._blocks)

    def pair_generated_rows(self, base: Sequence[Row], fresh: Sequence[Row]) -> list[diff3.Pair]:
        """Rows of two files of the same program."""
        pairs = self.pair_edited_rows(base, fresh)
        return diff3.fill_gaps(
            pairs, len(base), len(fresh), lambda i, j: base[i].shape == fresh[j].shape
        )

    def pair_edited_rows(self, base: Sequence[Row], staff: Sequence[Row]) -> list[diff3.Pair]:
        """Rows of the base and of the file people edited."""
        return _pair(base, staff, lambda row: row.words, self._rows)

    def _blocks(self, one: Block, other: Block) -> float:
        if type(one) is not type(other):
            return 0.0
        if _key(one) == _key(other):
            return 1.5 if _key(one)[1].strip() else 0.2
        share = self._share(one, other)
        limit = _TABLES_ALIKE if isinstance(one, Table) else _ALIKE
        return share if share >= limit else 0.0

    def _rows(self, one: Row, other: Row) -> float:
        if one.words == other.words:
            return 1.5 if one.words.strip() else 0.2
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
            text = item.text if isinstance(item, Paragraph) else item.words
            known = self._words[id(item)] = Counter(text.split())
        return known


def _pair(
    base: Sequence[Item],
    other: Sequence[Item],
    key: Callable[[Item], Hashable],
    likeness: Callable[[Item, Item], float],
) -> list[diff3.Pair]:
    """Items of the same XML pair without being read; what is between them by key, then likeness."""

    def between(rows: range, columns: range) -> list[diff3.Pair]:
        ours, theirs = [base[i] for i in rows], [other[j] for j in columns]
        pairs = diff3.align(
            list(map(key, ours)), list(map(key, theirs)), lambda i, j: likeness(ours[i], theirs[j])
        )
        return [(rows[i], columns[j]) for i, j in pairs]

    firsts = [[id(item.first) for item in side] for side in (base, other)]
    return diff3.align_between(firsts[0], firsts[1], between)


def _key(block: Block) -> tuple[bool, str]:
    """What a block is known by; tables by their words, which takes no reading."""
    table = isinstance(block, Table)
    return table, block.words if isinstance(block, Table) else block.key


def _exact(block: Block) -> tuple[bool, str]:
    table = isinstance(block, Table)
    return table, block.words if isinstance(block, Table) else block.exact


def _one_for_one(one: Block, other: Block) -> bool:
    """Whether a block may have become quite another one: same sort, same style."""
    if isinstance(one, Paragraph) and isinstance(other, Paragraph):
        return bool(one.exact) == bool(other.exact) and one.look == other.look
    return isinstance(one, Table) and isinstance(other, Table)

"""Whether two texts show a person the same, whatever a program computed or rewrote at a save.

Pure, like `units`: told by what was read, not by where it stands in a file.
"""

from __future__ import annotations

from collections.abc import Sequence

from jdgen.merge.units import Block, Cell, Paragraph, Row, Table


def same_cells(base: Cell, other: Cell) -> bool:
    """Whether a person would read and see the same in both; no more is read than it takes to tell.

    Empty paragraphs are looks. A field may have been computed anew, or have become the text that
    it showed. Equations that are all gone are no edit: LibreOffice without its part for formulas
    leaves them out.
    """
    ours, theirs = list(base.blocks[::-1]), list(other.blocks[::-1])
    while ours or theirs:
        if ours and theirs and _same_block(ours[-1], theirs[-1]):
            ours.pop()
            theirs.pop()
        elif ours and theirs and _maths(ours[-1]) and _maths(theirs[-1]):
            return False
        elif ours and _blank(ours[-1]):
            ours.pop()
        elif theirs and _blank(theirs[-1]) and not _maths(theirs[-1]):
            theirs.pop()
        else:
            return False
    return True


def _maths(block: Block) -> bool:
    """Whether a block shows equations."""
    return isinstance(block, Paragraph) and bool(block.seen.maths)


def _blank(block: Block) -> bool:
    return block.seen.blank if isinstance(block, Paragraph) else all(map(_blank_row, block.rows))


def _blank_row(row: Row) -> bool:
    return all(map(blank, row.cells))


def blank(cell: Cell) -> bool:
    """Whether there is nothing to see in a cell or another container of blocks."""
    return all(map(_blank, cell.blocks))


def _same_block(base: Block, other: Block) -> bool:
    if base.first is other.first:
        return True
    if isinstance(base, Table) and isinstance(other, Table):
        return _same_rows(base.rows, other.rows)
    if isinstance(base, Table) or isinstance(other, Table):
        return False
    ours, theirs = base.seen, other.seen
    same_text = ours.full == theirs.full
    same_but_computed = (ours.lasting, ours.fields) == (theirs.lasting, theirs.fields)
    maths = theirs.maths in (ours.maths, ())
    return (same_text or same_but_computed) and ours.things == theirs.things and maths


def _same_rows(base: Sequence[Row], other: Sequence[Row]) -> bool:
    return len(base) == len(other) and all(map(_same_row, base, other))


def _same_row(base: Row, other: Row) -> bool:
    """Cells without text at either end are looks: some programs write none for a gap there."""
    if base.first is other.first:
        return True
    ours: Sequence[Cell] = base.cells
    theirs: Sequence[Cell] = other.cells
    if len(ours) != len(theirs):
        ours, theirs = _trimmed(ours), _trimmed(theirs)
    return len(ours) == len(theirs) and all(map(same_cells, ours, theirs))


def _trimmed(cells: Sequence[Cell]) -> Sequence[Cell]:
    filled = [index for index, cell in enumerate(cells) if not blank(cell)]
    return cells[filled[0] : filled[-1] + 1] if filled else ()

"""Writing whole paragraphs, tables and rows into the edited file, and taking them out."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from jdgen.merge.carrier import without_revisions
from jdgen.merge.inline import fingerprint
from jdgen.merge.resolve import resolve_looks
from jdgen.merge.revisions import DEL, INS, P_PR, R_PR, Pen, mark_of, remove
from jdgen.merge.steps import DropRow, PutBlocks, PutRows
from jdgen.merge.texts import TextWriter, cut_out
from jdgen.merge.units import Block, Paragraph, Row, Table
from jdgen.word.markup import SAVE_IDS, TBL, TC, TR, P, R, child, every, qn

_LEADING = frozenset(qn(f"w:{tag}") for tag in ("tcPr", "sdtPr", "sdtEndPr"))
_BLOCKS = frozenset((P, TBL, qn("w:sdt"), qn("w:sectPr"), qn("w:customXml")))
_MARK_ONLY = frozenset((qn("w:rPr"), qn("w:sectPr"), qn("w:pPrChange")))


@dataclass
class BlockWriter:
    """Puts in and takes out blocks and rows; deletions are collected and done at the end."""

    pen: Pen
    text: TextWriter
    _tails: dict[etree._Element, etree._Element] = field(default_factory=dict)
    _doomed: list[etree._Element] = field(default_factory=list)
    _gaps: list[etree._Element] = field(default_factory=list)

    def put_blocks(self, step: PutBlocks) -> None:
        """New blocks at their place; at the end of a cell or before a table the marks shift."""
        elements = [self._block(block) for block in step.blocks]
        if step.before is not None:
            place = _elements(step.before)[0]
            for element in elements:
                place.addprevious(element)
        elif step.after is not None:
            self._add_after(_elements(step.after)[-1], elements)
        else:
            scope = step.scope.source
            lead = sum(1 for item in scope if item.tag in _LEADING)
            for index, element in enumerate(elements):
                scope.insert(lead + index, element)
        if self.pen.tracked:
            self._mark_new([element for element in elements if element.tag == P], elements)

    def _add_after(self, anchor: etree._Element, elements: Sequence[etree._Element]) -> None:
        place = self._tails.get(anchor, anchor)
        for element in elements:
            place.addnext(element)
            place = element
        self._tails[anchor] = place

    def _mark_new(
        self, paragraphs: list[etree._Element], elements: Sequence[etree._Element]
    ) -> None:
        following = _next_block(elements[-1])
        before = _previous_block(elements[0])
        last = paragraphs[-1] if paragraphs else None
        at_end = following is None or following.tag != P
        if last is not None and at_end and before is not None and self._may_shift(before):
            self._take_looks(last, before)
            paragraphs = [before, *paragraphs[:-1]]
        for paragraph in paragraphs:
            self.pen.mark_paragraph(paragraph, INS)

    def _may_shift(self, before: etree._Element) -> bool:
        """Whether the mark of the paragraph before can carry the change instead."""
        tied = ("w:pPr/w:sectPr", "w:pPr/w:numPr/w:ins")
        if before.tag != P or any(child(before, path) is not None for path in tied):
            return False
        change = child(before, "w:pPr/w:pPrChange")
        if change is not None and not self.pen.own(change, change.tag):
            return False
        return mark_of(before, INS) is None and mark_of(before, DEL) is None

    def _take_looks(
        self, paragraph: etree._Element, other: etree._Element, *, turn: bool = False
    ) -> None:
        """Makes a paragraph fall back to the looks of another when the change is rejected.

        With `turn` it has them now, and falls back to its own.
        """
        mine, theirs = child(paragraph, "w:pPr"), child(other, "w:pPr")
        if mine is None:
            mine = etree.Element(P_PR)
            paragraph.insert(0, mine)
        if not turn:
            _copy_mark(mine, theirs)
            _copy_attributes(paragraph, other)
            _copy_attributes(mine, theirs)
        pending = child(theirs, "w:pPrChange/w:pPr")
        before = mine if turn else theirs if pending is None else pending
        if fingerprint(mine, _MARK_ONLY) == fingerprint(theirs if turn else before, _MARK_ONLY):
            if len(mine) == 0:
                remove(mine)
            return
        if child(mine, "w:pPrChange") is not None:
            return
        change = self.pen.mark(qn("w:pPrChange"))
        old = etree.SubElement(change, P_PR)
        old.extend(copy.deepcopy(item) for item in _looks_of(before))
        if turn:
            for item in list(_looks_of(mine)):
                remove(item)
            for index, item in enumerate(_looks_of(theirs)):
                mine.insert(index, copy.deepcopy(item))
        mine.append(change)

    def _block(self, block: Block) -> etree._Element:
        if isinstance(block, Table):
            return self._table(block)
        element = etree.Element(P)
        model = self.text.models.paragraph(block.look)
        if model is not None:
            properties = child(model, "w:pPr")
            if properties is not None:
                element.append(without_revisions(properties))
        else:
            source = child(block.source[-1], "w:pPr") if block.source else None
            properties = self.text.carrier.properties(source)
            if properties is not None:
                element.append(properties)
        self.pen.put_last(element, self.text.all_runs(block))
        return element

    def _table(self, table: Table) -> etree._Element:
        element = etree.Element(TBL)
        for tag in ("w:tblPr", "w:tblGrid"):
            properties = self.text.carrier.properties(child(table.source, tag))
            if properties is not None:
                element.append(properties)
        element.extend(self._row(row, None) for row in table.rows)
        return element

    def _row(self, row: Row, model: Row | None) -> etree._Element:
        """A new row, in the looks of a row of the edited table if there is one to follow."""
        element = etree.Element(TR)
        shape = row if model is None else model
        for tag in ("w:tblPrEx", "w:trPr"):
            properties = child(shape.source, tag)
            if properties is not None:
                element.append(without_revisions(properties))
        for cell, like in zip(row.cells, shape.cells, strict=True):
            new = etree.SubElement(element, TC)
            properties = child(like.source, "w:tcPr")
            if properties is not None:
                new.append(without_revisions(properties))
            new.extend(self._block(block) for block in cell.blocks)
            if len(new) == 0 or new[-1].tag != P:
                etree.SubElement(new, P)
        if self.pen.tracked:
            self._mark_row(element, INS)
        return element

    def _mark_row(self, row: etree._Element, tag: str) -> None:
        """Marks a row and, as Word does, the paragraphs in it: LibreOffice goes by those."""
        self.pen.mark_row(row, tag)
        for paragraph in every(row, "w:p"):
            self.pen.mark_paragraph(paragraph, tag)

    def put_rows(self, step: PutRows) -> None:
        """New rows in a table of the edited file."""
        rows = [self._row(row, _model(step, row)) for row in step.rows]
        if step.after is not None:
            self._add_after(step.after.source, rows)
            return
        first = step.table.rows[0].source
        for row in rows:
            first.addprevious(row)

    def drop_row(self, step: DropRow) -> None:
        """Deletes a row; a pending insertion of our own simply goes."""
        self._drop_row(step.row)

    def _drop_row(self, row: Row) -> None:
        element = row.source
        if not self.pen.tracked or self.pen.own(child(element, "w:trPr/w:ins")):
            self._clear(element)
            return
        for cell in row.cells:
            for block in cell.blocks:
                if isinstance(block, Table):
                    for inner in block.rows:
                        self._drop_row(inner)
                elif block.tokens:
                    self.pen.drop(cut_out(block.tokens))
        self._mark_row(element, DEL)

    def drop_block(self, block: Block) -> None:
        """Deletes a paragraph or a table; paragraphs lose their marks in `finish`."""
        if isinstance(block, Table):
            for row in block.rows:
                self._drop_row(row)
            if next(every(block.source, "w:tr"), None) is None:
                self._clear(block.source)
            return
        if block.tokens:
            self.pen.drop(cut_out(block.tokens))
        self._doomed.extend(block.source)

    def _clear(self, element: etree._Element) -> None:
        """Takes a row or table out at once, and leaves a gap for what is put after it."""
        gap = etree.Comment("")
        element.addprevious(gap)
        remove(element)
        self._tails.setdefault(element, gap)
        self._gaps.append(gap)

    def _close_gaps(self) -> None:
        for gap in self._gaps:
            table = gap.getparent()
            remove(gap)
            if table is not None and table.tag == TBL and next(every(table, "w:tr"), None) is None:
                remove(table)

    def finish(self) -> None:
        """Deletes the marks of the paragraphs whose text was deleted, neighbours together."""
        self._close_gaps()
        doomed = set(self._doomed)
        for element in self._doomed:
            if element not in doomed:
                continue
            group = [element]
            doomed.discard(element)
            following = _next_block(element)
            while following is not None and following in doomed:
                group.append(following)
                doomed.discard(following)
                following = _next_block(following)
            if self.pen.tracked:
                self._drop_marks(group, following)
            else:
                self._remove(group)

    def _remove(self, group: list[etree._Element]) -> None:
        for element in group:
            holder = element.getparent()
            before = _previous_block(element)
            alone = before is None or before.tag != P
            if holder is not None and holder.tag == TC and _next_block(element) is None and alone:
                continue
            if any(item.tag == R for item in element.iter(R)):
                continue
            remove(element)

    def _drop_marks(self, group: list[etree._Element], following: etree._Element | None) -> None:
        """Deletes the marks of neighbouring paragraphs; at the end of a cell those before them."""
        kept = [element for element in group if not self._take_back(element)]
        if not kept:
            return
        if following is None or following.tag != P:
            before = _previous_block(kept[0])
            if before is not None and before.tag == P and self.pen.own(mark_of(before, INS)):
                self._fall_back(kept[0])
                _fold_into(kept[0], before)
            elif before is not None and self._may_shift(before):
                self._take_looks(kept[-1], before, turn=True)
                kept = [before, *kept]
            kept = kept[:-1]
        for element in kept:
            self.pen.mark_paragraph(element, DEL)

    def _take_back(self, paragraph: etree._Element) -> bool:
        """Takes back a paragraph mark that is our own pending insertion; False for any other."""
        if not self.pen.own(mark_of(paragraph, INS)):
            return False
        behind = _next_block(paragraph)
        if all(item.tag == P_PR for item in paragraph):
            remove(paragraph)
        elif behind is not None and behind.tag == P:
            _fold_into(behind, paragraph)
        return True

    def _fall_back(self, paragraph: etree._Element) -> None:
        """Takes our own change of looks back."""
        change = child(paragraph, "w:pPr/w:pPrChange")
        if change is not None and self.pen.own(change, change.tag):
            resolve_looks(change, "reject")


def _fold_into(keep: etree._Element, other: etree._Element) -> None:
    """Moves the content of a paragraph to the front of the next one, and takes it out."""
    start = 1 if child(keep, "w:pPr") is not None else 0
    for index, item in enumerate([item for item in other if item.tag != P_PR]):
        keep.insert(start + index, item)
    remove(other)


def _copy_attributes(mine: etree._Element, theirs: etree._Element | None) -> None:
    """Gives an element what another says of itself, but for ids."""
    for name, text in () if theirs is None else theirs.attrib.items():
        if not SAVE_IDS.search(str(name)):
            mine.set(name, text)


def _copy_mark(mine: etree._Element, theirs: etree._Element | None) -> None:
    """Gives a paragraph's mark the formatting of another's."""
    for item in mine.findall(R_PR):
        remove(item)
    marks = child(theirs, "w:rPr")
    if marks is not None:
        after = child(mine, "w:pPrChange")
        if after is not None:
            after.addprevious(without_revisions(marks))
        else:
            mine.append(without_revisions(marks))


def _model(step: PutRows, row: Row) -> Row | None:
    """The nearest row of the edited table that has the same cells and is no header row."""
    rows = step.table.rows
    at = rows.index(step.after) if step.after is not None else 0
    fitting = [
        (abs(index - at), index)
        for index, entry in enumerate(rows)
        if entry.shape == row.shape and child(entry.source, "w:trPr/w:tblHeader") is None
    ]
    return rows[min(fitting)[1]] if fitting else None


def _elements(block: Block) -> tuple[etree._Element, ...]:
    if isinstance(block, Paragraph):
        return tuple(block.source)
    return (block.source,)


def _looks_of(properties: etree._Element | None) -> Iterator[etree._Element]:
    if properties is not None:
        yield from (item for item in list(properties) if item.tag not in _MARK_ONLY)


def _next_block(element: etree._Element) -> etree._Element | None:
    return next((item for item in element.itersiblings() if item.tag in _BLOCKS), None)


def _previous_block(element: etree._Element) -> etree._Element | None:
    return next(
        (item for item in element.itersiblings(preceding=True) if item.tag in _BLOCKS), None
    )

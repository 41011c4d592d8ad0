"""What is to be done to the edited file: the three-way merge as a list of steps.

Pure functions over `units`. Base and fresh come from one program and are compared strictly; the
edited file is aligned with the base by text alone, so that its looks never count as changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from jdgen.merge import diff3
from jdgen.merge.likeness import Likeness
from jdgen.merge.steps import (
    Clash,
    DropBlock,
    DropRow,
    EditText,
    Plan,
    PutBlocks,
    PutRows,
    Restyle,
)
from jdgen.merge.tokens import keys_of, text_of, typed_over
from jdgen.merge.units import (
    DELETED,
    Block,
    Cell,
    Paragraph,
    Row,
    Table,
    paragraphs_in,
    resist,
)

T = TypeVar("T")
Near = Callable[[], Paragraph | None]


def make_plan(base: Cell, staff: Cell, fresh: Cell, *, tracked: bool) -> Plan:
    """The plan that brings what changed from `base` to `fresh` into `staff`."""
    plan = Plan(tracked)
    _merge_blocks(plan, base, staff, fresh, _nowhere)
    return plan


def _merge_blocks(plan: Plan, base: Cell, staff: Cell, fresh: Cell, near: Near) -> None:
    like = Likeness()
    by_staff = dict(like.pair_edited(base.blocks, staff.blocks))
    by_fresh = dict(like.pair_generated(base.blocks, fresh.blocks))
    last: Block | None = None
    gaps = _gaps(by_staff, len(base.blocks), len(staff.blocks))
    near = _at(_first_paragraph, staff.blocks, near)
    fresh_done = 0
    for index, block in enumerate([*base.blocks, None]):
        at_staff = by_staff.get(index) if block else len(staff.blocks)
        at_fresh = by_fresh.get(index) if block else len(fresh.blocks)
        if at_fresh is not None:
            new = _unknown(fresh.blocks[fresh_done:at_fresh], staff.blocks[gaps[index]])
            fresh_done = at_fresh + 1
            if new:
                before = staff.blocks[at_staff] if block and at_staff is not None else None
                after = None if before else last
                if not block and staff.blocks:
                    after = staff.blocks[-1]
                _put_blocks(plan, PutBlocks(staff, after, before, tuple(new)), near)
        if block is None:
            break
        there = staff.blocks[at_staff] if at_staff is not None else None
        now = fresh.blocks[at_fresh] if at_fresh is not None else None
        if there is not None:
            last = there
            near = _at(_last_paragraph, (there,), near)
        if now and not there and now.key in [one.key for one in staff.blocks[gaps[index]]]:
            continue
        _merge_block(plan, block, there, now, near)


def _put_blocks(plan: Plan, step: PutBlocks, near: Near) -> None:
    """New blocks; those that resist tracking are told instead."""
    for block in step.blocks:
        if block.resists(plan.tracked):
            plan.steps.append(Clash("fixed", "", block.text, "", near()))
    fitting = tuple(block for block in step.blocks if not block.resists(plan.tracked))
    if fitting:
        plan.steps.append(PutBlocks(step.scope, step.after, step.before, fitting))


def _gaps(by_staff: dict[int, int], count: int, length: int) -> list[slice]:
    """For each place before a base item, and at the end, the unpaired edited items round it."""
    ends = [length] * (count + 1)
    for index in range(count - 1, -1, -1):
        ends[index] = by_staff.get(index, ends[index + 1])
    starts, start = [], 0
    for index in range(count + 1):
        starts.append(start)
        start = by_staff.get(index, start - 1) + 1
    return [slice(*pair) for pair in zip(starts, ends, strict=True)]


def _unknown(new: Sequence[Block], present: Sequence[Block]) -> list[Block]:
    """The new blocks that people have not put there themselves."""
    rest = [block.key for block in present] if new else []
    result = []
    for block in new:
        if block.key in rest:
            del rest[: rest.index(block.key) + 1]
        else:
            result.append(block)
    return result


def _merge_block(
    plan: Plan, base: Block, staff: Block | None, fresh: Block | None, near: Near
) -> None:
    """What happens to one block of the base; None: that side no longer has it."""
    if fresh is None:
        if staff is None:
            return
        if _was_edited(base, staff):
            anchor = _first_paragraph((staff,)) or near()
            plan.steps.append(Clash("deleted_edited", base.text, "", staff.text, anchor))
        elif staff.resists(plan.tracked):
            anchor = _first_paragraph((staff,)) or near()
            plan.steps.append(Clash("deleted_fixed", base.text, "", staff.text, anchor))
        else:
            plan.steps.append(DropBlock(staff))
    elif staff is None:
        if fresh.exact != base.exact:
            plan.steps.append(Clash("edited_deleted", base.text, fresh.text, "", near()))
    else:
        _merge_three(plan, base, staff, fresh, near)


def _merge_three(plan: Plan, base: Block, staff: Block, fresh: Block, near: Near) -> None:
    """What happens to one block that all sides have."""
    if isinstance(base, Paragraph):
        if isinstance(staff, Paragraph) and isinstance(fresh, Paragraph):
            _merge_texts(plan, base, staff, fresh)
    elif isinstance(staff, Table) and isinstance(fresh, Table):
        if base.first is fresh.first:
            plan.unread.append(lambda rest: _merge_rows(rest, base, staff, fresh, _nowhere))
        else:
            _merge_rows(plan, base, staff, fresh, near)


def _merge_texts(plan: Plan, base: Paragraph, staff: Paragraph, fresh: Paragraph) -> None:
    plan.pairs.append((base, staff, fresh))
    if base.first is fresh.first:
        return
    if base.exact == fresh.exact:
        if base.raw != fresh.raw and not _same_looks(base, fresh):
            plan.steps.append(Restyle(base, staff, fresh))
        return
    said, kept = keys_of(fresh.tokens), keys_of(staff.tokens)
    was, now = ([token.exact for token in side.tokens] for side in (base, fresh))
    ours = diff3.hunks(was, now, glue=" ")
    theirs = diff3.hunks(keys_of(base.tokens), kept, glue=" ") if base.key != staff.key else []

    def same(there: diff3.Pair, here: diff3.Pair) -> bool:
        return kept[slice(*there)] == said[slice(*here)]

    def holds(there: diff3.Pair, here: diff3.Pair) -> bool:
        part, whole = said[slice(*here)], kept[slice(*there)]
        return any(whole[n : n + len(part)] == part for n in range(len(whole) - len(part) + 1))

    edits: list[diff3.Region] = []
    for region in diff3.merge(ours, theirs, same, holds, _touching(base, staff, fresh)):
        if region.outcome == "same":
            continue
        gone = staff.tokens[slice(*region.staff)]
        new = fresh.tokens[slice(*region.fresh)]
        old = base.tokens[slice(*region.base)]
        both = region.outcome == "conflict" or any(map(typed_over, old, gone))
        if not both and not resist((*gone, *new), plan.tracked):
            edits.append(region)
            continue
        reason = "both_changed" if both else "fixed"
        before = text_of(old)
        clash = Clash(reason, before, text_of(new), text_of(gone), staff, region.staff)
        plan.steps.append(clash)
    if edits:
        plan.steps.append(EditText(base, staff, fresh, tuple(edits)))


def _touching(
    base: Paragraph, staff: Paragraph, fresh: Paragraph
) -> Callable[[diff3.Hunk, diff3.Hunk], bool]:
    """Whether a change of people and one of the profile have no word and no mark between them.

    "Two" that became "Three" beside a typed "or three" would read "Three or three". Two things put
    in at one place are none of these, nor are spaces, or a field that became its text.
    """

    def facing(hunk: diff3.Hunk, side: Paragraph, end: int) -> str:
        new = side.tokens[hunk.other_start : hunk.other_end]
        kinds = [token.kind for token in new or base.tokens[hunk.start : hunk.end]]
        return next((kind for kind in kinds[::end] if kind != "space"), "")

    def touch(there: diff3.Hunk, here: diff3.Hunk) -> bool:
        left, right = (there, staff), (here, fresh)
        if (here.start, here.end) < (there.start, there.end):
            left, right = right, left
        between = base.tokens[left[0].end : right[0].start]
        old = base.tokens[there.start : there.end]
        new = staff.tokens[there.other_start : there.other_end]
        apart = any(token.kind != "space" for token in between)
        both_add = there.start == there.end and here.start == here.end
        if apart or both_add or text_of(old) == text_of(new):
            return False
        return {facing(*left, -1), facing(*right, 1)}.isdisjoint({"mark", ""})

    return touch


def _was_edited(base: Block | Row, staff: Block | Row) -> bool:
    """Whether people changed the text, the results of fields included."""
    if base.key != staff.key:
        return True
    pairs = zip(paragraphs_in(base), paragraphs_in(staff), strict=False)
    return any(
        any(map(typed_over, ours.tokens, theirs.tokens))
        for ours, theirs in pairs
        if ours.first is not theirs.first
    )


def _same_looks(base: Paragraph, fresh: Paragraph) -> bool:
    looks = ([token.look for token in side.tokens] for side in (base, fresh))
    return base.look == fresh.look and next(looks) == next(looks)


def _merge_rows(plan: Plan, base: Table, staff: Table, fresh: Table, near: Near) -> None:
    like = Likeness()
    by_staff = dict(like.pair_edited_rows(base.rows, staff.rows))
    by_fresh = dict(like.pair_generated_rows(base.rows, fresh.rows))
    gaps = _gaps(by_staff, len(base.rows), len(staff.rows))
    near = _at(_first_paragraph, (staff,), near)
    last: Row | None = None
    fresh_done = 0
    for index, row in enumerate([*base.rows, None]):
        at_staff = by_staff.get(index) if row else len(staff.rows)
        at_fresh = by_fresh.get(index) if row else len(fresh.rows)
        if at_fresh is not None:
            new = fresh.rows[fresh_done:at_fresh]
            if new:
                present = [entry.key for entry in staff.rows[gaps[index]]]
                new = tuple(row for row in new if row.key not in present)
            fresh_done = at_fresh + 1
            if new:
                after = last
                if at_staff is not None:
                    after = staff.rows[at_staff - 1] if at_staff else None
                _put_rows(plan, staff, after, new, near)
        if row is None:
            break
        there = staff.rows[at_staff] if at_staff is not None else None
        now = fresh.rows[at_fresh] if at_fresh is not None else None
        if there is not None:
            last = there
            near = _at(_row_paragraph, there, near)
        if now and not there and now.key in [one.key for one in staff.rows[gaps[index]]]:
            continue
        _merge_row(plan, staff, (row, there, now), near)


def _put_rows(plan: Plan, table: Table, after: Row | None, rows: Sequence[Row], near: Near) -> None:
    """New rows, where the table still has their shape and nothing in them resists tracking."""
    shapes = {row.shape for row in table.rows}
    fitting = []
    for row in rows:
        if row.shape in shapes and not row.resists(plan.tracked):
            fitting.append(row)
        else:
            anchor = (_row_paragraph(after) if after else None) or near()
            plan.steps.append(Clash("row_shape", "", row.text, "", anchor))
    if fitting:
        plan.steps.append(PutRows(table, after, tuple(fitting)))


def _merge_row(
    plan: Plan,
    table: Table,
    row: tuple[Row, Row | None, Row | None],
    near: Near,
) -> None:
    base, staff, fresh = row
    if fresh is None:
        if staff is None:
            return
        anchor = _row_paragraph(staff) or near()
        if _was_edited(base, staff):
            plan.steps.append(Clash("deleted_edited", base.text, "", staff.text, anchor))
        elif staff.resists(plan.tracked) or staff.shape != base.shape:
            plan.steps.append(Clash("deleted_fixed", base.text, "", staff.text, anchor))
        else:
            plan.steps.append(DropRow(table, staff))
    elif staff is None:
        if fresh.exact != base.exact:
            plan.steps.append(Clash("edited_deleted", base.text, fresh.text, "", near()))
    elif base.first is fresh.first:
        plan.unread.append(lambda rest: _merge_cells(rest, (base, staff, fresh), _nowhere))
    elif _has_pairs(base, staff, fresh):
        _merge_cells(plan, (base, staff, fresh), near)
    elif base.exact != fresh.exact:
        anchor = _row_paragraph(staff) or near()
        plan.steps.append(Clash("row_shape", base.text, fresh.text, staff.text, anchor))


def _merge_cells(plan: Plan, rows: tuple[Row, Row, Row], near: Near) -> None:
    """What happens to the cells of a row that all sides have, where they can be paired."""
    base, staff, fresh = rows
    if _has_pairs(base, staff, fresh):
        for ours, theirs, new in zip(base.cells, staff.cells, fresh.cells, strict=True):
            _merge_blocks(plan, ours, theirs, new, near)


def _has_pairs(base: Row, staff: Row, fresh: Row) -> bool:
    """Whether the cells of three rows stand for one another: as many, and none marked to go."""
    if base.shape != fresh.shape or base.shape == staff.shape:
        return base.shape == fresh.shape
    return len(base.cells) == len(staff.cells) and DELETED not in staff.shape


def _nowhere() -> Paragraph | None:
    """The start of the text."""
    return None


def _at(find: Callable[[T], Paragraph | None], place: T, otherwise: Near) -> Near:
    """The paragraph found at a place, else another; looked for when somebody asks."""
    return lambda: find(place) or otherwise()


def _first_paragraph(blocks: Sequence[Block]) -> Paragraph | None:
    for block in blocks:
        if isinstance(block, Paragraph):
            return block
        for row in block.rows:
            found = _row_paragraph(row)
            if found:
                return found
    return None


def _last_paragraph(blocks: Sequence[Block]) -> Paragraph | None:
    for block in reversed(blocks):
        if isinstance(block, Paragraph):
            return block
        for row in reversed(block.rows):
            for cell in reversed(row.cells):
                found = _last_paragraph(cell.blocks)
                if found:
                    return found
    return None


def _row_paragraph(row: Row) -> Paragraph | None:
    for cell in row.cells:
        found = _first_paragraph(cell.blocks)
        if found:
            return found
    return None

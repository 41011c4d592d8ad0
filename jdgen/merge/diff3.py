"""Alignment and three-way comparison of sequences: pure functions, standard library only.

The method is diff3 (Khanna, Kunal and Pierce, "A formal investigation of diff3"), whose comfortable
properties do not hold in general: what jdgen promises is tested on the merged files themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

Pair = tuple[int, int]
Outcome = Literal["ours", "same", "conflict"]
_LARGEST_GRID = 40_000


@dataclass(frozen=True, slots=True)
class Hunk:
    """Items `start` to `end` of the base became items `other_start` to `other_end`."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Region:
    """One place that the fresh side changed, with the same place on all three sides.

    `ours`: only the fresh side changed it. `same`: both made the same change. `conflict`: both
    changed it, differently.
    """

    outcome: Outcome
    base: Pair
    staff: Pair
    fresh: Pair


def align(
    ours: Sequence[Hashable], theirs: Sequence[Hashable], likeness: Callable[[int, int], float]
) -> list[Pair]:
    """Pairs (i, j) of items that belong together, both rising: equal ones and similar ones.

    `likeness(i, j)` is 0 for items that must not pair, else how much a pair of them is worth;
    it is asked about equal items as well, so that an equal empty line can count for little.
    """

    def similar(rows: range, columns: range) -> list[Pair]:
        return _best_pairs(rows, columns, likeness)

    return align_between(ours, theirs, similar)


def align_between(
    ours: Sequence[Hashable],
    theirs: Sequence[Hashable],
    between: Callable[[range, range], list[Pair]],
) -> list[Pair]:
    """The same for equal items; `between` pairs what is left between two pairs of them."""
    pairs: list[Pair] = []
    spans = [(0, len(ours), 0, len(theirs))]
    while spans:
        a, b, c, d = spans.pop()
        while a < b and c < d and ours[a] == theirs[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and ours[b - 1] == theirs[d - 1]:
            b, d = b - 1, d - 1
            pairs.append((b, d))
        if a == b or c == d:
            continue
        anchors = _unique_anchors(ours, theirs, (a, b), (c, d))
        if not anchors:
            pairs += between(range(a, b), range(c, d))
            continue
        pairs += anchors
        edges = [(a - 1, c - 1), *anchors, (b, d)]
        spans += [(i + 1, k, j + 1, m) for (i, j), (k, m) in pairwise(edges)]
    return sorted(pairs)


def _unique_anchors(
    ours: Sequence[Hashable], theirs: Sequence[Hashable], span: Pair, other: Pair
) -> list[Pair]:
    """Items that occur once on each side, the longest rising chain of them (patience diff)."""
    left = Counter(ours[span[0] : span[1]])
    right = Counter(theirs[other[0] : other[1]])
    where = {theirs[j]: j for j in range(*other) if right[theirs[j]] == 1}
    both = [(i, where[ours[i]]) for i in range(*span) if left[ours[i]] == 1 and ours[i] in where]
    tails: list[int] = []
    chain: list[int] = []
    back: list[int] = []
    for index, (_, j) in enumerate(both):
        at = bisect_left(tails, j)
        tails[at : at + 1] = [j]
        chain[at : at + 1] = [index]
        back.append(chain[at - 1] if at else -1)
    result: list[Pair] = []
    index = chain[-1] if chain else -1
    while index >= 0:
        result.append(both[index])
        index = back[index]
    return result[::-1]


def _best_pairs(rows: range, columns: range, likeness: Callable[[int, int], float]) -> list[Pair]:
    """The pairing in rising order that is worth most (Needleman-Wunsch with free gaps)."""
    if len(rows) * len(columns) > _LARGEST_GRID:
        columns = columns[: max(1, _LARGEST_GRID // len(rows))]
    worth = [[likeness(i, j) for j in columns] for i in rows]
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for i in range(len(rows) - 1, -1, -1):
        for j in range(len(columns) - 1, -1, -1):
            take = worth[i][j] + best[i + 1][j + 1] if worth[i][j] else 0.0
            best[i][j] = max(take, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(rows) and j < len(columns):
        if worth[i][j] and best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            pairs.append((rows[i], columns[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def fill_gaps(
    pairs: Sequence[Pair], length: int, other: int, may_pair: Callable[[int, int], bool]
) -> list[Pair]:
    """The pairs, and one by one those in gaps that are equally long on both sides."""
    result = list(pairs)
    edges = [(-1, -1), *pairs, (length, other)]
    for (i, j), (k, m) in pairwise(edges):
        if k - i == m - j:
            result += [(i + n, j + n) for n in range(1, k - i) if may_pair(i + n, j + n)]
    return sorted(result)


def hunks(base: Sequence[Hashable], other: Sequence[Hashable], *, glue: Hashable) -> list[Hunk]:
    """What changed from base to other, each change slid to where it reads best.

    Something put in or taken out begins with a `glue` item (a space) if it can, else ends with
    one. Two replacements with nothing but one such item between them become one, so that a
    reworded phrase reads as one change.
    """
    codes = SequenceMatcher(None, base, other, autojunk=False).get_opcodes()
    found: list[Hunk] = []
    for index, (tag, a, b, c, d) in enumerate(codes):
        if tag == "equal":
            continue
        last = found[-1] if found else Hunk(0, 0, 0, 0)
        room = codes[index + 1][2] - b if index + 1 < len(codes) else 0
        hunk = _slide(base, other, Hunk(a, b, c, d), (last, room), glue)
        if (
            found
            and all(item == glue for item in base[last.end : hunk.start])
            and hunk.start - last.end <= 1
            and _replaces(last)
            and _replaces(hunk)
        ):
            found[-1] = Hunk(last.start, hunk.end, last.other_start, hunk.other_end)
        else:
            found.append(hunk)
    return found


def _replaces(hunk: Hunk) -> bool:
    return hunk.start < hunk.end and hunk.other_start < hunk.other_end


def _slide(
    base: Sequence[Hashable],
    other: Sequence[Hashable],
    hunk: Hunk,
    limits: tuple[Hunk, int],
    glue: Hashable,
) -> Hunk:
    """A hunk that only adds or only removes, moved between the hunk before and `room` after it."""
    if _replaces(hunk):
        return hunk
    last, room = limits
    adds = hunk.start == hunk.end
    side, start, end = (
        (other, hunk.other_start, hunk.other_end) if adds else (base, hunk.start, hunk.end)
    )
    left = 0
    most = min(hunk.start - last.end, hunk.other_start - last.other_end)
    while left < most and side[start - left - 1] == side[end - left - 1]:
        left += 1
    right = 0
    while right < room and side[start + right] == side[end + right]:
        right += 1
    places = range(-left, right + 1)
    begins = (by for by in places if side[start + by] == glue)
    ends = (by for by in places if side[end + by - 1] == glue)
    by = next(begins, next(ends, -left))
    return Hunk(hunk.start + by, hunk.end + by, hunk.other_start + by, hunk.other_end + by)


def merge(
    ours: Sequence[Hunk],
    theirs: Sequence[Hunk],
    same: Callable[[Pair, Pair], bool],
    holds: Callable[[Pair, Pair], bool],
    touch: Callable[[Hunk, Hunk], bool],
) -> Iterator[Region]:
    """Every change of ours with what is to happen to it, in order.

    `same(theirs, ours)` compares stretches of the two changed sides; `holds(theirs, ours)` says
    that a stretch theirs put in holds what ours puts in at the same gap; `touch(theirs, ours)`
    that two changes stand so close that they are one place.
    """
    used = 0
    for group in _overlapping(ours, theirs, touch):
        mine = [hunk for ours_side, hunk in group if ours_side]
        other = [hunk for ours_side, hunk in group if not ours_side]
        if not mine:
            used += len(other)
            continue
        start = min(hunk.start for _, hunk in group)
        end = max(hunk.end for _, hunk in group)
        fresh = _mapped(mine, start, end)
        if not other:
            staff = _untouched(theirs[:used], start, end)
            yield Region("ours", (start, end), staff, fresh)
            continue
        used += len(other)
        staff = _mapped(other, start, end)
        if same(staff, fresh) or (start == end and holds(staff, fresh)):
            yield Region("same", (start, end), staff, fresh)
        elif start == end:
            yield Region("ours", (start, end), (staff[1], staff[1]), fresh)
        else:
            yield Region("conflict", (start, end), staff, fresh)


def _overlapping(
    ours: Sequence[Hunk], theirs: Sequence[Hunk], touch: Callable[[Hunk, Hunk], bool]
) -> Iterator[list[tuple[bool, Hunk]]]:
    """The hunks of both sides in order, those of one place together."""
    everything = [(True, hunk) for hunk in ours] + [(False, hunk) for hunk in theirs]
    everything.sort(key=lambda entry: (entry[1].start, entry[1].end, entry[0]))
    group: list[tuple[bool, Hunk]] = []
    end = -1
    for entry in everything:
        hunk = entry[1]
        point = group and group[-1][1].start == group[-1][1].end == hunk.start == hunk.end
        close = (
            touch(hunk, other) if mine else touch(other, hunk)
            for mine, other in group
            if mine != entry[0]
        )
        if group and (hunk.start < end or point or any(close)):
            group.append(entry)
            end = max(end, hunk.end)
            continue
        if group:
            yield group
        group, end = [entry], hunk.end
    if group:
        yield group


def _mapped(own: Sequence[Hunk], start: int, end: int) -> Pair:
    """Where base items `start` to `end` stand on a side whose hunks among them are `own`."""
    first, last = own[0], own[-1]
    return first.other_start - (first.start - start), last.other_end + (end - last.end)


def _untouched(before: Sequence[Hunk], start: int, end: int) -> Pair:
    """Where base items `start` to `end` stand on a side that left them as they were."""
    shift = 0
    for hunk in before:
        shift += (hunk.other_end - hunk.other_start) - (hunk.end - hunk.start)
    return start + shift, end + shift

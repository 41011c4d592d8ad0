"""Tokens, alignment and diff3 by themselves: no Word file in sight."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.merge import diff3
from jdgen.merge.plan import make_plan
from jdgen.merge.steps import Clash, DropBlock, EditText, PutBlocks
from jdgen.merge.tokens import text_of, words
from jdgen.merge.units import Cell, Paragraph


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("peer-led support", ["peer-led", " ", "support"]),
        (
            "$25.50, or 40% at 7:30.",
            ["$25.50", ",", " ", "or", " ", "40%", " ", "at", " ", "7:30", "."],
        ),
        ("O’Neil  said “yes”", ["O’Neil", "  ", "said", " ", "“", "yes", "”"]),
        ("👩‍👧 hello", ["👩‍👧", " ", "hello"]),
        ("", []),
    ],
)
def test_a_text_falls_into_words_spaces_and_marks(text: str, tokens: list[str]) -> None:
    assert [token.text for token in words(text)] == tokens


@given(st.text())
def test_the_tokens_of_a_text_are_the_text(text: str) -> None:
    assert text_of(words(text)) == text


def test_quotes_dashes_and_hard_spaces_align_with_plain_ones() -> None:
    fancy, plain = words("“peer‑led” – it’s\u00a0ours"), words('"peer-led" - it\'s ours')
    assert [token.key for token in fancy] == [token.key for token in plain]


def apply(base: str, other: str, found: list[diff3.Hunk]) -> str:
    result, at = "", 0
    for hunk in found:
        result += base[at : hunk.start] + other[hunk.other_start : hunk.other_end]
        at = hunk.end
    return result + base[at:]


@given(st.text("ab c"), st.text("ab c"))
def test_hunks_turn_the_base_into_the_other(base: str, other: str) -> None:
    found = diff3.hunks(base, other, glue=" ")
    assert apply(base, other, found) == other
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_an_alignment_rises_on_both_sides(one: list[str], other: list[str]) -> None:
    pairs = diff3.align(one, other, lambda i, j: float(one[i] == other[j]))
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
    assert all(one[a] == other[b] for a, b in pairs)


@given(st.lists(st.sampled_from("abcd"), min_size=1))
def test_a_sequence_aligns_with_itself_item_by_item(items: list[str]) -> None:
    pairs = diff3.align(items, items, lambda i, j: float(items[i] == items[j]))
    assert pairs == [(n, n) for n in range(len(items))]


def merged(base: str, staff: str, fresh: str) -> list[tuple[str, str, str]]:
    """Outcome, staff text and fresh text of each region, over words."""
    b, s, f = ([token.key for token in words(text)] for text in (base, staff, fresh))

    def same(there: diff3.Pair, here: diff3.Pair) -> bool:
        return s[slice(*there)] == f[slice(*here)]

    def never(there: object, here: object) -> bool:
        return False

    ours, theirs = diff3.hunks(b, f, glue=" "), diff3.hunks(b, s, glue=" ")
    regions = diff3.merge(ours, theirs, same, never, never)
    return [(r.outcome, "".join(s[slice(*r.staff)]), "".join(f[slice(*r.fresh)])) for r in regions]


@pytest.mark.parametrize(
    ("base", "staff", "fresh", "regions"),
    [
        ("one two three", "one two three", "one 2 three", [("ours", "two", "2")]),
        ("one two three", "ONE two three", "one 2 three", [("ours", "two", "2")]),
        ("one two three", "one 2 three", "one 2 three", [("same", "2", "2")]),
        ("one two three", "one zwei three", "one 2 three", [("conflict", "zwei", "2")]),
        ("one two", "one two", "one two three", [("ours", "", " three")]),
        ("one two", "one two drei", "one two three", [("ours", "", " three")]),
        ("one two three", "one three", "one 2 three", [("conflict", "", " 2")]),
        ("one two three", "one three", "one three", [("same", "", "")]),
        ("a red car", "a red car", "a big van", [("ours", "red car", "big van")]),
        ("one two", "two words", "one two", []),
    ],
)
def test_three_texts_are_compared_place_by_place(base, staff, fresh, regions) -> None:
    assert merged(base, staff, fresh) == regions


def cell(*texts: str) -> Cell:
    return Cell(tuple(Paragraph.of(words(text)) for text in texts))


def plan(base: Cell, staff: Cell, fresh: Cell) -> list[tuple[str, str]]:
    """The steps by name, with the text they are about."""
    told = []
    for step in make_plan(base, staff, fresh, tracked=True).steps:
        if isinstance(step, PutBlocks):
            told.append(("put", "/".join(block.text for block in step.blocks)))
        elif isinstance(step, DropBlock):
            told.append(("drop", step.block.text))
        elif isinstance(step, EditText):
            told.append(("edit", step.staff.text))
        elif isinstance(step, Clash):
            told.append((step.reason, step.after))
    return told


A, B, C, D = "First of all we meet.", "Then some of us talk.", "Later others walk.", "And rest."


@pytest.mark.parametrize(
    ("base", "staff", "fresh", "steps"),
    [
        ([A, B, C], [A, B, C], [A, B, C, D], [("put", D)]),
        ([A, B, C], [A, B, C], [A, C], [("drop", B)]),
        ([A, B, C], [A, C], [A, C], []),
        ([A, C], [A, B, C], [A, B, C], []),
        ([A, C], [A, D, C], [A, B, C], [("put", B)]),
        ([A, B], [A, B + " Twice."], [A], [("deleted_edited", "")]),
        ([A, B], [A], [A, B + " Twice."], [("edited_deleted", B + " Twice.")]),
        ([A, B], [A, B], [A, B + " Twice."], [("edit", B)]),
        ([A, A, B], [A, A, B], [A, B], [("drop", A)]),
        ([A, B], [B, A], [A, B, C], [("put", C)]),
        ([], [], [A], [("put", A)]),
    ],
)
def test_paragraphs_are_put_dropped_kept_or_told(base, staff, fresh, steps) -> None:
    assert plan(cell(*base), cell(*staff), cell(*fresh)) == steps


@pytest.mark.parametrize(
    ("base", "staff", "fresh", "told"),
    [
        ("Two hours a day", "Two or three hours a day", "Three hours a day", "Three"),
        ("Two hours a day", "Two minutes a day", "Three hours a day", "Three hours"),
        ("Two hours a day", "Three hours a day", "Two long hours a day", "Two long"),
        ("Two very long days", "Two long days", "Two very short days", " very short"),
    ],
)
def test_changes_with_no_word_between_them_are_one_place(base, staff, fresh, told) -> None:
    assert plan(cell(base), cell(staff), cell(fresh)) == [("both_changed", told)]


@pytest.mark.parametrize(
    ("base", "staff", "fresh"),
    [
        ("Two hours a day", "Two hours a week", "Three hours a day"),
        ("We meet. Come along.", "We talk. Come along.", "We meet. Walk along."),
        ("Bring tea, cake", "Bring tea, fruit", "Bring milk, cake"),
        ("Peers listen", "Please note: Peers listen", "Workers listen"),
        ("Peers listen", "Peers listen well", "Peers listen today"),
        ("We meet (often) here", "We meet (often)here", "We meet (often) there"),
    ],
)
def test_changes_apart_stand_side_by_side(base, staff, fresh) -> None:
    assert plan(cell(base), cell(staff), cell(fresh)) == [("edit", staff)]


@given(*[st.lists(st.sampled_from([A, B, C, D]), max_size=5) for _ in range(2)])
def test_nothing_is_done_where_the_profile_brings_nothing(
    base: list[str], staff: list[str]
) -> None:
    assert plan(cell(*base), cell(*staff), cell(*base)) == []


@given(*[st.lists(st.sampled_from([A, B, C, D]), max_size=5) for _ in range(2)])
def test_nothing_is_done_where_people_did_the_same(base: list[str], fresh: list[str]) -> None:
    assert plan(cell(*base), cell(*fresh), cell(*fresh)) == []


def test_the_pure_half_of_the_merge_knows_no_word() -> None:
    code = (
        "import sys, jdgen.merge.plan, jdgen.merge.report;"
        "print([name for name in sys.modules if name in ('lxml', 'docx', 'jdgen.word')])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"

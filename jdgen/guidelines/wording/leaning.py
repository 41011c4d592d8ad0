"""How a sentence leans: a second reader beside the rules, with weights learned from examples.

The rules know forms; no list of forms is ever complete. This reader weighs all words of a sentence
and the lists they belong to. Its weights are data (`learned.json`), written by
`python -m tools.learn_wording` from the labelled examples; nothing is learned while checking.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from jdgen.guidelines.wording.data import HERE
from jdgen.guidelines.wording.lexicon import Places
from jdgen.guidelines.wording.tokens import Token

WEIGHTS = HERE / "learned.json"
_ENDING = re.compile(r"(ations?|ments?|ings?|ies|ed|es|s|ly|al|e|y)$")
_SHORTEST_WITH_ENDING = 5
_ONE_UNIT = 45  # words up to which a text is read as one thing said
_SHORTEST_UNIT = 8  # words below which a sentence is read with the next one
_ALWAYS_APART = {"\n", "\t", "|"}
_WINDOW = 7  # words weighed together, to tell which sentence leans
_BEGINNING = 4  # letters of a longer word by which its kin is known
_NO_WORD = "@#?"  # what features that are no words begin with: lists, numbers, questions
# Fields in which the same words mean the same.
GROUPS = {
    **dict.fromkeys(("duty", "purpose"), "work"),
    **dict.fromkeys(("qualification", "supervision", "employment"), "staff"),
    **dict.fromkeys(("brochure", "expectation", "quote", "worker_profile"), "readers"),
}
TENTHS = 10  # in which figures are written
_LANE = 32  # bits for each of the figures that stand side by side
_HALF, _FULL = 1 << _LANE - 1, (1 << _LANE) - 1
_HALVES = sum(_HALF << _LANE * at for at in range(16))


class _Rows(dict[str, int]):
    """What features add in a group of fields, worked out when first asked for: few ever are.

    The figures of a feature, one for each category, stand side by side in one whole number, so that
    rows are added in one step.
    """

    def __init__(self, written: Mapping[str, str], group: str) -> None:
        super().__init__()
        self._written = written
        self._group = group

    def __missing__(self, name: str) -> int:
        written = (self._written.get(told) for told in shades(name, self._group))
        row = sum(_side_by_side(figures) for figures in written if figures)
        if row:
            self[name] = row
        return row


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds, in tenths, to the odds of each category, by group of fields."""

    categories: Sequence[str]
    bias: int
    rows: Mapping[str, _Rows]


@cache
def weights() -> Weights:
    """The learned weights."""
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    rows = {group: _Rows(told["rows"], group) for group in GROUPS.values()}
    return Weights(told["categories"], _side_by_side(told["bias"]), rows)


def shades(name: str, group: str) -> tuple[str, ...]:
    """What a feature is weighed as: a word also as said in these fields, and by its beginning."""
    if " " in name or name[0] in _NO_WORD:
        return (name,)
    said = f"{group}*{name}"
    return (name, said, f"~{name[:_BEGINNING]}") if len(name) > _BEGINNING else (name, said)


def _side_by_side(written: str) -> int:
    return sum(int(figure) << _LANE * at for at, figure in enumerate(written.split()))


def _figure(row: int, at: int) -> int:
    """One of the figures that stand side by side; those before it may have borrowed from it."""
    return ((row + _HALVES) >> _LANE * at & _FULL) - _HALF


def units(tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """Parts of a text that are weighed on their own: a short paragraph or cell, else sentences.

    From token to token (beyond), and how many of them are words.
    """
    start = words = 0
    short = sum(token.is_word for token in tokens) <= _ONE_UNIT
    for index, token in enumerate(tokens):
        words += token.is_word
        last = index + 1 == len(tokens)
        apart = token.word in _ALWAYS_APART
        if last or apart or (not short and _ends_here(tokens, index) and words >= _SHORTEST_UNIT):
            yield start, index + 1, words
            start, words = index + 1, 0


def _ends_here(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index + 1].sentence != tokens[index].sentence


def features(
    tokens: Sequence[Token],
    places: Places,
    field: str,
    unit: tuple[int, int],
) -> dict[str, int]:
    """What a unit holds, with the place of each: word stems, pairs of them, lists of concepts."""
    found: dict[str, int] = {f"field {field}": unit[0]}
    before = "^"
    for index in range(*unit):
        token = tokens[index]
        if not token.is_word and token.word != "?":
            continue
        stem = stem_of(token.word)
        found.setdefault(stem, index)
        found.setdefault(f"{before} {stem}", index)
        before = stem
        for name in places.lists_at[index]:
            found.setdefault(name, index)
    for start, lists in places.lists_of_phrases:
        if unit[0] <= start < unit[1]:
            for name in lists:
                found.setdefault(name, start)
    return found


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """The word without its commonest endings; any number is "#"."""
    if word[0].isdigit():
        return "#"
    return _ENDING.sub("", word) if len(word) >= _SHORTEST_WITH_ENDING else word


def leaning(found: Mapping[str, int], field: str) -> dict[str, float]:
    """How likely each category is what a unit does wrong; each is asked on its own."""
    table = weights()
    total = sum(map(table.rows[GROUPS[field]].__getitem__, found))
    root = math.sqrt(len(found))
    odds = [
        (_figure(table.bias, at) + _figure(total, at) / root) / TENTHS
        for at in range(len(table.categories))
    ]
    # As 1 / (1 + e^-x), which a text made of thousands of telling words would overflow.
    likely = [(1 + math.tanh(odd / 2)) / 2 for odd in odds]
    return dict(zip(table.categories, likely, strict=True))


def heaviest(found: Mapping[str, int], field: str, category: str) -> int:
    """The token from which the words of a unit weigh most for a category."""
    table = weights()
    at, rows = table.categories.index(category), table.rows[GROUPS[field]]
    heavy = dict.fromkeys(found.values(), 0)
    for name, index in found.items():
        heavy[index] += _figure(rows[name], at)
    return max(heavy, key=lambda start: sum(heavy.get(i, 0) for i in range(start, start + _WINDOW)))

"""How a sentence leans: a second reader beside the rules, with weights learned from examples.

The rules know forms; no list of forms is ever complete. This reader weighs all words of a sentence
and the lists they belong to. Its weights are data (`learned.json`), written by
`python -m tools.learn_wording` from the labelled examples; nothing is learned while checking.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat

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


class _Rows(dict[str, Sequence[int]]):
    """Rows of figures, kept as they are written until one is asked for: few of thousands are."""

    def __init__(self, written: Mapping[str, str]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, name: str) -> Sequence[int]:
        if name not in self._written:
            return ()
        row = self[name] = [int(figure) for figure in self._written[name].split()]
        return row


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds, in hundredths: to "something is wrong", and to each category."""

    categories: Sequence[str]
    bias: float
    wrong: Mapping[str, int]
    category_bias: Sequence[float]
    by_category: _Rows


@cache
def weights() -> Weights:
    """The learned weights."""
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    del told["learned_from"]
    return Weights(**{**told, "by_category": _Rows(told["by_category"])})


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


def wrongness(found: Mapping[str, int]) -> float:
    """How likely something in the unit is wrong, from 0 to 1."""
    table = weights()
    return _likely(table.bias, sum(map(table.wrong.get, found, repeat(0))), found)


def _likely(bias: float, hundredths: int, found: Mapping[str, int]) -> float:
    return 1 / (1 + math.exp(-bias - hundredths / 100 / math.sqrt(len(found))))


def likeness(found: Mapping[str, int], category: str) -> float:
    """How likely a faulty unit has a fault of this category, from 0 to 1."""
    table = weights()
    if category not in table.categories:
        return 1.0
    at = table.categories.index(category)
    total = sum(row[at] for row in map(table.by_category.__getitem__, found) if row)
    return _likely(table.category_bias[at], total, found)


def category_of(found: Mapping[str, int], allowed: Collection[str]) -> tuple[str, int]:
    """The category the unit leans to most, and the token from which the words weigh most for it."""
    table = weights()
    rows = [(index, table.by_category[name]) for name, index in found.items()]
    known = [(index, row) for index, row in rows if row]
    scale = 100 * math.sqrt(len(found))

    def total(at: int) -> float:
        return table.category_bias[at] * scale + sum(row[at] for _, row in known)

    best = max((at for at, name in enumerate(table.categories) if name in allowed), key=total)
    heavy = dict.fromkeys(found.values(), 0)
    for index, row in known:
        heavy[index] += row[best]
    start = max(heavy, key=lambda at: sum(heavy.get(i, 0) for i in range(at, at + _WINDOW)))
    return table.categories[best], start

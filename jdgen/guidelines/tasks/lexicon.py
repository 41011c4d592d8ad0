"""The lexicon: which words and phrases stand for which concept.

Data files list, for each concept, patterns parted by commas. In a pattern a word stands for all its
forms, `a/b` for either, `@name` for a word or group of words that stands for another concept,
`..` for up to three words and `...` for up to six words of the same clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jdgen.guidelines.tasks.words import DATA
from jdgen.yaml_source import load_data

FILES = ("who", "actions", "objects", "circumstances", "conflicts", "details")
GAPS = {"..": 3, "...": 6}


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a pattern: words, a reference to a concept, or a gap of up to `gap` words."""

    words: frozenset[str] = frozenset()
    concept: str = ""
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    concept: str
    elements: tuple[Element, ...]

    @property
    def refers(self) -> bool:
        return any(element.concept for element in self.elements)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by what they begin with: a word, or a concept."""

    plain: Mapping[str, tuple[Pattern, ...]]
    by_word: Mapping[str, tuple[Pattern, ...]]
    by_concept: Mapping[str, tuple[Pattern, ...]]
    concepts: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    patterns = [pattern for name in FILES for pattern in _patterns(name)]
    plain: dict[str, list[Pattern]] = {}
    by_word: dict[str, list[Pattern]] = {}
    by_concept: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        first = pattern.elements[0]
        if first.concept:
            by_concept.setdefault(first.concept, []).append(pattern)
            continue
        index = by_word if pattern.refers else plain
        for word in first.words:
            index.setdefault(word, []).append(pattern)
    return Lexicon(
        _frozen(plain),
        _frozen(by_word),
        _frozen(by_concept),
        frozenset(pattern.concept for pattern in patterns),
    )


def _patterns(name: str) -> Iterator[Pattern]:
    for concept, told in load_data(DATA / f"{name}.yaml").items():
        for written in str(told).replace("'s", " 's").split(","):
            if written.strip():
                yield Pattern(concept, tuple(_element(part) for part in written.split()))


def _element(part: str) -> Element:
    if part in GAPS:
        return Element(gap=GAPS[part])
    if part.startswith("@"):
        return Element(concept=part[1:])
    return Element(words=frozenset(part.split("/")))


def _frozen(index: dict[str, list[Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    return {key: tuple(found) for key, found in index.items()}

"""A task as words: each with the base forms it may stand for, and the clause it is in.

A word is not analysed further: it is known by every base form it might have ("walking" may be
"walk" or "walke"), and the lexicon holds only the ones that exist. So inflection costs one lookup,
and a word nobody foresaw does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from jdgen.yaml_source import load_data

DATA = Path(__file__).parent / "data"
_WORD = re.compile(r"[^\W\d_]+(?:'(?!s\b)[a-z]+)?|'s\b|(?<=s)'(?=\s)|\d+|[.,;:!?()]|[—–]|\s-\s")
_BREAKS = frozenset(".,;:!?()—–")
_DOUBLED = re.compile(r"([b-df-hj-np-tvz])\1$")
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("mme", "m"),
    ("mmes", "ms"),
    ("ence", "ense"),
    ("centre", "center"),
    ("centres", "centers"),
    ("theatre", "theater"),
    ("lling", "ling"),
    ("lled", "led"),
    ("llor", "lor"),
    ("llors", "lors"),
    ("cheque", "check"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a task; `clause` counts up at every mark."""

    text: str
    forms: frozenset[str]
    clause: int
    is_capital: bool

    @property
    def is_mark(self) -> bool:
        return self.text in _BREAKS


def words_of(task: str) -> tuple[Word, ...]:
    """The words of a task in order; hyphens part words, and a possessive is a word of its own."""
    plain = task.replace("’", "'").replace("‘", "'").replace("-", " ")
    return tuple(_words(plain))


def _words(text: str) -> Iterator[Word]:
    clause = 0
    for found in _WORD.finditer(text):
        shown = found.group().strip()
        if shown in _BREAKS:
            clause += 1
        if shown == "'":
            shown = "'s"
        yield Word(shown.lower(), forms_of(shown.lower()), clause, shown[:1].isupper())


@lru_cache(maxsize=8192)
def forms_of(word: str) -> frozenset[str]:
    """The word and every base form it might have, also in the other spelling of English."""
    found = {word}
    found.update(_irregular().get(word, ()))
    found.update(_stems(word))
    for form in tuple(found):
        for british, american in _SPELLINGS:
            if form.endswith(british):
                found.add(form[: -len(british)] + american)
    return frozenset(found)


def _stems(word: str) -> Iterator[str]:
    if len(word) < 4:
        return
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
        if word.endswith("ies"):
            yield word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if _DOUBLED.search(stem):
                yield stem[:-1]
            if stem.endswith("i"):
                yield stem[:-1] + "y"


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """For each irregular form its base forms."""
    found: dict[str, tuple[str, ...]] = {}
    for base, forms in load_data(DATA / "irregular.yaml").items():
        for form in str(forms).split():
            found[form] = (*found.get(form, ()), base)
    return found


def is_past(word: str) -> bool:
    """Whether a word looks like a past form: by its ending, or as an irregular one."""
    return word.endswith("ed") or word in _irregular()

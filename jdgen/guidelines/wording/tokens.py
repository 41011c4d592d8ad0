"""A small tokenizer: words, numbers and the marks that end clauses, each with its place.

Hyphens inside a word part it ("non-compliant" reads as "non compliant"), a possessive ending is a
flag of its word and "don't" reads as "do n't", so that lists of forms need one spelling only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"[^\W\d_]++(?!['’]t\b)(?:(?:\.[^\W\d_])+\.?)?"  # word, a.m.
    r"|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|[^\W\d_]+"  # do|n't
    r"|\d+(?:[.,]\d+)*"
    r"|(?<=\w)['’](?:s|re|ll|ve|m|d)\b"  # 's 're 'll
    r"|\.{3}|[.!?;:,()\[\]…•|/\n\t]|\s[-–—]\s|[–—]"
)
_POSSESSIVE = "'s"
_DASHES = {"-", "–", "—"}
_ENDS = {".", "!", "?", "…", "\n", "\t", "•", "|", "..."}


@dataclass(slots=True)
class Token:
    """One word or mark. `word` is its lower-case form, the mark itself for punctuation."""

    word: str
    text: str
    start: int
    end: int
    sentence: int
    is_word: bool
    possessive: bool = False

    @property
    def capital(self) -> bool:
        return self.is_word and self.text[0].isupper()


def tokenize(text: str) -> list[Token]:
    """The tokens of a text in order. Never fails, whatever the text holds."""
    found: list[Token] = []
    sentence = 0
    for match in _TOKEN.finditer(text):
        word, mark, is_word = _read(match[0])
        if word == _POSSESSIVE and found and found[-1].is_word:
            found[-1].possessive = True
            continue
        found.append(Token(word, mark, *match.span(), sentence, is_word))
        if mark in _ENDS:
            sentence += 1
    return found


@lru_cache(maxsize=20_000)
def _read(raw: str) -> tuple[str, str, bool]:
    """A word in lower case, as it is written, and whether it is one and no mark."""
    mark = raw.strip() or raw
    word = "–" if mark in _DASHES else mark.lower().replace("’", "'")
    return word, mark, word[0].isalnum() or (word[0] == "'" and len(word) > 1)

"""The language of a text, by its small words: the rules on wording know English only."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from jdgen.yaml_source import load_data

ENGLISH, OTHER_SCRIPT, OTHER = "English", "another script", "another language"
_DATA = Path(__file__).parent / "facts" / "languages.yaml"
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 10
_ENOUGH_LETTERS = 20
_CLEARLY_ENGLISH = 0.2  # lists of duties have a share of about a quarter, sentences twice that
_LEAST_OF_A_LANGUAGE = 0.15
_NEVER_ENGLISH, _WORDS_TO_BE_SURE = 0.05, 20


@lru_cache(maxsize=1024)
def language_of(text: str) -> str:
    """The name of the language, `another script`, or `another language` where it is none we know.

    What is too short or too mixed to tell counts as English, so that it is checked.
    """
    if _in_other_script(text):
        return OTHER_SCRIPT
    words = _WORD.findall(text.lower())
    if len(words) < _ENOUGH_WORDS:
        return ENGLISH
    english = _share(words, ENGLISH)
    if english >= _CLEARLY_ENGLISH:
        return ENGLISH
    shares = {told: _share(words, told) for told in _small_words() if told != ENGLISH}
    nearest = max(shares, key=lambda language: shares[language])
    if shares[nearest] >= max(_LEAST_OF_A_LANGUAGE, 2 * english):
        return nearest
    sure = len(words) >= _WORDS_TO_BE_SURE and english < _NEVER_ENGLISH
    return OTHER if sure and not _names_and_figures(text) else ENGLISH


def _share(words: list[str], language: str) -> float:
    """The share of the words that are small words of a language."""
    return sum(map(_small_words()[language].__contains__, words)) / len(words)


def _in_other_script(text: str) -> bool:
    """Whether most letters are not Latin ones; one character may be a whole word there."""
    rare = [sign for sign in text if not sign.isascii() and sign.isalpha()]
    foreign = sum(not unicodedata.name(sign, "").startswith("LATIN") for sign in rare)
    if foreign < _ENOUGH_LETTERS / 2:
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _ENOUGH_LETTERS and foreign > letters / 2


def _names_and_figures(text: str) -> bool:
    """Whether most words begin with a capital: an address or a list of names is no language."""
    words: list[str] = _WORD.findall(text)
    return sum(word[0].isupper() for word in words) > len(words) / 2


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(str(words).split()) for name, words in load_data(_DATA).items()}

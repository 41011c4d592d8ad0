"""One table turns texts written in Canadian English into the spelling and the terms of a place.

It is for texts that jdgen ships (data files and the literal text of templates), never for the
words of a profile: those stay as their author wrote them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

WRITTEN_IN = "en-CA"
LOCALES = ("en-CA", "en-US", "en-GB", "en-IE", "en-AU", "en-NZ")

# What stands in braces is a placeholder or a template's tag, never text.
_TAGS = r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\w+\}"


@cache
def spelling_for(locale: str) -> Mapping[str, str]:
    """Words and phrases of the shipped texts, lower-case, with what the locale writes instead.

    Empty for the locale the texts are written in and for one that the table does not know.
    """
    table = files("jdgen").joinpath("spellings.csv").read_text(encoding="utf-8")
    pairs = {
        row[WRITTEN_IN]: row[locale]
        for row in csv.DictReader(table.splitlines())
        if row.get(locale) and row[locale] != row[WRITTEN_IN]
    }
    return MappingProxyType(pairs)


class Replacement(NamedTuple):
    """Characters `start` to `end` of a text become `text`."""

    start: int
    end: int
    text: str


def replacements(text: str, spelling: Mapping[str, str]) -> Iterator[Replacement]:
    """Every whole word or phrase of the table that a text holds, with what stands in its place.

    The longest phrase wins and capitals are kept; placeholders and template tags are left alone.
    """
    if spelling:
        for found in _pattern(tuple(spelling)).finditer(text):
            written = found.group()
            if written[0] != "{":
                yield Replacement(*found.span(), _like(written, spelling[written.lower()]))


def respell(text: str, spelling: Mapping[str, str]) -> str:
    """The text with every replacement made."""
    parts, at = [], 0
    for found in replacements(text, spelling):
        parts += [text[at : found.start], found.text]
        at = found.end
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=len(LOCALES))
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"{_TAGS}|(?<!\w)(?:{either})(?!\w)", re.IGNORECASE | re.DOTALL)


def _like(written: str, replacement: str) -> str:
    """The replacement with the capitals of the words it stands for."""
    if written.isupper() and len(written) > 1:
        return replacement.upper()
    if " " in written and all(word[0].isupper() for word in written.split()):
        return " ".join(word[0].upper() + word[1:] for word in replacement.split())
    if written[0].isupper():
        return replacement[0].upper() + replacement[1:]
    return replacement

"""Words, spaces, marks and atoms: what the merge compares. Pure text, no Word knowledge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["word", "space", "mark", "atom"]

# A word keeps what stands inside it and an amount its sign: peer-led, 7:30, O'Neil, $12.50, 40%,
# name@example.org. A pictograph keeps its modifiers and companions, so that no edit cuts it in two.
_WORD = (
    r"[$\u20ac\u00a3]?[\w\u0300-\u036f]+(?:[-.,:/'@&\u2010\u2011\u2019\u00ad][\w\u0300-\u036f]+)*%?"
)
_MARK = r"[^\w\s](?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d.)*"
_TOKEN = re.compile(rf"(?P<word>{_WORD})|(?P<space>\s+)|(?P<mark>{_MARK})", re.DOTALL)
_SPACES = re.compile(r"\s+")
_FOLD = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u00ad": None,
        "\u2026": "...",
    }
)


@dataclass(slots=True, eq=False)  # thousands are made: frozen ones take twice as long
class Token:
    """One unit of a paragraph; never changed.

    `key` is what a person would take for the same text: quotes, dashes and spaces folded; it
    aligns the edited file. `exact` is compared between the two generated files; for text it is
    the text itself, for an atom a digest. `look` is a fingerprint of the formatting. A `fixed`
    token cannot carry a tracked change, a `bound` one cannot be brought into another file at all.
    `source` belongs to whoever made the token.
    """

    kind: Kind
    text: str
    key: str
    exact: str
    look: str = ""
    fixed: bool = False
    bound: bool = False
    source: Any = None


def typed_over(one: Token, other: Token) -> bool:
    """Whether a field shows something else now that it does not compute day by day."""
    field = one.kind == other.kind == "atom" and one.key.startswith("field:")
    return field and one.key == other.key and one.text.split() != other.text.split()


def fold(text: str) -> str:
    """The text with quotes, dashes and spaces made plain; for comparing, never for output."""
    if text.isspace():
        return " "
    return text if text.isascii() else text.translate(_FOLD)


def fold_all(text: str) -> str:
    """The keys of all tokens of a text in one: equal for texts that a person takes for the same."""
    plain = text.isprintable() and "  " not in text
    spaced = text if plain else _SPACES.sub(" ", text)
    return spaced if spaced.isascii() else spaced.translate(_FOLD)


def split(text: str) -> Iterator[tuple[Kind, int, int]]:
    """The tokens of a text as kind, start and end; together they cover every character."""
    for found in _TOKEN.finditer(text):
        kind: Kind
        if found.lastgroup == "word":
            kind = "word"
        elif found.lastgroup == "space":
            kind = "space"
        else:
            kind = "mark"
        yield kind, found.start(), found.end()


def words(text: str) -> tuple[Token, ...]:
    """The tokens of a plain text."""
    return tuple(Token(kind, text[a:b], fold(text[a:b]), text[a:b]) for kind, a, b in split(text))


def text_of(tokens: Sequence[Token]) -> str:
    """The tokens as a person reads them."""
    return "".join(token.text for token in tokens)


def keys_of(tokens: Sequence[Token]) -> list[str]:
    """The folded keys of the tokens."""
    return [token.key for token in tokens]

"""Words that are part of a name, or only quoted: they are mentioned, not used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from jdgen.guidelines.wording.data import grammar, phrases
from jdgen.guidelines.wording.tokens import Token
from jdgen.model import Profile

_QUOTE_MARK = re.compile("[“\"‘']")
_QUOTED = re.compile(r"“([^”]{1,60})”|\"([^\"]{1,60})\"|(?<!\w)[‘']([^’'\n]{1,40})[’'](?!\w)")
_SHORTEST_NAME = 2  # words with a capital
_LONGEST_NAME = 6  # words before the last cue word
_HEADING_SHARE = 0.6  # share of words with a capital from which a text is in title case
_JOINING = {"and", "of", "for", "the", "&", "on", "to", "-"}


def name_spans(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Character spans of names by their pattern: runs of capitals with a cue word."""
    spans: list[tuple[int, int]] = []
    if sum(token.text[0].isupper() for token in tokens) < _SHORTEST_NAME:
        return spans
    title_case = in_title_case(tokens)
    first_words = _first_words(tokens)
    for run in _runs(tokens):
        weak = not title_case and run[0].start not in first_words
        cues = [i for i, token in enumerate(run) if _is_cue(token, weak)]
        ends = bool(cues) and (not title_case or cues[-1] == len(run) - 1)
        if ends and len(run) > 1:
            spans.append((run[max(cues[-1] - _LONGEST_NAME, 0)].start, run[-1].end))
    return spans


def profile_names(profile: Profile | None) -> tuple[str, ...]:
    """The names a profile gives, what its house says of itself, and its word for the role."""
    return _names_of(_Same(profile)) if profile is not None else ()


class _Same:
    """A profile as a key of a cache: it is the same one only if it is that very object."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile

    def __hash__(self) -> int:
        return id(self.profile)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.profile is self.profile


@lru_cache(maxsize=8)
def _names_of(same: _Same) -> tuple[str, ...]:
    """Walked through once for a profile, not for each paragraph of its documents."""
    found: list[str] = []
    _collect(same.profile.data, "", found)
    for path in grammar()["own_words"]:
        told = same.profile.get(path, ())
        for text in [told] if isinstance(told, str) else map(str, told):
            found += [] if text.isupper() else [text, f"{text[:1].upper()}{text[1:]}"]
    return tuple(dict.fromkeys(name for name in found if len(name) > 2))


def _collect(value: object, key: str, found: list[str]) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            _collect(inner, str(name), found)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _collect(inner, key, found)
    elif isinstance(value, str) and key in grammar()["name_fields"]:
        found.append(value)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Character spans of quotations of at most a few words."""
    if not _QUOTE_MARK.search(text):
        return []
    return [
        match.span()
        for match in _QUOTED.finditer(text)
        if len(match.group().split()) <= grammar()["longest_quoted_word"]
    ]


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of words with a capital, small joining words between them allowed."""
    run: list[Token] = []
    for token in tokens:
        if token.capital or (run and token.word in _JOINING):
            run.append(token)
        else:
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    while run and not run[-1].capital:
        run = run[:-1]
    if run:
        yield run


def places(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text, as characters."""
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + 1)


def in_title_case(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.is_word and len(token.word) > 3]
    return bool(words) and sum(token.capital for token in words) >= _HEADING_SHARE * len(words)


def _first_words(tokens: Sequence[Token]) -> set[int]:
    """Where the first word of each sentence begins: a capital says nothing there."""
    first: dict[int, int] = {}
    for token in tokens:
        if token.is_word:
            first.setdefault(token.sentence, token.start)
    return set(first.values())


def _is_cue(token: Token, weak: bool) -> bool:
    """Weak cues ("Team", "Program") count only where a capital is out of the ordinary."""
    return token.word in _cues("name_cues") or (weak and token.word in _cues("weak_name_cues"))


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(phrases(grammar()[name]))

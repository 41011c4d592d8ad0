"""Which concepts stand where: every list and every literal word of the rules, found in one pass.

A concept is a list of `concepts/` (`@medication`) or the literal words of one place of a form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from jdgen.guidelines.wording.data import concepts, phrases
from jdgen.guidelines.wording.inflection import expand
from jdgen.guidelines.wording.tokens import Token

VERBS = "@verbs"
Places = Mapping[str, Mapping[int, Sequence[int]]]


class Lexicon:
    """All phrases that rules and clause splitter look for, the longer ones by two words."""

    def __init__(self) -> None:
        self._words_alone: dict[str, dict[str, None]] = defaultdict(dict)
        self._phrases: dict[tuple[str, str], dict[tuple[str, ...], dict[str, None]]] = {}
        self._known: set[str] = set()

    def add(self, name: str) -> str:
        """Takes in a concept, `@list` or words apart by `|`, and gives its name."""
        if name not in self._known:
            self._known.add(name)
            for part in name.split("|"):
                for words in _words_of(part):
                    self._take_in(words, name)
            if name == VERBS:
                self._add_all_verbs()
        return name

    def _add_all_verbs(self) -> None:
        """Every word that some list uses as a verb may open a clause."""
        for told in concepts().values():
            for phrase in phrases(told):
                first = phrase.split()[0]
                if first.endswith("/v"):
                    for form in expand(first):
                        self._take_in(form, VERBS)

    def _take_in(self, words: tuple[str, ...], name: str) -> None:
        if len(words) == 1:
            self._words_alone[words[0]][name] = None
        else:
            alike = self._phrases.setdefault((words[0], words[1]), {})
            alike.setdefault(words, {})[name] = None

    def named(self, tokens: Sequence[Token]) -> set[str]:
        """The concepts that stand somewhere in a text: far sooner known than where."""
        words = [token.word for token in tokens]
        alone, phrases = self._words_alone, self._phrases
        found = set().union(*(alone[word] for word in words if word in alone))
        for start, pair in enumerate(pairwise(words)):
            for phrase, names in phrases.get(pair, {}).items():
                if tuple(words[start : start + len(phrase)]) == phrase:
                    found.update(names)
        return found

    def find(self, tokens: Sequence[Token]) -> Places:
        """For each concept the places where it begins, with the places where it ends (beyond)."""
        found: dict[str, dict[int, list[int]]] = defaultdict(dict)
        words = [token.word for token in tokens]
        for start, (word, following) in enumerate(zip(words, [*words[1:], ""], strict=True)):
            for name in self._words_alone.get(word, ()):
                found[name].setdefault(start, []).append(start + 1)
            for phrase, names in self._phrases.get((word, following), {}).items():
                end = start + len(phrase)
                if tuple(words[start:end]) == phrase:
                    for name in names:
                        found[name].setdefault(start, []).append(end)
        return found


@cache
def _words_of(part: str) -> tuple[tuple[str, ...], ...]:
    """All forms of a word, a phrase joined by `_`, or a list and the lists that it names."""
    if not part.startswith("@"):
        return tuple(expand(part.replace("_", " ")))
    if part[1:] not in concepts():
        raise ValueError(f"{part}: there is no such list in concepts/")
    told = (phrase.replace(" ", "_") for phrase in phrases(concepts()[part[1:]]))
    return tuple(
        words for phrase in told for word in phrase.split("|") for words in _words_of(word)
    )

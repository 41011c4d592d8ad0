"""Which concepts stand where in a text: the lists of the rules and their literal words.

A concept is a list of `concepts/` (`@medication`) or the literal words of one place of a form.
Phrases are found in one pass; words alone are looked up when a form asks for its concept, since
most concepts of most texts are never asked for.
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
_Hits = dict[str, list[tuple[int, int]]]
_NOTHING: Mapping[tuple[str, ...], Mapping[str, None]] = {}
_PAIR = 2
_EVERYDAY_WEIGHT = 100  # words of a list that stand in a text as often as one such as "the"
_EVERYDAY_LISTS = ("determiners", "prepositions", "auxiliaries", "connectors", "subordinators")


@cache
def _everyday_words() -> frozenset[str]:
    return frozenset(word for name in _EVERYDAY_LISTS for word in phrases(concepts()[name]))


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


class Places(dict[str, dict[int, list[int]]]):
    """For each concept the places where it begins, with the places where it ends (beyond).

    `places[name]` is worked out when first asked for; it is empty where the concept is not there.
    """

    def __init__(
        self, words: Sequence[str], words_of: Mapping[str, set[str]], of_phrases: _Hits
    ) -> None:
        super().__init__()
        self._places_of: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            self._places_of.setdefault(word, []).append(at)
        self._vocabulary = frozenset(words)
        self._words_of = words_of
        self._of_phrases = of_phrases

    def __missing__(self, name: str) -> dict[int, list[int]]:
        known = self._words_of.get(name)
        found: dict[int, list[int]] = {}
        if known and (common := self._vocabulary & known):
            if len(common) == 1:
                found = {at: [at + 1] for at in self._places_of[next(iter(common))]}
            else:
                there = sorted(at for word in common for at in self._places_of[word])
                found = {at: [at + 1] for at in there}
        if name in self._of_phrases:
            for start, end in self._of_phrases[name]:
                found.setdefault(start, []).append(end)
        self[name] = found
        return found

    @property
    def of_phrases(self) -> _Hits:
        """The concepts of which a phrase of several words stands in the text, and where."""
        return self._of_phrases


class Lexicon:
    """All phrases that rules and clause splitter look for, the longer ones by two words."""

    def __init__(self) -> None:
        self._words_of: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[tuple[str, str], dict[tuple[str, ...], dict[str, None]]] = {}
        self._known: set[str] = set()
        self._weights: dict[str, int] = defaultdict(int)

    def rarest_first(self, names: Sequence[str]) -> list[str]:
        """These concepts, first the one that the fewest texts are likely to hold."""
        return sorted(set(names), key=lambda name: (self._weights[name], name))

    def lists(self) -> tuple[str, ...]:
        """The names of the lists of concepts, without the words of single forms."""
        return tuple(
            sorted(name for name in self._known if name.startswith("@") and "|" not in name)
        )

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
        everyday = len(words) == 1 and words[0] in _everyday_words()
        self._weights[name] += _EVERYDAY_WEIGHT if everyday else 1
        if len(words) == 1:
            self._words_of[name].add(words[0])
        else:
            alike = self._phrases.setdefault((words[0], words[1]), {})
            alike.setdefault(words, {})[name] = None

    def words_of(self, name: str) -> frozenset[str]:
        """The words that alone stand for a concept."""
        return frozenset(self._words_of.get(name, ()))

    def find(self, tokens: Sequence[Token]) -> Places:
        """Where the concepts stand in a text."""
        words = [token.word for token in tokens]
        found: _Hits = defaultdict(list)
        for start, pair in enumerate(pairwise(words)):
            for phrase, names in self._phrases.get(pair, _NOTHING).items():
                end = start + len(phrase)
                if len(phrase) == _PAIR or tuple(words[start:end]) == phrase:
                    for name in names:
                        found[name].append((start, end))
        return Places(words, self._words_of, found)

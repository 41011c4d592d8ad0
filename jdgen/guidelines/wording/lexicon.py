"""Which concepts stand where in a text: the lists of the rules and their literal words.

A concept is a list of `concepts/` (`@medication`) or the literal words of one place of a form.
Phrases are found in one pass; words alone are looked up when a form asks for its concept, since
most concepts of most texts are never asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, reduce
from itertools import chain, pairwise
from operator import or_
from typing import NamedTuple

from jdgen.guidelines.wording.data import concepts, grammar, phrases
from jdgen.guidelines.wording.inflection import expand
from jdgen.guidelines.wording.tokens import Token

VERBS = "@verbs"
_Phrase = tuple[str, ...]
_Hits = dict[str, list[tuple[int, int]]]
_PAIR = 2
_EVERYDAY_WEIGHT = 100  # words of a list that stand in a text as often as one such as "the"
_EVERYDAY_LISTS = ("determiners", "prepositions", "auxiliaries", "connectors", "subordinators")


class _Forms(NamedTuple):
    """What a word, phrase or list stands for: words alone, and phrases of several words."""

    words: frozenset[str]
    phrases: tuple[_Phrase, ...]


@cache
def _everyday_words() -> frozenset[str]:
    told = (concepts()[name] for name in _EVERYDAY_LISTS)
    return frozenset(word for line in (*told, grammar()["everyday_words"]) for word in phrases(line))


@cache
def _forms_of(part: str) -> _Forms:
    """All forms of a word, a phrase joined by `_`, or a list and the lists that it names."""
    if not part.startswith("@"):
        told = expand(part.replace("_", " "))
        alone = frozenset(words[0] for words in told if len(words) == 1)
        return _Forms(alone, tuple(words for words in told if len(words) > 1))
    if part[1:] not in concepts():
        raise ValueError(f"{part}: there is no such list in concepts/")
    told = (phrase.replace(" ", "_") for phrase in phrases(concepts()[part[1:]]))
    return _all_forms(one for phrase in told for one in phrase.split("|"))


def _all_forms(parts: Iterable[str]) -> _Forms:
    """What several parts together stand for."""
    told = [_forms_of(part) for part in parts]
    words = frozenset[str]().union(*(forms.words for forms in told))
    return _Forms(words, tuple(dict.fromkeys(chain.from_iterable(forms.phrases for forms in told))))


def _is_list(name: str) -> bool:
    return name[0] == "@" and "|" not in name


class Places(dict[str, dict[int, list[int]]]):
    """For each concept the places where it begins, with the places where it ends (beyond).

    `places[name]` is worked out when first asked for; it is empty where the concept is not there.
    `lists_at` has the lists to which the word at each place belongs, `of_phrases` the concepts of
    which a phrase of several words stands in the text, and where; `present` has the bit of every
    concept that is there.
    """

    def __init__(
        self,
        words: Sequence[str],
        lists_at: Sequence[Sequence[str]],
        words_of: Mapping[str, frozenset[str]],
        of_phrases: _Hits,
        present: int,
    ) -> None:
        super().__init__()
        self.present = present
        self.lists_at = lists_at
        self.of_phrases = of_phrases
        self._words_of = words_of
        self._of_words: dict[str, list[int]] = defaultdict(list)
        self._of_lists: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(words):
            self._of_words[word].append(at)
            for name in lists_at[at]:
                self._of_lists[name].append(at)
        self._vocabulary = frozenset(self._of_words)

    def __missing__(self, name: str) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        known = self._words_of.get(name)
        if known is None:
            found = {at: [at + 1] for at in self._of_lists.get(name, ())}
        elif not known.isdisjoint(self._vocabulary):
            there = sorted(at for word in known & self._vocabulary for at in self._of_words[word])
            found = {at: [at + 1] for at in there}
        if name in self.of_phrases:
            for start, end in self.of_phrases[name]:
                found.setdefault(start, []).append(end)
        self[name] = found
        return found


class _BitsOfWords(dict[str, int]):
    """A bit for each concept for which a word stands, put together when the word is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, list[int]] = defaultdict(list)

    def __missing__(self, word: str) -> int:
        if word not in self.numbers:
            return 0
        bits = self[word] = sum(1 << number for number in self.numbers[word])
        return bits


class Lexicon:
    """All phrases that rules and clause splitter look for, the longer ones by two words."""

    def __init__(self) -> None:
        self._words_of: dict[str, frozenset[str]] = {}
        self._lists: dict[str, frozenset[str]] = {}
        self._bits: dict[str, int] = {}
        self._bits_of = _BitsOfWords()
        self._phrases: dict[_Phrase, dict[_Phrase, list[str]]] = {}
        self._weights: dict[str, int] = {}

    def rarest(self, names: Iterable[str]) -> str:
        """The one of these concepts that the fewest texts are likely to hold."""
        return min(names, key=lambda name: (self._weights[name], name))

    def bits(self, names: Iterable[str]) -> int:
        """A bit for each of these concepts, to be held against those `present` in a text."""
        return reduce(or_, (self._bits[name] for name in names), 0)

    @cached_property
    def lists_of(self) -> Mapping[str, Sequence[str]]:
        """The lists to which each word belongs, once all are taken in."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._lists):
            for word in self._lists[name]:
                found[word].append(name)
        return found

    def add(self, name: str) -> str:
        """Takes in a concept, `@list` or words apart by `|`, and gives its name."""
        if name not in self._weights:
            told = _all_forms(name.split("|"))
            if name == VERBS:
                told = _with_all_verbs(told)
            (self._lists if _is_list(name) else self._words_of)[name] = told.words
            everyday = len(told.words & _everyday_words())
            self._weights[name] = everyday * _EVERYDAY_WEIGHT + len(told.words) + len(told.phrases)
            number = len(self._bits)
            self._bits[name] = 1 << number
            for word in told.words:
                self._bits_of.numbers[word].append(number)
            for phrase in told.phrases:
                alike = self._phrases.setdefault(phrase[:_PAIR], {})
                alike.setdefault(phrase, []).append(name)
        return name

    def words_of(self, name: str) -> frozenset[str]:
        """The words that alone stand for a concept."""
        return (self._lists if _is_list(name) else self._words_of)[name]

    def find(self, tokens: Sequence[Token]) -> Places:
        """Where the concepts stand in a text."""
        words = [token.word for token in tokens]
        found: _Hits = defaultdict(list)
        for start, pair in enumerate(pairwise(words)):
            if pair in self._phrases:
                for phrase, names in self._phrases[pair].items():
                    end = start + len(phrase)
                    if len(phrase) == _PAIR or tuple(words[start:end]) == phrase:
                        for name in names:
                            found[name].append((start, end))
        present = 0
        for name in found:
            present |= self._bits[name]
        for word in words:
            present |= self._bits_of[word]
        lists_at = [self.lists_of.get(word, ()) for word in words]
        return Places(words, lists_at, self._words_of, found, present)


def _with_all_verbs(told: _Forms) -> _Forms:
    """Every word that some list uses as a verb may open a clause."""
    first_words = {phrase.split()[0] for line in concepts().values() for phrase in phrases(line)}
    verbs = _all_forms(sorted(word for word in first_words if word.endswith("/v")))
    return _Forms(told.words | verbs.words, tuple(dict.fromkeys(told.phrases + verbs.phrases)))

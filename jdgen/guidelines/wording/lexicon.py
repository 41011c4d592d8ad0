"""Which concepts stand where in a text: the lists of the rules and their literal words.

A concept is a list of `concepts/` (`@medication`) or the literal words of one place of a form.
Phrases are found in one pass; words alone are looked up when a form asks for its concept, since
most concepts of most texts are never asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from jdgen.guidelines.wording.data import concepts, grammar, phrases
from jdgen.guidelines.wording.inflection import expand
from jdgen.guidelines.wording.tokens import Token

VERBS = "@verbs"
_Phrase = tuple[str, ...]
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


class Places(dict[str, dict[int, list[int]]]):
    """For each concept the places where it begins, with the places where it ends (beyond).

    `places[name]` is worked out when first asked for; it is empty where the concept is not there.
    `lists_at` has the lists to which the word at each place belongs, `of_phrases` the concepts of
    which a phrase of several words stands in the text, and where; `present` has the bit of every
    concept that is there.
    """

    def __init__(self, lexicon: Lexicon, words: Sequence[str]) -> None:
        super().__init__()
        self.present = 0
        self.lists_at: list[Sequence[str]] = []
        self.of_phrases: dict[str, list[tuple[int, int]]] = {}
        self._lexicon = lexicon
        self._words = words
        for word in words:
            met = lexicon.met[word]
            self.lists_at.append(met.lists)
            self.present |= met.bits
        for start, end, phrase in lexicon.phrases_in(words):
            met = lexicon.met[phrase]
            self.present |= met.bits
            for name in met.names:
                self.of_phrases.setdefault(name, []).append((start, end))

    def __missing__(self, name: str) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        if self.present & self._lexicon.bits_of[name]:
            known = self._lexicon.words_of[name]
            found = {at: [at + 1] for at, word in enumerate(self._words) if word in known}
            for start, end in self.of_phrases.get(name, ()):
                found.setdefault(start, []).append(end)
        self[name] = found
        return found


class _Met(NamedTuple):
    """A word or phrase that was met in a text: the concepts for which it stands."""

    names: Sequence[str]
    lists: Sequence[str]
    bits: int


_UNKNOWN = _Met((), (), 0)


class _AllMet(dict[str | _Phrase, _Met]):
    """What is known of words and phrases, put together when one is first met."""

    def __init__(self, names_of: Mapping[str | _Phrase, Sequence[str]], bits: Mapping[str, int]):
        super().__init__()
        self._names_of = names_of
        self._bits_of = bits

    def __missing__(self, told: str | _Phrase) -> _Met:
        if told not in self._names_of:
            return _UNKNOWN
        names = self._names_of[told]
        lists = sorted(name for name in names if name[0] == "@" and "|" not in name)
        met = self[told] = _Met(names, lists, sum(self._bits_of[name] for name in names))
        return met


class Lexicon:
    """All phrases that rules and clause splitter look for, the longer ones by two words.

    `words_of` gives the words that alone stand for a concept, `bits_of` the bit of each concept,
    `met` the concepts for which a word or phrase of a text stands.
    """

    def __init__(self) -> None:
        self.words_of: dict[str, frozenset[str]] = {}
        self.bits_of: dict[str, int] = {}
        self._names_of: dict[str | _Phrase, list[str]] = defaultdict(list)
        self._phrases: dict[_Phrase, list[_Phrase]] = defaultdict(list)
        self._weights: dict[str, int] = {}
        self.met = _AllMet(self._names_of, self.bits_of)

    def rarest(self, names: Iterable[str]) -> str:
        """The one of these concepts that the fewest texts are likely to hold."""
        return min(names, key=lambda name: (self._weights[name], name))

    def add(self, name: str) -> str:
        """Takes in a concept, `@list` or words apart by `|`, and gives its name."""
        if name not in self.bits_of:
            told = _all_forms(name.split("|"))
            if name == VERBS:
                told = _with_all_verbs(told)
            self.bits_of[name] = 1 << len(self.bits_of)
            self.words_of[name] = told.words
            everyday = len(told.words & _everyday_words())
            self._weights[name] = everyday * _EVERYDAY_WEIGHT + len(told.words) + len(told.phrases)
            for word in told.words:
                self._names_of[word].append(name)
            for phrase in told.phrases:
                if phrase not in self._names_of:
                    self._phrases[phrase[:_PAIR]].append(phrase)
                self._names_of[phrase].append(name)
        return name

    def find(self, tokens: Sequence[Token]) -> Places:
        """Where the concepts stand in a text."""
        return Places(self, [token.word for token in tokens])

    def phrases_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, _Phrase]]:
        """The phrases of several words that are known, from word to word (beyond)."""
        for start, pair in enumerate(pairwise(words)):
            if pair in self._phrases:
                for phrase in self._phrases[pair]:
                    end = start + len(phrase)
                    if len(phrase) == _PAIR or tuple(words[start:end]) == phrase:
                        yield start, end, phrase


def _with_all_verbs(told: _Forms) -> _Forms:
    """Every word that some list uses as a verb may open a clause."""
    first_words = {phrase.split()[0] for line in concepts().values() for phrase in phrases(line)}
    verbs = _all_forms(sorted(word for word in first_words if word.endswith("/v")))
    return _Forms(told.words | verbs.words, tuple(dict.fromkeys(told.phrases + verbs.phrases)))

"""Which concepts stand where in a text: the lists of the rules and their literal words.

A concept is a list of `concepts/` (`@medication`) or the literal words of one place of a form.
One pass tells which concepts are there, as bits; where they stand is looked up when a form asks
for one, since most concepts of most texts are never asked for.
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


class _Forms(NamedTuple):
    """What a word, phrase or list stands for: words alone, and phrases of several words."""

    words: frozenset[str]
    phrases: tuple[_Phrase, ...]


@cache
def _everyday_words() -> Mapping[str, int]:
    """How often the commonest words stand in a text, next to a rare one."""
    told: Mapping[str, str] = grammar()["everyday_words"]
    return {word: int(often) for often, words in told.items() for word in phrases(words)}


@cache
def _forms_of(part: str) -> _Forms:
    """All forms of a word, a phrase joined by `_`, or a list and the lists that it names."""
    if not part.startswith("@"):
        told = expand(part.replace("_", " "))
        alone = frozenset(words[0] for words in told if len(words) == 1)
        return _Forms(alone, tuple(words for words in told if len(words) > 1))
    if part[1:] not in concepts():
        raise ValueError(f"{part}: there is no such list in concepts/")
    listed = (phrase.replace(" ", "_") for phrase in phrases(concepts()[part[1:]]))
    parts = [one for phrase in listed for one in phrase.split("|")]
    forms = [_forms_of(one) for one in (*parts, *(_all_verbs() if part == VERBS else ()))]
    words = frozenset[str]().union(*(one.words for one in forms))
    return _Forms(words, tuple(dict.fromkeys(chain.from_iterable(one.phrases for one in forms))))


@cache
def _weight(part: str) -> int:
    """How likely it is, next to other parts, that a text holds one of its forms."""
    forms, often = _forms_of(part), _everyday_words()
    return sum(often.get(word, 1) for word in forms.words) + len(forms.phrases)


def _all_verbs() -> list[str]:
    """Every word that some list uses as a verb may open a clause."""
    first_words = {phrase.split()[0] for line in concepts().values() for phrase in phrases(line)}
    return sorted(word for word in first_words if word.endswith("/v"))


class Places(dict[str, dict[int, list[int]]]):
    """For each concept the places where it begins, with the places where it ends (beyond).

    `places[name]` is worked out when first asked for; it is empty where the concept is not there.
    `lists_at` has the lists to which the word at each place belongs, `lists_of_phrases` those to
    which the phrases of several words belong, and where these begin; `of_phrases` has the concepts
    of these phrases, `present` the bit of every concept that is there.
    """

    def __init__(self, lexicon: Lexicon, words: Sequence[str]) -> None:
        super().__init__()
        self.lists_of_phrases: list[tuple[int, Sequence[str]]] = []
        self.of_phrases: dict[str, list[tuple[int, int]]] = {}
        self._lexicon = lexicon
        self._words = words
        self._of_lists: dict[str, list[int]] = defaultdict(list)
        met = [lexicon.met[word] for word in words]
        self.lists_at = [lists for _, lists, _ in met]
        present = 0
        for at, (_, lists, bits) in enumerate(met):
            present |= bits
            for name in lists:
                self._of_lists[name].append(at)
        for start, end, phrase in lexicon.phrases_in(words):
            names, lists, bits = lexicon.met[phrase]
            present |= bits
            self.lists_of_phrases.append((start, lists))
            for name in names:
                self.of_phrases.setdefault(name, []).append((start, end))
        self.present = present

    def __missing__(self, name: str) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        if name in self._of_lists:
            found = {at: [at + 1] for at in self._of_lists[name]}
        elif self.present & self._lexicon.bits_of[name]:
            known = self._lexicon.words_of(name)
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
    """What a lexicon knows of words and phrases, put together when one is first met."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, told: str | _Phrase) -> _Met:
        names = self._lexicon.names_of(told)
        if not names:
            return _UNKNOWN
        lists = [name for name in names if name[0] == "@" and "|" not in name]
        met = self[told] = _Met(names, lists, sum(map(self._lexicon.bits_of.__getitem__, names)))
        return met


class Lexicon:
    """All phrases that rules and clause splitter look for, the longer ones by two words.

    A concept has one or more parts, which several concepts may share: `a|@b` has `a` and `@b`.
    `bits_of` gives the bit of each concept, `met` what a word or phrase of a text stands for.
    """

    def __init__(self) -> None:
        self.bits_of: dict[str, int] = {}
        self.met = _AllMet(self)
        self._concepts_of: dict[str, list[str]] = {}
        self._parts_of: dict[str | _Phrase, list[str]] = defaultdict(list)
        self._phrases: dict[_Phrase, list[_Phrase]] = defaultdict(list)
        self._words_of: dict[str, frozenset[str]] = {}

    def rarest(self, names: Iterable[str]) -> str:
        """The one of these concepts that the fewest texts are likely to hold."""
        return min(names, key=lambda name: (sum(map(_weight, name.split("|"))), name))

    def add(self, name: str) -> str:
        """Takes in a concept, `@list` or words apart by `|`, and gives its name."""
        if name not in self.bits_of:
            self.bits_of[name] = 1 << len(self.bits_of)
            for part in dict.fromkeys(name.split("|")):
                if part not in self._concepts_of:
                    self._concepts_of[part] = []
                    self._take_in(part)
                self._concepts_of[part].append(name)
        return name

    def _take_in(self, part: str) -> None:
        forms = _forms_of(part)
        for word in forms.words:
            self._parts_of[word].append(part)
        for phrase in forms.phrases:
            if phrase not in self._parts_of:
                self._phrases[phrase[:_PAIR]].append(phrase)
            self._parts_of[phrase].append(part)

    def words_of(self, name: str) -> frozenset[str]:
        """The words that alone stand for a concept."""
        if name not in self._words_of:
            told = (_forms_of(part).words for part in name.split("|"))
            self._words_of[name] = frozenset[str]().union(*told)
        return self._words_of[name]

    def names_of(self, told: str | _Phrase) -> list[str]:
        """The concepts for which a word or a phrase stands."""
        parts = self._parts_of.get(told, ())
        return sorted({name for part in parts for name in self._concepts_of[part]})

    def find(self, tokens: Sequence[Token]) -> Places:
        """Where the concepts stand in a text."""
        return Places(self, [token.word for token in tokens])

    def phrases_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, _Phrase]]:
        """The phrases of several words that are known, from word to word (beyond)."""
        known = self._phrases
        for start, pair in enumerate(pairwise(words)):
            if pair in known:
                for phrase in known[pair]:
                    end = start + len(phrase)
                    if len(phrase) == _PAIR or tuple(words[start:end]) == phrase:
                        yield start, end, phrase

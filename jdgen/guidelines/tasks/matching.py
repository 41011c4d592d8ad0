"""Finding the lexicon's patterns in the words of a task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jdgen.guidelines.tasks.lexicon import Element, Lexicon, Pattern, lexicon
from jdgen.guidelines.tasks.words import DATA, Word, is_past
from jdgen.yaml_source import load_data

_LEAD_IN = 4
_AGENT = re.compile(r"(?:^.{3,}(?:er|or)|ist|ian|coach)$")
_NEGATION_REACH = 6


@cache
def small_words(kind: str) -> frozenset[str]:
    """The small words of this kind."""
    return frozenset(str(load_data(DATA / "small_words.yaml")[kind]).split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found in the words from `start` up to `end`."""

    concept: str
    start: int
    end: int


class Finder:
    """Finds concepts in one sequence of words: first plain patterns, then those that refer."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.lexicon: Lexicon = lexicon()
        self.ends: dict[tuple[str, int], set[int]] = {}

    def hits(self) -> list[Hit]:
        plain = list(self._matches(self.lexicon.plain))
        for hit in plain:
            self._remember(hit)
        people = list(self._names_and_pronouns())
        for hit in people:
            self._remember(hit)
        for concept in ("person", "staff", "agency", "specialist"):
            self._widen(concept)
        self._part_possessives()
        plain += people
        return plain + list(self._matches(self.lexicon.by_word)) + list(self._referring())

    def _remember(self, hit: Hit) -> None:
        self.ends.setdefault((hit.concept, hit.start), set()).add(hit.end)

    def _matches(self, index: Mapping[str, tuple[Pattern, ...]]) -> Iterator[Hit]:
        for start, word in enumerate(self.words):
            for form in word.forms:
                for pattern in index.get(form, ()):
                    yield from self._tried(pattern, start)

    def _referring(self) -> Iterator[Hit]:
        for concept, start in tuple(self.ends):
            for pattern in self.lexicon.by_concept.get(concept, ()):
                yield from self._tried(pattern, start)

    def _tried(self, pattern: Pattern, start: int) -> Iterator[Hit]:
        for end in self._after(pattern.elements, 0, start):
            yield Hit(pattern.concept, start, end)
            return

    def _after(self, elements: tuple[Element, ...], number: int, at: int) -> Iterator[int]:
        """Where the rest of a pattern may end if its element `number` begins at `at`."""
        if number == len(elements):
            yield at
            return
        element = elements[number]
        if element.gap:
            for skipped in range(element.gap + 1):
                if any(word.is_mark for word in self.words[at : at + skipped]):
                    return
                yield from self._after(elements, number + 1, at + skipped)
        elif element.concept:
            for end in sorted(self.ends.get((element.concept, at), ())):
                yield from self._after(elements, number + 1, end)
        elif at < len(self.words) and not element.words.isdisjoint(self.words[at].forms):
            yield from self._after(elements, number + 1, at + 1)

    def _names_and_pronouns(self) -> Iterator[Hit]:
        for at, word in enumerate(self.words):
            if word.text == "her":
                following = self.words[at + 1].text if at + 1 < len(self.words) else "."
                yield Hit(
                    "person" if following in small_words("never_owned") else "persons", at, at + 1
                )
            if word.text == "own" and self._is_workers_own(at):
                yield Hit("own", at, at + 1)
            if _AGENT.search(word.text) and word.text not in small_words("not_agents"):
                yield Hit("specialist", at, at + 1)
            if word.text in small_words("not_past") or not is_past(word.text):
                if self._is_name(at):
                    yield Hit("person", at, at + 1)
            else:
                yield Hit("past", at, at + 1)

    def _text(self, at: int) -> str:
        return self.words[at].text if at >= 0 else ""

    def _part_possessives(self) -> None:
        """A person followed by 's owns what comes next, and is not the one meant."""
        for (name, start), ends in tuple(self.ends.items()):
            if name not in {"person", "staff"}:
                continue
            owners = {end for end in ends if end < len(self.words) and self.words[end].text == "'s"}
            if owners and name == "person":
                owned = self.ends.setdefault(("persons", start), set())
                owned.update(end + 1 for end in owners)
            ends -= owners

    def _is_workers_own(self, at: int) -> bool:
        """A bare "own", as job descriptions have it, is the worker's, if it is of a life lived."""
        before, after = (
            self._text(at - 1),
            self.words[at + 1].text if at + 1 < len(self.words) else "",
        )
        return before not in small_words("owners") and after not in small_words("private_things")

    def _is_name(self, at: int) -> bool:
        """A capital inside a sentence that the lexicon does not know is taken for a name."""
        word = self.words[at]
        if not word.is_capital:
            return False
        if at == 0 or self.words[at - 1].text in ".!?:":
            # Where every sentence begins with one, a capital tells only before "has", "wants" …
            following = self.words[at + 1].text if at + 1 < len(self.words) else ""
            if following not in small_words("after_names"):
                return False
        return len(word.text) > 1 and not any(start == at for _, start in self.ends)

    def _widen(self, concept: str) -> None:
        """Let a person be found from the article on: "a first-time visitor", "our own adviser"."""
        for (name, start), ends in tuple(self.ends.items()):
            if name != concept:
                continue
            for begin in range(start - 1, max(-1, start - 1 - _LEAD_IN), -1):
                word = self.words[begin]
                if word.is_mark:
                    break
                if word.text in small_words("determiners"):
                    self.ends.setdefault((concept, begin), set()).update(ends)
                    if self._text(begin - 1) not in small_words("determiners"):
                        break
                elif word.text in small_words("never_owned"):
                    # "for housebound members": no article, the words after the preposition count.
                    if word.text in small_words("prepositions") and begin + 1 < start:
                        self.ends.setdefault((concept, begin + 1), set()).update(ends)
                    break


def negated(words: Sequence[Word], hit: Hit) -> bool:
    """Whether a no or never before the hit, in the same clause, takes it back."""
    clause = words[hit.start].clause
    for at in range(hit.start - 1, max(-1, hit.start - 1 - _NEGATION_REACH), -1):
        word = words[at]
        if word.clause != clause or word.text in {"but", "while", "so", "because", "and"}:
            return False
        if word.text in small_words("negations"):
            following = words[at + 1].text
            before = words[at - 1].text if at else ""
            return following != "only" and before not in {"say", "says", "saying", "whether"}
    return False

"""Forms: what a rule looks for, as a short line of words, concepts and gaps.

    @hand ~ @medication          a word of one list, then one of another with no preposition between
    @lowered && @because .. ill   two forms anywhere in one sentence; the first is what is quoted
    count/v .. pill/n            up to six other words between, within one thing said
    ^ @formal? @clinical_noun    at the start of a sentence, bullet, heading or cell

A word takes `/v` (all forms of the verb) or `/n` (plural); `a|b` is either; with `?` a part may be
absent; `...` is a gap that may reach into another clause of the sentence; `..3` and `~3` set the
length of a gap; words joined by `_` are one phrase; `$` is the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jdgen.guidelines.wording.clauses import Clauses
from jdgen.guidelines.wording.lexicon import Lexicon

_GAP = re.compile(r"(\.{2,3}|~)(\d*)$")
_LONGEST = {"..": 6, "~": 6, "...": 10}
_MARKS_BETWEEN = {",", "/", "(", ")"}
BLOCKERS = "@blockers"


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a form: a concept, a gap of up to `length` words, the start or the end."""

    kind: str
    concept: str = ""
    optional: bool = False
    length: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """A compiled line; `told` is the line itself, `bits` those of all concepts that it `needed`."""

    told: str
    elements: tuple[Element, ...]
    needed: tuple[str, ...]
    bits: int
    beside: Form | None = None

    def find(self, clauses: Clauses) -> list[tuple[int, int]]:
        """Start and end (beyond), as tokens, of each place where the form stands."""
        if self.bits & clauses.places.present != self.bits:
            return []  # something that the form needs stands nowhere in the text
        found = clauses.found.get(id(self))
        if found is None:
            found = clauses.found[id(self)] = list(self._find(clauses))
        return found

    def _find(self, clauses: Clauses) -> Iterator[tuple[int, int]]:
        found = self._places(clauses)
        if self.beside:
            tokens = clauses.tokens
            sentences = {tokens[start].sentence for start, _ in self.beside.find(clauses)}
            found = (place for place in found if tokens[place[0]].sentence in sentences)
        yield from found

    def _places(self, clauses: Clauses) -> Iterator[tuple[int, int]]:
        first = self.elements[0]
        if first.kind == "start":
            starts = clauses.openings()
            rest = self.elements[1:]
        else:
            starts = list(clauses.places[first.concept])
            rest = self.elements
        for start in starts:
            end = _match(rest, clauses, start, start)
            if end > start:
                yield start, end


def compile_form(told: str, lexicon: Lexicon) -> Form:
    """A form from its line; ValueError where a list is not known."""
    told, _, other = told.partition(" && ")
    beside = compile_form(other, lexicon) if other else None
    elements = tuple(_element(part, lexicon) for part in told.split())
    if elements[0].optional or elements[0].kind == "gap":
        raise ValueError(f"{told}: a form begins with a word, a list or ^")
    lexicon.add(BLOCKERS)
    needed = tuple(part.concept for part in elements if part.concept and not part.optional)
    needed += beside.needed if beside else ()
    bits = sum(lexicon.bits_of[name] for name in set(needed))
    return Form(told, elements, needed, bits, beside)


def _element(part: str, lexicon: Lexicon) -> Element:
    if part in {"^", "$"}:
        return Element("start" if part == "^" else "end")
    gap = _GAP.match(part)
    if gap:
        return Element(gap[1], length=int(gap[2] or _LONGEST[gap[1]]))
    optional = part.endswith("?")
    return Element("concept", lexicon.add(part.removesuffix("?")), optional)


def _match(elements: tuple[Element, ...], clauses: Clauses, at: int, start: int) -> int:
    """The end of the shortest match from here, 0 where there is none."""
    if not elements:
        return at
    head, rest = elements[0], elements[1:]
    if head.kind == "end":
        ends = at >= len(clauses.tokens) or not clauses.tokens[at].is_word
        return _match(rest, clauses, at, start) if ends else 0
    if head.kind != "concept":
        return _over_gap(head, rest, clauses, at, start)
    for end in clauses.places[head.concept].get(at, ()):
        found = _match(rest, clauses, end, start)
        if found:
            return found
    return _match(rest, clauses, at, start) if head.optional else 0


def _over_gap(
    gap: Element, rest: tuple[Element, ...], clauses: Clauses, at: int, start: int
) -> int:
    before = max(at - 1, start)
    segment, sentence = clauses.of_token[before], clauses.tokens[start].sentence
    skipped = 0
    while at < len(clauses.tokens) and clauses.tokens[at].sentence == sentence:
        if gap.kind != "..." and clauses.of_token[at].group != segment.group:
            break
        found = _match(rest, clauses, at, start)
        if found:
            return found
        token = clauses.tokens[at]
        if token.is_word:
            skipped += 1
        elif token.word not in _MARKS_BETWEEN:
            return 0
        blocked = gap.kind == "~" and clauses.is_(BLOCKERS, at)
        if skipped > gap.length or blocked:
            return 0
        at += 1
    return _match(rest, clauses, at, start) if rest and rest[0].kind == "end" else 0

"""Who does what in a sentence: segments, each with one verb phrase and its doer.

No parser: a segment ends at a mark, before a word that opens a clause ("but", "who", "while"),
before a new doer with a verb, and before a further verb in a list.
Only the first kinds end a `group`, which is how far words of one thing said may stand apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jdgen.guidelines.wording.data import grammar
from jdgen.guidelines.wording.lexicon import Lexicon, Places
from jdgen.guidelines.wording.tokens import Token

ROLES = ("worker", "other", "boss", "person")
HARD = {";", ":", "(", ")", "[", "]", "–", "•", "|", "\n", "\t"}
_OPENING = {":", ";", "("}
_PRONOUNS = {"i", "we", "you", "he", "she", "it", "they", "nobody", "everyone", "someone"}
_NOBODY = {"nobody", "no", "neither", "none"}


@dataclass(slots=True)
class Segment:
    """Tokens `start` to `end` (beyond), their doer, and how they hang together.

    `negations` hold from which token to which (beyond) a negation reaches, and its cue.
    """

    start: int
    end: int
    group: int
    sentence: int
    doer: str = ""
    named: str = ""
    opener: str = ""
    negated_doer: bool = False
    listed: bool = False
    negations: list[tuple[int, int, int]] = field(default_factory=list)


def add_grammar(lexicon: Lexicon) -> None:
    """Makes the lexicon look for what the splitter needs."""
    for name in (*grammar()["lists"], "people"):
        lexicon.add(f"@{name}")


class Clauses:
    """The segments of a text. `doers` says what pronouns stand for in the field."""

    def __init__(
        self, tokens: Sequence[Token], places: Places, pronouns: dict[str, str] | None = None
    ) -> None:
        self.tokens = tokens
        self.places = places
        self._pronouns = pronouns or {}
        self._roles = self._roles_by_place()
        self.segments = list(self._segments())
        self.of_token = [one for one in self.segments for _ in range(one.start, one.end)]
        self.found: dict[int, list[tuple[int, int]]] = {}
        self._openings: list[int] | None = None
        self._name_doers()

    def openings(self) -> list[int]:
        """The words that open a sentence, bullet, heading or cell, or stand after a colon."""
        if self._openings is None:
            self._openings = [i for i in range(len(self.tokens)) if self._opens(i)]
        return self._openings

    def _opens(self, index: int) -> bool:
        token = self.tokens[index]
        before = self.tokens[index - 1] if index else None
        return token.is_word and (
            before is None or before.sentence != token.sentence or before.word in _OPENING
        )

    def at(self, name: str, index: int) -> int:
        """The furthest end of a list's phrase that begins here, else 0."""
        return max(self.places[name].get(index, ()), default=0)

    def is_(self, name: str, index: int) -> bool:
        return index in self.places[name]

    def word(self, index: int) -> str:
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def role_at(self, index: int) -> tuple[str, int]:
        """The role that begins here, by its longest phrase, and where it ends."""
        word = self.word(index)
        if word in _PRONOUNS and word in self._pronouns:
            role = self._pronouns[word]
            if word == "they" and role == "person" and not self._person_before(index):
                role = "worker"
            return role, index + 1
        return self._roles.get(index, ("", 0))

    def _roles_by_place(self) -> dict[int, tuple[str, int]]:
        """Where a role is named; of phrases that begin together the longest counts."""
        found: dict[int, tuple[str, int]] = {}
        for role in ROLES:
            for index, ends in self.places[f"@{role}"].items():
                if max(ends) > found.get(index, ("", 0))[1]:
                    found[index] = role, max(ends)
        return found

    def _person_before(self, index: int) -> bool:
        """Whether "they" can mean people named before; else it is the worker, spoken of."""
        return any(at < index for at in self.places["@people"])

    def is_verb(self, index: int) -> bool:
        """Whether a verb begins here: by its form, and no article or preposition before it."""
        if self.is_("@auxiliaries", index):
            return True
        if not self.is_("@verbs", index) or self.tokens[index].possessive:
            return False
        before = self.word(index - 1) if index else ""
        after = self.word(index + 1)
        return not (
            (self.is_("@determiners", index - 1) and before not in {"all", "both", "each"})
            or after == "of"
        )

    def skip(self, index: int, name: str) -> int:
        """The first place from here on where no phrase of the list begins."""
        there = self.places[name]
        while index in there:
            index += 1
        return index

    def subject_at(self, index: int) -> tuple[str, int, bool] | None:
        """A doer that begins here with its verb: role, where the verb begins, "no one does"."""
        negated = self.word(index) in _NOBODY
        at = self.skip(index, "@determiners")
        for head in range(at, min(at + 5, len(self.tokens))):
            role, end = self.role_at(head)
            if role:
                verb = self._verb_after(end)
                if verb:
                    return role, verb, negated
                if self.is_("@prepositions", end):
                    return None
            stop = not self.tokens[head].is_word or self.is_("@prepositions", head)
            if stop or (self.is_verb(head) and not role):
                return None
        return None

    def _verb_after(self, index: int) -> int:
        at = self.skip(index, "@adverbs")
        if at >= len(self.tokens) or not self.is_verb(at):
            return 0
        bare_ing = self.word(at).endswith("ing") and not self.is_("@auxiliaries", at)
        return 0 if bare_ing else at

    def _segments(self) -> Iterator[Segment]:
        start, group, sentence, opener = 0, 0, 0, ""
        may_open = self.places["@subordinators"].keys() | self.places["@connectors"].keys()
        for index, token in enumerate(self.tokens):
            new_sentence = token.sentence != sentence
            if token.is_word and not new_sentence and index not in may_open:
                continue
            kind = "hard" if new_sentence else self._boundary(index, start)
            if kind and index > start:
                yield Segment(start, index, group, sentence, opener=opener)
                group += kind == "hard"
                start, opener = index, "sentence" if new_sentence else token.word
                sentence = token.sentence
        if start < len(self.tokens):
            yield Segment(start, len(self.tokens), group, sentence, opener=opener)

    def _boundary(self, index: int, start: int) -> str:
        """Gives "hard" where a new thing is said from here, "soft" at a further verb of a list."""
        token = self.tokens[index]
        if token.word in HARD:
            return "hard"
        if self.is_("@subordinators", index) and not self._inside_phrase(index):
            return "hard"
        if token.word == "," or self.is_("@connectors", index):
            if index == start or self._is_connector(index - 1):
                return ""
            after = self._after_connectors(index)
            if self.subject_at(after):
                return "hard"
            if after < len(self.tokens) and self.is_verb(self.skip(after, "@adverbs")):
                return "soft"
        return ""

    def _inside_phrase(self, index: int) -> bool:
        """Whether "that" stands before a noun, or "so" after "do": they open nothing there."""
        word = self.word(index)
        if word in {"when", "if"} and self.is_("@asked", index + 1):
            return True
        if word == "that":
            return not (self.subject_at(index + 1) or self.is_verb(index + 1))
        return word == "so" and self.word(index - 1) in {"do", "does", "doing"}

    def _is_connector(self, index: int) -> bool:
        return self.word(index) == "," or self.is_("@connectors", index)

    def _after_connectors(self, index: int) -> int:
        while index < len(self.tokens) and self._is_connector(index):
            index += 1
        return index

    def _name_doers(self) -> None:
        main: Segment | None = None
        for segment in self.segments:
            if main and main.sentence != segment.sentence:
                main = None
            found = self._own_subject(segment)
            relative = self.is_("@relatives", segment.start) and not found
            if found:
                segment.doer, _, segment.negated_doer = found
                segment.named = "own"
                if segment.negated_doer:
                    segment.negations.append((segment.start, segment.end, segment.start))
            elif relative:
                segment.doer = self._antecedent(segment)
                segment.named = "own" if segment.doer else ""
            elif main and self._continues(segment):
                segment.doer, segment.named = main.doer, "inherited" if main.doer else ""
                segment.listed = True
                if main.negated_doer and segment.opener in {",", "or", "nor"}:
                    segment.negations.append((segment.start, segment.end, main.start))
            if not relative and not self._subordinate(segment):
                main = segment

    def _subordinate(self, segment: Segment) -> bool:
        word = self.word(segment.start)
        return self.is_("@subordinators", segment.start) and word not in {"but", "so", "yet"}

    def _continues(self, segment: Segment) -> bool:
        return segment.opener in {",", "and", "or", "nor", "then", "but", "yet", "also", "–", ";"}

    def _own_subject(self, segment: Segment) -> tuple[str, int, bool] | None:
        """The doer named in the segment before its first verb, prepositional openers skipped."""
        index, after_preposition = segment.start, False
        while index < segment.end:
            if self._is_connector(index) or not self.tokens[index].is_word:
                after_preposition = False
            elif self.is_("@subordinators", index) or self.is_("@adverbs", index):
                pass
            elif self.is_verb(index) and not after_preposition:
                role, end = self.role_at(index)
                if not (role and self._verb_after(end)):
                    return None
            elif self.is_("@prepositions", index):
                after_preposition = True
            if not after_preposition and self.tokens[index].is_word:
                found = self._subject_from(index, segment.end)
                if found:
                    return found
            index += 1
        return None

    def _subject_from(self, index: int, limit: int) -> tuple[str, int, bool] | None:
        """A doer here whose verb follows, at once or after a phrase ("nurses at home look")."""
        role, end = self.role_at(index)
        if not role:
            return None
        before = self.word(index - 1)
        negated = before in _NOBODY or self.word(index) in _NOBODY
        if self.tokens[end - 1].possessive:
            return None
        for at in range(end, min(end + 8, limit)):
            if self.is_verb(at) and not self.is_("@prepositions", at - 1):
                bare_ing = self.word(at).endswith("ing") and not self.is_("@auxiliaries", at)
                if not bare_ing:
                    return role, at, negated
                if at == end:
                    return None
            if self.word(at) == "," and at == end:
                return None
        return (role, end, negated) if end >= limit and before in {"no", "nobody"} else None

    def _antecedent(self, segment: Segment) -> str:
        """The last role named before a relative clause in the same sentence."""
        for index in range(segment.start - 1, max(segment.start - 8, -1), -1):
            if self.tokens[index].sentence != segment.sentence:
                break
            role, _ = self.role_at(index)
            if role:
                for wider in range(max(index - 3, 0), index):
                    longer, end = self.role_at(wider)
                    if longer and end > index:
                        return longer
                return role
        return ""

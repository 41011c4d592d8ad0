"""Why a hit is no fault here: negated, somebody else's work, a name, an everyday sense and so on.

Every excuse gives its cause in words, so that a silenced hit can be shown with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jdgen.guidelines.wording.clauses import Clauses
from jdgen.guidelines.wording.data import grammar
from jdgen.guidelines.wording.doers import DOERS, Hit, doer_of, is_said_of_worker
from jdgen.guidelines.wording.explained import is_explained

EVERYDAY = "an everyday or fitting sense of the words"
_NOT = {"not", "n't", "never"}
_LEAVE = {"leave", "leaves", "leaving", "left"}
_NEAR = 4  # words between somebody who asks and what is asked for
_PARTS = re.compile(r"[\w']+")  # the words of a form, "_" left within a phrase
_LISTS = re.compile(r"@\w+")
_REACH = 9  # words over which a governing phrase reaches


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with all that is known of it before rules are applied."""

    text: str
    field: str
    clauses: Clauses
    names: Sequence[tuple[int, int]]
    profile_names: Sequence[tuple[int, int]]
    quoted: Sequence[tuple[int, int]]
    house_words: frozenset[str]

    def span(self, hit: Hit) -> tuple[int, int]:
        tokens = self.clauses.tokens
        return tokens[hit.start].start, tokens[hit.end - 1].end


def pronouns(field: str) -> dict[str, str]:
    """What the pronouns stand for in a field."""
    told: dict[str, str] = grammar()["pronouns"][field]
    return told


def excuse(scene: Scene, hit: Hit) -> str:
    """The cause for which the hit is silent, "" where it stands."""
    if _everyday(scene, hit):
        return EVERYDAY
    for name in hit.wording.excuses:
        cause = _EXCUSES[name](scene, hit)
        if cause:
            return cause
    if hit.wording.doers:
        doer = doer_of(scene.clauses, scene.field, hit)
        if doer not in hit.wording.doers:
            return f"it is not the worker who does it ({DOERS[doer]})"
    return ""


def _everyday(scene: Scene, hit: Hit) -> bool:
    for form in hit.wording.unless:
        for start, end in form.find(scene.clauses):
            if start < hit.end and hit.start < end:
                return True
    tokens = scene.clauses.tokens
    return any(
        tokens[start].sentence == tokens[hit.start].sentence
        for form in hit.wording.unless_near
        for start, _ in form.find(scene.clauses)
    )


def _negated(scene: Scene, hit: Hit) -> str:
    clauses = scene.clauses
    segment = clauses.of_token[hit.start]
    for start, end, cue in segment.negations:
        inside = hit.start < start < hit.end and clauses.word(start) in _NOT
        within = inside and not _NOT & set(_PARTS.findall(hit.form))
        says_no = cue == hit.start  # the form itself begins with the negation
        if (start <= hit.start < end and not says_no) or (
            within and not _in_a_list(clauses, hit, start)
        ):
            return f"negated (“{clauses.tokens[cue].text}”)"
    open_ended = clauses.is_("@subordinators", hit.end - 1)  # what follows "who" is another matter
    for index in () if open_ended else (hit.end - 1, hit.end):
        if clauses.is_("@auxiliaries", index) and clauses.word(index + 1) in _NOT:
            return f"negated (“{clauses.tokens[index + 1].text}”)"
    last = clauses.of_token[hit.end - 1]
    for index in range(hit.end, last.end):
        end = clauses.at("@negated_after", index)
        if end:
            return f"negated (“{_words(scene, index, end)}”)"
    return ""


def _in_a_list(clauses: Clauses, hit: Hit, cue: int) -> bool:
    """Whether the negation belongs to a phrase that a list of the form has: did not attend."""
    return any(
        at <= cue < end
        for name in _LISTS.findall(hit.form)
        for at, ends in clauses.places[name].items()
        for end in ends
        if hit.start <= at and end <= hit.end
    )


def _governed(scene: Scene, hit: Hit) -> str:
    clauses = scene.clauses
    if is_said_of_worker(clauses, hit):
        return ""
    segment = clauses.of_token[hit.start]
    for index in range(hit.start - 1, max(segment.start, hit.start - _REACH) - 1, -1):
        end = clauses.at("@governors", index)
        if end and end <= hit.start and not _for_a_purpose(clauses, hit, index, end):
            return f"governed by “{_words(scene, index, end)}”"
        near = clauses.at("@near_governors", index)
        if near and near <= hit.start <= near + 2 and not clauses.is_verb(hit.start):
            if _is_own_act(clauses, index):
                break
            return f"governed by “{_words(scene, index, near)}”"
    return "left to others" if _left_to_others(clauses, hit) else ""


def _is_own_act(clauses: Clauses, governor: int) -> bool:
    """Whether what follows "in" or "for" is done all the same: skilled in, responsible for."""
    asked = clauses.word(governor) == "for" and any(
        clauses.is_("@asks", at) for at in range(max(governor - _NEAR, 0), governor)
    )
    return clauses.is_("@able", governor - 1) or asked


def _left_to_others(clauses: Clauses, hit: Hit) -> bool:
    """Whether it is what somebody leaves to others: leave testing and dosing to the nurses."""
    sentence = clauses.tokens[hit.start].sentence
    left = any(
        clauses.word(at) in _LEAVE and clauses.tokens[at].sentence == sentence
        for at in range(max(hit.start - _REACH, 0), hit.start)
    )
    if not left:
        return False
    for at in range(hit.end, min(hit.end + _REACH, len(clauses.tokens))):
        if clauses.word(at) in {"to", "with"}:
            head = clauses.skip(at + 1, "@determiners")
            return clauses.role_at(head)[0] == "other"
    return False


def _for_a_purpose(clauses: Clauses, hit: Hit, governor: int, end: int) -> bool:
    """Whether "to" says what the governing act is for, as in: visit people to count their pills."""
    infinitive = clauses.word(hit.start - 1) == "to" and end < hit.start
    return infinitive and not clauses.is_("@infinitive_governors", governor)


def _words(scene: Scene, start: int, end: int) -> str:
    tokens = scene.clauses.tokens
    return scene.text[tokens[start].start : tokens[end - 1].end]


def _name(scene: Scene, hit: Hit) -> str:
    """An article before the name is no part of it, as in: the Patient Experience Board."""
    start = scene.clauses.skip(hit.start, "@determiners")
    named = Hit(hit.wording, start, hit.end) if start < hit.end else hit
    return "part of a name" if _inside(scene.span(named), scene.names) else ""


def _profile_name(scene: Scene, hit: Hit) -> str:
    return "a name in the profile" if _inside(scene.span(hit), scene.profile_names) else ""


def _quoted(scene: Scene, hit: Hit) -> str:
    return "quoted as a word" if _inside(scene.span(hit), scene.quoted) else ""


def _question(scene: Scene, hit: Hit) -> str:
    tokens = scene.clauses.tokens
    sentence = tokens[hit.start].sentence
    for index in range(hit.end, len(tokens)):
        token = tokens[index]
        if token.word == "?":
            return "asked as a question"
        if token.sentence != sentence:
            break
    return ""


def _explained(scene: Scene, hit: Hit) -> str:
    return "explained in the same text" if is_explained(scene.text, *scene.span(hit)) else ""


def _house_word(scene: Scene, hit: Hit) -> str:
    words = {scene.clauses.word(index) for index in range(hit.start, hit.end)}
    return "the word that the profile chose" if words & scene.house_words else ""


def _inside(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


_EXCUSES: Mapping[str, Callable[[Scene, Hit], str]] = {
    "negated": _negated,
    "governed": _governed,
    "name": _name,
    "profile name": _profile_name,
    "quoted": _quoted,
    "question": _question,
    "explained": _explained,
    "house word": _house_word,
}

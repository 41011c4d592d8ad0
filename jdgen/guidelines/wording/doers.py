"""Who does what a form found: the worker, other staff, the supervisor, the person supported."""

from __future__ import annotations

from dataclasses import dataclass

from jdgen.guidelines.wording.clauses import Clauses
from jdgen.guidelines.wording.entries import Wording

_DEFAULT_DOER = {"supervision": "boss"}
_AROUND_AGENT = 4  # words of a doer's name after "by"
_BE = {"is", "are", "was", "were", "be", "been", "being"}
_NEAR = 4  # words between the one who is helped and what they do


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `start` to `end` (beyond) at which a form of a wording stands."""

    wording: Wording
    start: int
    end: int
    form: str = ""


DOERS = {
    "worker": "the worker",
    "other": "other staff",
    "boss": "supervisor or organization",
    "person": "the person supported",
}


def doer_of(clauses: Clauses, field: str, hit: Hit) -> str:
    """Who does what the hit says: "by" somebody, somebody who is helped to, the clause's doer."""
    owner = _owner(clauses, hit)
    if owner == "worker" or is_said_of_worker(clauses, hit):
        return "worker"
    agent = _agent(clauses, hit)
    if agent == "person" and _is_act(clauses, hit):
        agent = ""
    named = agent or owner or _helped(clauses, hit)
    return named or _doer_of_clause(clauses, field, hit)


def is_said_of_worker(clauses: Clauses, hit: Hit) -> bool:
    """Whether the text says in so many words that the worker does it, inside the hit or after."""
    return _worker_inside(clauses, hit) or _worker_after(clauses, hit)


def _doer_of_clause(clauses: Clauses, field: str, hit: Hit) -> str:
    segment = clauses.of_token[hit.start]
    default = _DEFAULT_DOER.get(field, "worker")
    done_to = {"person"} if default == "worker" else {"person", "worker"}
    if segment.doer in done_to and _is_passive(clauses, hit):
        return default
    return segment.doer or default


def _agent(clauses: Clauses, hit: Hit) -> str:
    group = clauses.of_token[hit.start].group
    for index in range(hit.start + 1, min(hit.end + 10, len(clauses.tokens))):
        if clauses.of_token[index].group != group:
            return ""
        if clauses.word(index) == "by" and not _attributed(clauses, index):
            at = clauses.skip(index + 1, "@determiners")
            for head in range(at, min(at + _AROUND_AGENT, len(clauses.tokens))):
                role, end = clauses.role_at(head)
                if role and end == head + 1 and head > at and clauses.verb_after(end):
                    return ""  # somebody else's clause, as in: by noon the worker is back
                if role and not clauses.tokens[end - 1].possessive:
                    return role
                if not clauses.tokens[head].is_word or clauses.is_("@prepositions", head):
                    break
    return ""


def _attributed(clauses: Clauses, by: int) -> bool:
    """Whether "by" says who asked, paid or sent, not who does it."""
    return any(clauses.at("@attributions", by - words) == by for words in (1, 2))


def _is_act(clauses: Clauses, hit: Hit) -> bool:
    """Whether the hit begins with an act told of somebody, not with a thing that is done."""
    return clauses.is_verb(hit.start) and not _is_passive(clauses, hit)


def _worker_inside(clauses: Clauses, hit: Hit) -> bool:
    """Whether the hit itself says that the worker does it, as in: assessments you will complete."""
    for index in range(hit.start + 1, hit.end - 1):
        role, end = clauses.role_at(index)
        if role == "worker" and end < hit.end and clauses.verb_after(end):
            return not clauses.is_verb(hit.start)
    return False


def _worker_after(clauses: Clauses, hit: Hit) -> bool:
    """Whether the worker is said to do it right after, as in: the therapy that peers give."""
    for at in (hit.end, hit.end + 1):
        if clauses.word(at) in {"that", "which"}:
            at += 1
        role, end = clauses.role_at(clauses.skip(at, "@determiners"))
        if role == "worker" and clauses.verb_after(end):
            while clauses.is_("@auxiliaries", end) or clauses.is_("@adverbs", end):
                end += 1
            return clauses.is_("@hands_in", end)
    return False


def _is_passive(clauses: Clauses, hit: Hit) -> bool:
    """Whether the one named is the one to whom it is done, as in: people are screened."""
    before = hit.start - 1
    while before > 0 and clauses.is_("@adverbs", before):
        before -= 1
    last = hit.start if clauses.is_verb(hit.start) else hit.end - 1
    return any(
        clauses.word(index) in _BE and not clauses.word(index + 1).endswith("ing")
        for index in range(max(before, 0), last)
    )


def _owner(clauses: Clauses, hit: Hit) -> str:
    """The one whose work it is, as in: the worker's assessments."""
    if clauses.is_verb(hit.start) and not clauses.word(hit.start).endswith("ing"):
        return ""
    for index in range(max(hit.start - 3, 0), hit.start):
        role, end = clauses.role_at(index)
        if role and end <= hit.start and clauses.tokens[end - 1].possessive:
            return role
    return ""


def _helped(clauses: Clauses, hit: Hit) -> str:
    """The one who is helped or asked to do it, as in: support people to …, ask the nurse to …"""
    segment = clauses.of_token[hit.start]
    for index in range(hit.start - 1, segment.start - 1, -1):
        end = clauses.at("@control", index)
        if not end or end > hit.start:
            continue
        role, nearest = "", 0
        for at in range(end, hit.start):
            found, after = clauses.role_at(at)
            if found and nearest <= at and after <= hit.start:
                role, nearest = found, max(after, nearest)
        lends_a_hand = role in {"other", "boss"} and clauses.is_("@lend_a_hand", index)
        near = hit.start - nearest <= _NEAR and not _joined(clauses, nearest, hit.start)
        return role if near and not lends_a_hand else ""
    return ""


def _joined(clauses: Clauses, start: int, end: int) -> bool:
    return any(clauses.word(at) in {",", "and", "with"} for at in range(start, end))

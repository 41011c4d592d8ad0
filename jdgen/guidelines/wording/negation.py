"""Where each negation begins and ends, so that "not only", "but" and "without a nurse," end it."""

from __future__ import annotations

from jdgen.guidelines.wording.clauses import HARD, Clauses, Segment

_ALTERNATIVES = {"or", "nor"}
_CONNECTORS = {"or", "nor", "and", "but", "yet"}


def find_negations(clauses: Clauses) -> None:
    """Gives each segment its negations: from token, to token (beyond), and the cue."""
    cues = _cues(clauses)
    carried: list[tuple[int, int, int]] = []
    for segment in clauses.segments:
        if segment.listed and carried and _goes_on(clauses, segment):
            segment.negations.append((segment.start, segment.end, carried[-1][2]))
        for index in range(segment.start, segment.end):
            if index in cues:
                segment.negations.append((index, _scope(clauses, index, segment), index))
        carried = [told for told in segment.negations if told[1] >= segment.end]


def _cues(clauses: Clauses) -> set[int]:
    """Where a negation begins; "not only" and its like are none."""
    places = clauses.places
    false = {
        index
        for start, ends in places["@false_negations"].items()
        for index in range(start, max(ends))
    }
    return {*places["@negations"], *places["@short_negations"]} - false


def _scope(clauses: Clauses, index: int, segment: Segment) -> int:
    """Where the scope of a negation ends: "without" and "no" reach to a comma or the verb only."""
    if clauses.is_("@negations", index):
        return segment.end
    listing = clauses.word(index) == "no" and _list_ahead(clauses, index, segment)
    for at in range(clauses.at("@short_negations", index), segment.end):
        if (clauses.word(at) == "," and not listing) or clauses.is_("@auxiliaries", at):
            return at
    return segment.end


def _list_ahead(clauses: Clauses, index: int, segment: Segment) -> bool:
    """Whether "no" opens a list that "or" closes, as in: no therapy, testing or notes."""
    ahead = (clauses.word(at) for at in range(index, segment.end))
    return next((word for word in ahead if word in _CONNECTORS), "") in _ALTERNATIVES


def _goes_on(clauses: Clauses, segment: Segment) -> bool:
    """Over a list that ends in "or" or "nor"; over "and" only before a bare verb."""
    if segment.opener in _ALTERNATIVES:
        return True
    if segment.opener == ",":
        return _connector_ahead(clauses, segment) in _ALTERNATIVES
    if segment.opener == "and":
        word = clauses.word(clauses.skip(segment.start + 1, "@adverbs"))
        after_comma = clauses.word(segment.start - 1) == ","
        return not after_comma and not word.endswith(("s", "ing", "ed"))
    return False


def _connector_ahead(clauses: Clauses, segment: Segment) -> str:
    """The next word that joins parts of the list, in this sentence."""
    for index in range(segment.start, len(clauses.tokens)):
        token = clauses.tokens[index]
        if token.sentence != segment.sentence or token.word in HARD:
            break
        if token.word in _CONNECTORS:
            return token.word
    return ""

"""What a task says: its concepts, and what follows from several of them together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jdgen.guidelines.tasks.matching import Finder, Hit, negated
from jdgen.guidelines.tasks.words import Word, words_of

_CHORES = frozenset({"clean", "cook", "chore_other", "fill", "shop", "delivers"})
_LOOKING = frozenset({"watch", "watch_clinical", "visit", "note_write", "search"})
_MODES = frozenset({"with", "person_acts", "not_for", "hidden", "away", "for", "wish", "in_place"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The concepts of a task, and the words each was found in.

    Drawn from several: `WITH` the person takes part, `FOR` the worker does it in their place, `OWN`
    lived experience is used, `OFF` outside work hours, `WATCHED` watching a person for the team.
    """

    words: tuple[Word, ...]
    concepts: frozenset[str]
    quotes: dict[str, str]

    def has(self, *names: str) -> bool:
        """Whether any of these concepts was found."""
        return not self.concepts.isdisjoint(names)

    def quote(self, *names: str) -> str:
        """The words in which the first of these concepts was found, or nothing."""
        return next((self.quotes[name] for name in names if name in self.quotes), "")


@lru_cache(maxsize=1024)
def read_task(task: str) -> Reading:
    """Read one task."""
    words = words_of(task)
    hits = [hit for hit in Finder(words).hits() if hit.end > hit.start]
    kept = [hit for hit in hits if hit.concept in _MODES or not negated(words, hit)]
    quotes: dict[str, str] = {}
    for hit in sorted(kept, key=lambda hit: (hit.start, hit.start - hit.end)):
        quotes.setdefault(hit.concept, _quote(words, hit))
    concepts = set(quotes)
    concepts |= set(_drawn(concepts))
    return Reading(words, frozenset(concepts), quotes)


def _quote(words: tuple[Word, ...], hit: Hit) -> str:
    return " ".join(word.text for word in words[hit.start : hit.end]).replace(" 's", "'s")


def _drawn(found: set[str]) -> set[str]:
    """The concepts that follow from others."""
    if found & {"lead", "training"} and found & {"group", "recreation", "peer_group"}:
        found = found - {"for"}  # whom the group is for
    if "not_for" in found:
        found = found - {"for"}
    if "name_title" in found:
        found = found | {"person"}
    beside = bool(found & {"with", "person_acts", "present"})
    instead = bool(found & {"in_place", "away"}) or ("for" in found and not beside)
    drawn = set()
    if instead and not ("person_acts" in found and "in_place" not in found):
        drawn.add("FOR")
    if beside and "FOR" not in drawn and "hidden" not in found:
        drawn.add("WITH")
    if found & _CHORES and not beside and found & {"persons", "to_person"} and "own" not in found:
        drawn.add("FOR")
    told = bool(found & {"talk", "tell", "cope", "with"} and "boundary" not in found)
    lived = (
        "own" in found
        or ("you_object" in found and "not_you" not in found)
        or ("your_own" in found and told)
    )
    if lived and "hidden" not in found:
        drawn.add("OWN")
    if "off_hours" in found and "in_hours" not in found:
        drawn.add("OFF")
    if "report_back" in found and found & _LOOKING:
        drawn.add("WATCHED")
    if "watch" in found and "watch_clinical" in found:
        drawn.add("WATCHED")
    return drawn

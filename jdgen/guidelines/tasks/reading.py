"""What a task says: its concepts, and what follows from several of them together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jdgen.guidelines.tasks.matching import Finder, Hit, negated, small_words
from jdgen.guidelines.tasks.words import Word, words_of

# For what is drawn from several concepts, where its words are found.
DRAWN_FROM = {
    "WITH": ("with", "person_acts", "present"),
    "FOR": ("in_place", "away", "for", "persons", "to_person"),
    "OWN": ("own", "you_object", "your_own"),
    "OFF": ("off_hours",),
    "WATCHED": ("report_back", "watch_clinical", "watch"),
}
_CHORES = frozenset({"clean", "cook", "chore_other", "fill", "shop", "delivers"})
_BROUGHT = frozenset({"cook", "shop", "delivers"})
_ALONE = frozenset({"for", "alone"})
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
    is_known: bool

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
    # "Outside work hours" holds the words "work hours", and says the opposite.
    private = [hit for hit in kept if hit.concept == "off_hours"]
    kept = [h for h in kept if h.concept != "in_hours" or not any(_within(h, o) for o in private)]
    # "Your own time as a student" is a part of one's life, not of the day.
    kept = [h for h in kept if h.concept != "off_hours" or not _of_a_life(words, h)]
    # What is said of a colleague's job is not the task.
    aside = [hit for hit in kept if hit.concept == "specialist_here"]
    kept = [hit for hit in kept if hit in aside or not any(_within(hit, other) for other in aside)]
    # In "a talk on your own recovery" nobody is on their own.
    own = [hit for hit in kept if hit.concept == "own"]
    kept = [h for h in kept if h.concept not in _ALONE or not any(_runs_into(h, o) for o in own)]
    quotes: dict[str, str] = {}
    for hit in sorted(kept, key=lambda hit: (hit.start, hit.start - hit.end)):
        quotes.setdefault(hit.concept, _quote(words, hit))
    concepts = set(quotes)
    if "name_title" in concepts:
        concepts.add("person")
    concepts |= _drawn(concepts)
    return Reading(words, frozenset(concepts), quotes, _is_known(words, hits))


def _is_known(words: tuple[Word, ...], hits: list[Hit]) -> bool:
    """Whether most words are in the lexicon; in another language hardly one is."""
    known = {at for hit in hits for at in range(hit.start, hit.end)}
    small = small_words("never_owned") | small_words("determiners")
    told = [at for at, word in enumerate(words) if not word.is_mark and word.text not in small]
    return len(told) > 1 and 2 * len(known.intersection(told)) >= len(told)


def _of_a_life(words: tuple[Word, ...], hit: Hit) -> bool:
    ends = hit.end < len(words) and words[hit.end - 1].text == "time"
    return ends and words[hit.end].text == "as"


def _within(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end


def _runs_into(hit: Hit, other: Hit) -> bool:
    return hit.start < other.start < hit.end < other.end


def _quote(words: tuple[Word, ...], hit: Hit) -> str:
    return " ".join(word.text for word in words[hit.start : hit.end]).replace(" 's", "'s")


def _drawn(found: set[str]) -> set[str]:
    """The concepts that follow from others."""
    drawn = _with_or_for(found)
    if _uses_own_experience(found):
        drawn.add("OWN")
    if "off_hours" in found and "in_hours" not in found:
        drawn.add("OFF")
    asked_to_look = "report_back" in found and found & _LOOKING
    if asked_to_look or {"watch", "watch_clinical"} <= found:
        drawn.add("WATCHED")
    return drawn


def _with_or_for(found: set[str]) -> set[str]:
    """Whether the person takes part, or the worker does it in their place."""
    beside = bool(found & {"with", "person_acts", "present"})
    group = found & {"lead", "training"} and found & {"group", "recreation", "peer_group"}
    served = "for" in found and not beside and not group and "not_for" not in found
    # A chore on what belongs to the person, or brought to them, is done for them.
    chore = (found & _CHORES and "persons" in found) or (found & _BROUGHT and "to_person" in found)
    chore = chore and "own" not in found
    theirs = found & {"in_place", "does_theirs"} and "helped" not in found
    instead = theirs or ("away" in found and "person_acts" not in found)
    if instead or ((served or (chore and not beside)) and "person_acts" not in found):
        return {"FOR"}
    return {"WITH"} if beside and "hidden" not in found else set()


def _uses_own_experience(found: set[str]) -> bool:
    telling = found & {"talk", "tell", "cope", "with"} and "boundary" not in found
    lived = (
        "own" in found
        or ("you_object" in found and "not_you" not in found)
        or ("your_own" in found and bool(telling))
    )
    return lived and "hidden" not in found

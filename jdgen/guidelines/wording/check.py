"""Reads one text and tells what its words do wrong in this field, and what was silenced and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jdgen.errors import Problem, UsageError
from jdgen.guidelines.registry import rule_of
from jdgen.guidelines.subjects import sentence_at
from jdgen.guidelines.wording.clauses import Clauses
from jdgen.guidelines.wording.context import EVERYDAY, Scene, excuse, pronouns
from jdgen.guidelines.wording.doers import Hit
from jdgen.guidelines.wording.entries import SECOND_READER, Wording, catalogue
from jdgen.guidelines.wording.explained import acronyms
from jdgen.guidelines.wording.leaning import features, heaviest, leaning, units
from jdgen.guidelines.wording.names import name_spans, places, profile_names, quoted_spans
from jdgen.guidelines.wording.negation import find_negations
from jdgen.guidelines.wording.tokens import tokenize
from jdgen.model import Finding, Profile
from jdgen.text_fields import TEXT_FIELDS

_REMEMBERED = 4096  # texts whose reading is kept
_NO_HOUSE_WORDS = {"patient", "patients"}  # no house may call people so (Toolkit, terms used)
# How likely a fault must be in a sentence for a form to count, for a wide one, and to be told of
# where no form was found; and from where on it is sure, so that beside it any form counts as wide.
_DOUBTFUL, _DOUBTFUL_IF_WIDE, _TELLING, _SURE = 0.15, 0.3, 0.5, 0.7
_SENTENCE = 5  # words without which the second reader has nothing to go by
_BY_WORDS_ALONE = {"inspiration"}  # a word of a narrow rule is enough
_FITTING = "the sentence as a whole reads as fitting"
_OTHER = "the sentence as a whole reads as another fault"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A hit that context silenced, and by which cause."""

    finding: Finding
    cause: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says wrongly, and what only looked as if it did."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]


def check_text(
    text: str, field: str = "duty", profile: Profile | None = None, *, advice: bool = False
) -> list[Finding]:
    """The wording findings of one text as it would stand in `field`, in order of place.

    `profile` gives the names and the house words that are known. Advice is left out unless asked
    for, as in reports. Raises UsageError for a field that is not one of the nine.
    """
    found = read_text(text, field, profile).findings
    return [finding for finding in found if advice or finding.severity != "advice"]


def read_text(text: str, field: str = "duty", profile: Profile | None = None) -> Reading:
    """As `check_text`, with the silenced hits."""
    if field not in TEXT_FIELDS:
        raise UsageError(
            Problem(
                "field-unknown", f"There is no field {field}.", f"One of {', '.join(TEXT_FIELDS)}."
            )
        )
    if profile is None:
        return _read(text, field, (), frozenset())
    # Only what stands in the text, so that texts of many profiles are read once.
    names = tuple(name for name in profile_names(profile) if name in text)
    lowered = text.lower()
    house_words = frozenset(word for word in _house_words(profile) if word in lowered)
    return _read(text, field, names, house_words)


def _house_words(profile: Profile) -> set[str]:
    told = (profile.get("terms.person", ""), profile.get("terms.people", ""))
    return {word for term in told for word in str(term).lower().split()} - _NO_HOUSE_WORDS


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str, field: str, names: tuple[str, ...], house_words: frozenset[str]) -> Reading:
    tokens = tokenize(text)
    if not tokens:
        return Reading((), ())
    found = catalogue().lexicon.find(tokens)
    of_profile = [span for name in names for span in places(text, name)]
    clauses = Clauses(tokens, found, pronouns(field))
    find_negations(clauses)
    scene = Scene(
        text=text,
        field=field,
        clauses=clauses,
        names=of_profile + name_spans(tokens),
        profile_names=of_profile,
        quoted=quoted_spans(text),
        house_words=house_words,
    )
    leanings = list(_leanings(scene))
    raised: list[tuple[Wording, Finding]] = []
    suppressed: list[Suppressed] = []
    for hit in _hits(scene):
        cause = excuse(scene, hit) or _doubt(hit, leanings)
        finding = _finding(scene, hit)
        if cause:
            suppressed.append(Suppressed(finding, cause))
        else:
            raised.append((hit.wording, finding))
    findings = list(_without_the_general(raised))
    findings += _leaned(scene, leanings, findings, suppressed)
    told = _Told()
    kept = []
    for finding in findings:
        if told.is_new(finding):
            told.add(finding)
            kept.append(finding)
    kept = _without_lesser(kept)
    kept.sort(key=lambda finding: (finding.start, finding.end))
    silenced = []
    for one in suppressed:
        if told.is_new(one.finding):
            told.add(one.finding)
            silenced.append(one)
    return Reading(tuple(kept), tuple(silenced))


def forget() -> None:
    """Forgets the readings that are kept, as after other weights were put in place."""
    _read.cache_clear()


def _without_lesser(found: list[Finding]) -> list[Finding]:
    """Advice on words of which a rule tells a warning or an error is left out."""
    grave = [one for one in found if one.severity != "advice" and not one.learned]
    return [
        finding
        for finding in found
        if finding.severity != "advice"
        or not any(finding.start < other.end and other.start < finding.end for other in grave)
    ]


def _hits(scene: Scene) -> Iterator[Hit]:
    known = catalogue()
    for wording, form in known.at_work(scene.clauses.tokens, scene.clauses.places, scene.field):
        for start, end in form.find(scene.clauses):
            yield Hit(wording, start, end, form.told)
    for wording in known.acronyms:
        if scene.field in wording.fields:
            for start, end in acronyms(scene.clauses.tokens):
                yield Hit(wording, start, end)


@dataclass(frozen=True, slots=True)
class _Leaning:
    """Tokens `start` to `end` (beyond), what they hold, and how likely which fault is there."""

    start: int
    end: int
    words: int
    features: Mapping[str, int]
    faults: Mapping[str, float]


def _leanings(scene: Scene) -> Iterator[_Leaning]:
    tokens, places = scene.clauses.tokens, scene.clauses.places
    for start, end, words in units(tokens):
        found = features(tokens, places, scene.field, (start, end))
        yield _Leaning(start, end, words, found, leaning(found, scene.field))


def _doubt(hit: Hit, leanings: Sequence[_Leaning]) -> str:
    """Why a hit does not count although no rule excuses it: its sentence reads otherwise."""
    category = hit.wording.category
    if category not in catalogue().second_reader:
        return ""
    if category in _BY_WORDS_ALONE and not hit.wording.unsure:
        return ""
    read = next(one for one in leanings if one.start <= hit.start < one.end)
    likely = read.faults[category]
    other = max(told for name, told in read.faults.items() if name != category)
    wide = hit.wording.unsure or other >= _SURE
    least = _DOUBTFUL_IF_WIDE if wide else _DOUBTFUL
    if read.words < _SENTENCE or likely >= least:
        return ""
    return _OTHER if other >= _TELLING else _FITTING


def _leaned(
    scene: Scene,
    leanings: Sequence[_Leaning],
    findings: Sequence[Finding],
    suppressed: Sequence[Suppressed],
) -> Iterator[Finding]:
    """What only the second reader finds: faults of which no rule tells in the same sentence."""
    for one in leanings:
        first, last = scene.clauses.tokens[one.start].start, scene.clauses.tokens[one.end - 1].end
        told_of = {told.category for told in findings if first <= told.start < last}
        told_of |= {
            told.finding.category
            for told in suppressed
            if first <= told.finding.start < last and told.cause not in (EVERYDAY, _FITTING, _OTHER)
        }
        for category, wording in catalogue().second_reader.items():
            likely = one.words >= _SENTENCE and one.faults[category] >= _TELLING
            if likely and category not in told_of and scene.field in wording.fields:
                at = heaviest(one.features, scene.field, category)
                yield _finding(scene, Hit(wording, *_sentence(scene, one, at)))


def _sentence(scene: Scene, read: _Leaning, index: int) -> tuple[int, int]:
    """The tokens (beyond) of the sentence that a token of what was read stands in."""
    tokens = scene.clauses.tokens
    number = tokens[index].sentence
    inside = [at for at in range(read.start, read.end) if tokens[at].sentence == number]
    return inside[0], inside[-1] + 1


def _without_the_general(raised: Sequence[tuple[Wording, Finding]]) -> Iterator[Finding]:
    """The findings whose words no more specific category tells of, as their files order it.

    What has given way is no reason any more for another to give way.
    """
    told: dict[str, Counter[int]] = defaultdict(Counter)
    for _, finding in raised:
        told[finding.category].update(range(finding.start, finding.end))
    for wording, finding in raised:
        span = range(finding.start, finding.end)
        if any(told[name][at] > 0 for name in wording.yields for at in span):
            told[finding.category].subtract(span)
        else:
            yield finding


class _Told:
    """Which characters are already told of, by category."""

    def __init__(self) -> None:
        self._characters: dict[str, set[int]] = defaultdict(set)

    def is_new(self, finding: Finding) -> bool:
        return self.is_untold_by({finding.category}, finding)

    def is_untold_by(self, categories: Iterable[str], finding: Finding) -> bool:
        span = range(finding.start, finding.end)
        return all(self._characters[name].isdisjoint(span) for name in categories)

    def add(self, finding: Finding) -> None:
        self._characters[finding.category].update(range(finding.start, finding.end))


def _finding(scene: Scene, hit: Hit) -> Finding:
    start, end = scene.span(hit)
    wording = hit.wording
    quote = scene.text[start:end]
    severity = "advice" if wording.advice else rule_of(wording.rule).severity
    learned = wording.find == SECOND_READER
    return Finding(
        rule=wording.rule,
        category=wording.category,
        # Weights may be wrong where nobody can say why: they never stop a document.
        severity="warning" if learned and severity == "error" else severity,
        message=f"“{quote}” {wording.says}",
        why=wording.why,
        suggestion=wording.cure,
        source=wording.source,
        quote=quote,
        start=start,
        end=end,
        sentence=sentence_at(scene.text, start),
        learned=learned,
    )

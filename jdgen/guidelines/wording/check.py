"""Reads one text and tells what its words do wrong in this field, and what was silenced and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jdgen.errors import Problem, UsageError
from jdgen.guidelines.registry import rule_of
from jdgen.guidelines.subjects import sentence_at
from jdgen.guidelines.wording.clauses import Clauses
from jdgen.guidelines.wording.context import Hit, Scene, excuse, pronouns
from jdgen.guidelines.wording.entries import Wording, catalogue
from jdgen.guidelines.wording.explained import acronyms
from jdgen.guidelines.wording.names import name_spans, places, profile_names, quoted_spans
from jdgen.guidelines.wording.negation import find_negations
from jdgen.guidelines.wording.patterns import Form
from jdgen.guidelines.wording.tokens import Token, tokenize
from jdgen.model import Finding, Profile
from jdgen.text_fields import TEXT_FIELDS

_REMEMBERED = 4096  # texts whose reading is kept
_NO_HOUSE_WORDS = {"patient", "patients"}  # no house may call people so (Toolkit, terms used)


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
    lexicon = catalogue().lexicon
    forms = catalogue().at_work(lexicon.named(tokens), field)
    short = list(_abbreviated(tokens, field))
    if not (forms or short):
        return Reading((), ())
    found = lexicon.find(tokens)
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
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    for hit in (*_hits(forms, clauses), *short):
        cause = excuse(scene, hit)
        finding = _finding(scene, hit)
        if cause:
            suppressed.append(Suppressed(finding, cause))
        else:
            findings.append(finding)
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


def _without_lesser(found: list[Finding]) -> list[Finding]:
    """Advice on words of which a warning or an error is told is left out."""
    grave = [finding for finding in found if finding.severity != "advice"]
    return [
        finding
        for finding in found
        if finding.severity != "advice"
        or not any(finding.start < other.end and other.start < finding.end for other in grave)
    ]


def _hits(forms: Iterable[tuple[Wording, Form]], clauses: Clauses) -> Iterator[Hit]:
    for wording, form in forms:
        for start, end in form.find(clauses):
            yield Hit(wording, start, end, form.told)


def _abbreviated(tokens: Sequence[Token], field: str) -> Iterator[Hit]:
    for wording in catalogue().wordings:
        if wording.find == "acronyms" and field in wording.fields:
            for start, end in acronyms(tokens):
                yield Hit(wording, start, end)


class _Told:
    """Which characters are already told of, by category."""

    def __init__(self) -> None:
        self._characters: dict[str, set[int]] = defaultdict(set)

    def is_new(self, finding: Finding) -> bool:
        return self._characters[finding.category].isdisjoint(range(finding.start, finding.end))

    def add(self, finding: Finding) -> None:
        self._characters[finding.category].update(range(finding.start, finding.end))


def _finding(scene: Scene, hit: Hit) -> Finding:
    start, end = scene.span(hit)
    wording = hit.wording
    quote = scene.text[start:end]
    return Finding(
        rule=wording.rule,
        category=wording.category,
        severity=rule_of(wording.rule).severity,
        message=f"“{quote}” {wording.says}",
        why=wording.why,
        suggestion=wording.cure,
        source=wording.source,
        quote=quote,
        start=start,
        end=end,
        sentence=sentence_at(scene.text, start),
    )

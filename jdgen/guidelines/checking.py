"""Runs the rules on a profile or a document and turns what they report into findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from jdgen.errors import Place
from jdgen.guidelines.known_kinds import kind_by_title
from jdgen.guidelines.profile_texts import IN_PROFILE, discreet
from jdgen.guidelines.registry import catalogue, pack_named
from jdgen.guidelines.rule import Form, Miss, Rule
from jdgen.guidelines.sections import section_misses
from jdgen.guidelines.settings import CheckSettings
from jdgen.guidelines.subjects import (
    DocumentSubject,
    Fit,
    ProfileSubject,
    origins,
    sentence_at,
)
from jdgen.guidelines.texts import InBlock, JudgedTexts
from jdgen.model import Finding, Kind, Profile, Span, WordText

_NO_PROFILE = Profile("", {"id": ""}, {}, (), ())


def check_profile(
    profile: Profile,
    kinds: Sequence[Kind],
    today: date,
    settings: CheckSettings,
    judged: JudgedTexts | None = None,
) -> list[Finding]:
    """What the rules find in a profile, for the document kinds that are built from it.

    Rules on practice stay out unless `settings.practice` is set or their checklist is built:
    `open_practice` gives those. Waivers are applied by `apply_waivers`, and `told_once` counts
    terms that run through the texts. `judged` is the wording, where `judge_profile` read it.
    """
    rules = rules_in_force(profile, kinds, settings)
    return _profile_findings(rules, ProfileSubject(profile, tuple(kinds), today, settings, judged))


def open_practice(
    profile: Profile, kinds: Sequence[Kind], today: date, settings: CheckSettings
) -> list[Finding]:
    """What the rules on practice find that `check_profile` kept back: reported as one count."""
    shown = rules_in_force(profile, kinds, settings)
    every = rules_in_force(profile, kinds, replace(settings, practice=True))
    kept_back = [rule for rule in every if rule not in shown]
    return _profile_findings(kept_back, ProfileSubject(profile, tuple(kinds), today, settings))


def check_document(
    profile: Profile,
    kind: Kind,
    text: WordText,
    provenance: Sequence[Span],
    fits: Sequence[Fit],
    today: date,
    settings: CheckSettings,
    judged: JudgedTexts | None = None,
) -> list[Finding]:
    """What the rules find in a finished document of a profile.

    `provenance` leads each finding to its place in the profile as well, where the words came from
    there; `fits` says how full the panels of a folded document are. `judged` is the wording, where
    `judge_texts` read it.
    """
    subject = DocumentSubject(profile, kind, text, provenance, fits, today, settings, judged)
    return [
        _document_finding(rule, miss, subject)
        for rule in rules_in_force(profile, [kind], settings)
        if rule.in_document
        for miss in rule.in_document(subject)
    ]


def check_alone(
    text: WordText,
    form: Form,
    today: date,
    settings: CheckSettings,
    judged: JudgedTexts | None = None,
) -> list[Finding]:
    """What can be found in a Word or text file of which no profile is known.

    Rules on one kind of document judge a file that calls itself so in its title.
    """
    kind = Kind(kind_by_title(text), "", "")
    subject = DocumentSubject(_NO_PROFILE, kind, text, (), (), today, settings, judged)
    return [
        _document_finding(rule, miss, subject)
        for rule in catalogue()
        if form in rule.alone and rule.in_document
        if not rule.documents or kind.name in rule.documents
        for miss in rule.in_document(subject)
    ]


def missing_sections(kind: Kind, text: WordText, today: date, settings: CheckSettings) -> list[str]:
    """What is wrong with the headings that a kind asks for, in words."""
    subject = DocumentSubject(_NO_PROFILE, kind, text, (), (), today, settings)
    return [miss.message for miss in section_misses(subject)]


def rules_in_force(
    profile: Profile, kinds: Sequence[Kind], settings: CheckSettings
) -> tuple[Rule, ...]:
    """The rules that this run looks at: by documents built, legal packs named, practice asked."""
    names = {kind.name for kind in kinds}
    named = [str(pack) for pack in profile.get("legal.packs", ())]
    return tuple(rule for rule in catalogue() if _in_force(rule, names, named, settings))


def _in_force(rule: Rule, kinds: set[str], packs: list[str], settings: CheckSettings) -> bool:
    if rule.standing == "pack" and not any(
        pack_named(pack, name) for pack in rule.packs for name in packs
    ):
        return False
    if rule.standing == "practice" and not (settings.practice or kinds & set(rule.checklists)):
        return False
    return not rule.documents or bool(kinds & set(rule.documents))


def join_places(found: Sequence[Finding], in_document: Sequence[Finding]) -> list[Finding]:
    """Findings of a profile and of its document as one list, each with both its places.

    Where both tell of the same rule at the same profile place, one stays: the profile's, with the
    place in the document.
    """
    twins: dict[tuple[str, Place | None], Finding] = {
        (finding.rule, finding.at): finding for finding in in_document if finding.at
    }
    told = {(finding.rule, finding.at) for finding in found}
    joined = [_with_place_of(finding, twins.get((finding.rule, finding.at))) for finding in found]
    return joined + [f for f in in_document if not f.at or (f.rule, f.at) not in told]


def _with_place_of(finding: Finding, twin: Finding | None) -> Finding:
    if twin is None or finding.place:
        return finding
    return replace(finding, document=twin.document, place=twin.place)


def with_document_places(
    found: Sequence[Finding], kind: Kind, text: WordText, provenance: Sequence[Span]
) -> list[Finding]:
    """Profile findings that also say where in this document their field is printed."""
    blocks = {(block.part, block.index): block for block in text.blocks}
    printed: dict[str, str] = {}
    for span in provenance:
        block = blocks.get((span.part, span.block))
        for path in span.fields if block else ():
            printed.setdefault(path, block.place if block else "")
    return [
        replace(finding, document=kind.name, place=printed[finding.at.field])
        if finding.at and not finding.place and finding.at.field in printed
        else finding
        for finding in found
    ]


def silenced_hits(
    judged: JudgedTexts, profile: Profile, provenance: Sequence[Span] = ()
) -> list[tuple[Finding, str]]:
    """The hits that context excused, each with its place in the profile and the cause."""
    return [_silenced(told, profile, provenance) for told in judged.silenced]


def _silenced(told: InBlock, profile: Profile, provenance: Sequence[Span]) -> tuple[Finding, str]:
    finding = told.finding
    if told.block.part == IN_PROFILE:
        path, place = told.block.place, ""
    else:
        paths = origins(provenance, told.block, finding.start, finding.end)
        path, place = _written(profile, paths), finding.place
    at = profile.place(path) if path else None
    return replace(discreet(finding, path), at=at, place=place), told.cause


def _written(profile: Profile, paths: Sequence[str]) -> str:
    """The first of these paths that leads to something the profile says itself, "" for none."""
    return next((path for path in paths if path.split(".")[0] in profile.places), "")


def _profile_findings(rules: Sequence[Rule], subject: ProfileSubject) -> list[Finding]:
    return [
        _profile_finding(rule, miss, subject)
        for rule in rules
        if rule.in_profile
        for miss in rule.in_profile(subject)
    ]


def _profile_finding(rule: Rule, miss: Miss, subject: ProfileSubject) -> Finding:
    told = subject.get(miss.field) if miss.field else None
    finding = _finding(rule, miss, told if isinstance(told, str) else "")
    if rule.words:
        finding = discreet(finding, miss.field)
    return replace(finding, at=subject.profile.place(miss.field))


def _document_finding(rule: Rule, miss: Miss, subject: DocumentSubject) -> Finding:
    block = miss.block
    finding = _finding(rule, miss, block.text if block else "")
    path = miss.field
    if block and not path:
        paths = subject.fields_of(block, finding.start, finding.end or None)
        path = _written(subject.profile, paths)
    if rule.words:
        finding = discreet(finding, path)
    return replace(
        finding,
        at=subject.profile.place(path) if path else None,
        document=subject.kind.name,
        place=block.place if block else "",
    )


def _finding(rule: Rule, miss: Miss, text: str) -> Finding:
    start = miss.start if miss.start >= 0 else text.find(miss.quote)
    found = bool(miss.quote) and start >= 0
    return Finding(
        rule=rule.id,
        category=miss.category or rule.category,
        severity=miss.severity or rule.severity,
        message=miss.message,
        why=miss.why or rule.why,
        suggestion=miss.suggestion or rule.cure,
        source=miss.source or rule.source,
        quote=miss.quote,
        start=start if found else 0,
        end=start + len(miss.quote) if found else 0,
        sentence=sentence_at(text, start) if found else "",
    )

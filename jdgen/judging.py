"""A profile and its rendered documents judged together: each finding once, with both its places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jdgen import guidelines, word
from jdgen.errors import Place, Problem
from jdgen.guidelines import CheckSettings, JudgedTexts
from jdgen.model import Artifact, Finding, Kind, Profile


@dataclass(frozen=True)
class Judgement:
    """What was found in a profile and its documents.

    `findings` are all of them, with both places where they are known; `about` are those that
    concern a kind. `answered` are those that a waiver answers, `silenced` the hits on wording that
    context excused, each with the reason. `notes` tell what could not be read.
    """

    findings: tuple[Finding, ...]
    about: Mapping[str, tuple[Finding, ...]]
    answered: tuple[tuple[Finding, str], ...]
    silenced: tuple[tuple[Finding, str], ...]
    notes: tuple[Problem, ...]


def judge_together(
    profile: Profile,
    kinds: Sequence[Kind],
    artifacts: Sequence[Artifact],
    today: date,
    settings: CheckSettings,
) -> Judgement:
    """Judge a profile for all kinds that are built, and those of its documents that were made."""
    words = guidelines.judge_profile(profile)
    found = guidelines.check_profile(profile, kinds, today, settings, words)
    silenced = [*guidelines.silenced_hits(words, profile)]
    for artifact in artifacts:
        kind, blocks = artifact.kind, artifact.text.blocks
        public = kind.audience == "public"
        read = guidelines.judge_texts(blocks, profile=profile, kind=kind.name, public=public)
        own = guidelines.beside_profile(read, words, artifact.rendered.provenance)
        found += _check(profile, artifact, today, settings, own)
        silenced += guidelines.silenced_hits(own, profile, artifact.rendered.provenance)
    in_force = {rule.id for rule in guidelines.rules_in_force(profile, kinds, settings)}
    judged = guidelines.apply_waivers(profile, found, today, in_force=in_force)
    kept = judged.findings
    return Judgement(
        findings=_with_both_places(guidelines.told_once(kept), artifacts),
        about={kind.name: _about(kept, kind, artifacts) for kind in kinds},
        answered=tuple((w.finding, w.waiver.reason) for w in judged.waived),
        silenced=tuple(silenced),
        notes=_unread(profile, words),
    )


def _unread(profile: Profile, words: JudgedTexts) -> tuple[Problem, ...]:
    """What is said of texts in another language."""
    notes = guidelines.language_notes(words, profile.file)
    paths = [block.place for block, _ in words.unread]
    place = profile.place(paths[0]) if paths else Place(profile.file)
    return tuple(replace(note, id="profile-language", place=place) for note in notes)


def _check(
    profile: Profile, artifact: Artifact, today: date, settings: CheckSettings, read: JudgedTexts
) -> list[Finding]:
    folded = artifact.kind.layout == "trifold"
    return guidelines.check_document(
        profile,
        artifact.kind,
        artifact.text,
        artifact.rendered.provenance,
        word.panel_fits(artifact.rendered.data) if folded else (),
        today,
        settings,
        read,
    )


def _about(
    findings: Sequence[Finding], kind: Kind, artifacts: Sequence[Artifact]
) -> tuple[Finding, ...]:
    """The findings that concern one kind, with their places in its document."""
    made = next((artifact for artifact in artifacts if artifact.kind == kind), None)
    mine = guidelines.told_once(f for f in findings if _concerns(f, kind, made))
    return tuple(_placed_in(made, mine) if made else mine)


def _concerns(finding: Finding, kind: Kind, made: Artifact | None) -> bool:
    """Whether a finding is about this document: found in it, of words in it, or of its rules."""
    if finding.document:
        return finding.document == kind.name
    rule = guidelines.rule_of(finding.rule)
    if rule.words and finding.sentence and made:
        return _prints(made, finding)
    return not rule.documents or kind.name in rule.documents


def _prints(made: Artifact, finding: Finding) -> bool:
    """Whether a document says what a finding is about, by origin or word for word."""
    field = finding.at.field if finding.at else ""
    by_origin = any(field in span.fields for span in made.rendered.provenance)
    return by_origin or any(finding.sentence in block.text for block in made.text.blocks)


def _placed_in(made: Artifact, findings: Sequence[Finding]) -> list[Finding]:
    return guidelines.with_document_places(findings, made.kind, made.text, made.rendered.provenance)


def _with_both_places(
    findings: Sequence[Finding], artifacts: Sequence[Artifact]
) -> tuple[Finding, ...]:
    """All findings with the place in the profile and the place in a document, where known."""
    found = [finding for finding in findings if not finding.document]
    for artifact in artifacts:
        found = _placed_in(artifact, found)
    in_documents = _first_prints(finding for finding in findings if finding.document)
    return tuple(guidelines.join_places(found, in_documents))


def _first_prints(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of documents; on words of the profile that several of them print, the first."""
    kept: list[Finding] = []
    seen = set[tuple[str, Place | None, str]]()
    for finding in findings:
        key = (finding.rule, finding.at, finding.quote)
        if not (finding.at and guidelines.rule_of(finding.rule).words and key in seen):
            seen.add(key)
            kept.append(finding)
    return kept

"""A profile and its rendered documents judged together: each finding once, with both its places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jdgen import guidelines, word
from jdgen.errors import Problem
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
        read = guidelines.judge_texts(artifact.text.blocks, profile=profile, kind=artifact.kind.name)
        own = guidelines.beside_profile(read, words, artifact.rendered.provenance)
        found += _check(profile, artifact, today, settings, own)
        silenced += guidelines.silenced_hits(own, profile, artifact.rendered.provenance)
    in_force = {rule.id for rule in guidelines.rules_in_force(profile, kinds, settings)}
    judged = guidelines.apply_waivers(profile, found, today, in_force=in_force)
    kept = guidelines.told_once(judged.findings)
    return Judgement(
        findings=_with_both_places(kept, artifacts),
        about={kind.name: _about(kept, kind, artifacts) for kind in kinds},
        answered=tuple((w.finding, w.waiver.reason) for w in judged.waived),
        silenced=tuple(silenced),
        notes=guidelines.language_notes(words, profile.file),
    )

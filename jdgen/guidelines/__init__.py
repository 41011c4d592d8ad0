"""Guidelines: a profile or a finished document in, findings out, each with why, source and cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.lazy import loads_from

if TYPE_CHECKING:
    from jdgen.guidelines.checking import (
        check_alone,
        check_document,
        check_profile,
        join_places,
        missing_sections,
        open_practice,
        rules_in_force,
        silenced_hits,
        with_document_places,
    )
    from jdgen.guidelines.known_kinds import kind_by_title
    from jdgen.guidelines.reference import explain, rules_reference
    from jdgen.guidelines.registry import catalogue, packs, rule_of
    from jdgen.guidelines.rule import Rule
    from jdgen.guidelines.settings import CheckSettings, check_settings
    from jdgen.guidelines.tasks import TaskVerdict, judge_task
    from jdgen.guidelines.texts import (
        InBlock,
        JudgedTexts,
        beside_profile,
        judge_profile,
        judge_texts,
        language_notes,
        told_once,
    )
    from jdgen.guidelines.waivers import Judged, Waived, Waiver, apply_waivers, valid_until
    from jdgen.guidelines.wording.check import Reading, Suppressed, check_text, read_text

_HOMES = {
    "check_alone": "checking",
    "check_document": "checking",
    "check_profile": "checking",
    "join_places": "checking",
    "missing_sections": "checking",
    "open_practice": "checking",
    "rules_in_force": "checking",
    "silenced_hits": "checking",
    "with_document_places": "checking",
    "kind_by_title": "known_kinds",
    "explain": "reference",
    "rules_reference": "reference",
    "catalogue": "registry",
    "packs": "registry",
    "rule_of": "registry",
    "Rule": "rule",
    "CheckSettings": "settings",
    "check_settings": "settings",
    "InBlock": "texts",
    "JudgedTexts": "texts",
    "beside_profile": "texts",
    "judge_profile": "texts",
    "judge_texts": "texts",
    "language_notes": "texts",
    "told_once": "texts",
    "TaskVerdict": "tasks",
    "judge_task": "tasks",
    "Judged": "waivers",
    "Waived": "waivers",
    "Waiver": "waivers",
    "apply_waivers": "waivers",
    "valid_until": "waivers",
    "Reading": "wording.check",
    "Suppressed": "wording.check",
    "check_text": "wording.check",
    "read_text": "wording.check",
}

__all__ = [
    "CheckSettings",
    "InBlock",
    "Judged",
    "JudgedTexts",
    "Reading",
    "Rule",
    "Suppressed",
    "TaskVerdict",
    "Waived",
    "Waiver",
    "apply_waivers",
    "beside_profile",
    "catalogue",
    "check_alone",
    "check_document",
    "check_profile",
    "check_settings",
    "check_text",
    "explain",
    "join_places",
    "judge_profile",
    "judge_task",
    "judge_texts",
    "kind_by_title",
    "language_notes",
    "missing_sections",
    "open_practice",
    "packs",
    "read_text",
    "rule_of",
    "rules_in_force",
    "rules_reference",
    "silenced_hits",
    "told_once",
    "valid_until",
    "with_document_places",
]

__getattr__ = loads_from(__name__, _HOMES)

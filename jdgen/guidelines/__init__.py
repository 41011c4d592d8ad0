"""Guidelines: a profile or a finished document in, findings out, each with why, source and cure.

The names below load only when used: `jdgen --help` must not pay for a hundred rules.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdgen.guidelines.checking import (
        check_document,
        check_profile,
        join_places,
        open_practice,
        rules_in_force,
        with_document_places,
    )
    from jdgen.guidelines.reference import explain, rules_reference
    from jdgen.guidelines.registry import catalogue, packs, rule_of
    from jdgen.guidelines.rule import Rule
    from jdgen.guidelines.settings import CheckSettings, check_settings
    from jdgen.guidelines.tasks import TaskVerdict, judge_task
    from jdgen.guidelines.waivers import Judged, Waived, Waiver, apply_waivers, valid_until

_HOMES = {
    "check_document": "checking",
    "check_profile": "checking",
    "join_places": "checking",
    "open_practice": "checking",
    "rules_in_force": "checking",
    "with_document_places": "checking",
    "explain": "reference",
    "rules_reference": "reference",
    "catalogue": "registry",
    "packs": "registry",
    "rule_of": "registry",
    "Rule": "rule",
    "CheckSettings": "settings",
    "check_settings": "settings",
    "TaskVerdict": "tasks",
    "judge_task": "tasks",
    "Judged": "waivers",
    "Waived": "waivers",
    "Waiver": "waivers",
    "apply_waivers": "waivers",
    "valid_until": "waivers",
}

__all__ = [
    "CheckSettings",
    "Judged",
    "Rule",
    "TaskVerdict",
    "Waived",
    "Waiver",
    "apply_waivers",
    "catalogue",
    "check_document",
    "check_profile",
    "check_settings",
    "explain",
    "join_places",
    "judge_task",
    "open_practice",
    "packs",
    "rule_of",
    "rules_in_force",
    "rules_reference",
    "valid_until",
    "with_document_places",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

"""The employer."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source


def view(source: Source) -> dict[str, Any]:
    name = source.text("organization.name")
    plain = ("mission", "address", "phone", "email", "website", "hours", "crisis_line")
    policies = {
        "documentation_policy": "documentation",
        "confidentiality_policy": "confidentiality",
        "accommodation_policy": "accommodation",
        "crisis_policy": "crisis_response",
    }
    return {
        "name": name,
        "short_name": source.word("organization"),
        "legal_name": source.text("organization.legal_name") or name,
        **{key: source.text(f"organization.{key}") for key in plain},
        "sector": source.term("sector", "organization.sector"),
        "is_peer_led": source.get("organization.setting.type") == "peer_led",
        "is_clinical": source.flag("organization.setting.clinical"),
        "inclusion": source.own_or("organization.dei_statement", "organization.inclusion"),
        "goals": source.texts("organization.goals"),
        "has_logo": source.flag("organization.brand.logo"),
        **{key: source.text(f"organization.policies.{policy}") for key, policy in policies.items()},
    }

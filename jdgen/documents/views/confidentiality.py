"""What stays private and what cannot."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source


def view(source: Source) -> dict[str, Any]:
    policy = source.text("organization.policies.confidentiality")
    plain = ("heading", "introduction", "limits_introduction", "closing", "line")
    return {
        **{name: source.say(f"confidentiality.{name}") for name in plain},
        "limits": source.say_all("confidentiality.limits"),
        "policy": source.say_if("confidentiality.policy", policy=policy),
    }

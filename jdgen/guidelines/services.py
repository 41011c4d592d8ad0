"""What people supported can have in a service, as the profile tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

_MODES = {"groups": ("group",), "phone": ("phone",), "community": ("community", "outreach")}
WORDS: Mapping[str, re.Pattern[str]] = {
    "groups": re.compile(r"\bgroups?\b", re.IGNORECASE),
    "phone": re.compile(r"\b(?:phone|telephone|call|calls|text(?:s|ing)? you)\b", re.IGNORECASE),
    "community": re.compile(
        r"\b(?:community|(?:at|your) home|caf[eé]s?|park|out and about|visits? you"
        r"|on the street|around town|in town)\b",
        re.IGNORECASE,
    ),
}


class _HasFields(Protocol):
    def get(self, path: str, default: Any = None) -> Any: ...


def offers(subject: _HasFields, service: str) -> bool:
    """Whether the service is offered: as `role.services` says, else by the ways of support."""
    told = subject.get(f"role.services.{service}")
    if told is not None:
        return bool(told)
    return any(mode in subject.get("role.support_modes", ()) for mode in _MODES[service])

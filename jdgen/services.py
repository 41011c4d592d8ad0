"""What people supported can have in a service: as the profile says, else by its ways of support."""

from __future__ import annotations

from typing import Any, Protocol

# Each offer of `role.services` with the ways of `role.support_modes` that come to the same, the one
# that is just another word for it first.
WAYS = {"groups": ("group",), "phone": ("phone",), "community": ("community", "outreach")}


class HasFields(Protocol):
    """A profile, or anything that answers for one."""

    def get(self, path: str, default: Any = None) -> Any:
        """The value at a dotted path."""


def offers(profile: HasFields, service: str) -> bool:
    """Whether a service of `WAYS` is offered; KeyError for another name."""
    told = profile.get(f"role.services.{service}")
    if told is not None:
        return bool(told)
    return any(way in profile.get("role.support_modes", ()) for way in WAYS[service])

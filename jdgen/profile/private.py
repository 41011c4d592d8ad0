"""Which fields of a profile are private: reports may not repeat what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdgen.model import Profile
from jdgen.profile.schema_files import Rules, inside, profile_schema

_LEAST_LETTERS = 4  # what is shorter stands everywhere
# Printed at the screen of whoever wrote it, but not for a report that goes round.
_REASON = re.compile(r"waivers\.\d+\.reason")


def is_private(profile: Profile, field: str) -> bool:
    """Whether a value may not be repeated: its field, or a block round it, is private."""
    if _REASON.fullmatch(field):
        return True
    rules: Rules | None = {"schema": profile_schema(), "type": "dict"}
    steps = field.split(".")
    for step in steps:
        rules = inside(rules, step) if rules else None
        mark = (rules or {}).get("meta", {}).get("private")
        if mark is True or (mark == "when_marked" and profile.get(f"{steps[0]}.private")):
            return True
    return False


def private_texts(profile: Profile) -> tuple[str, ...]:
    """The texts of all private fields, longest first, each as one line."""
    found = {
        " ".join(text.split())
        for field, text in _texts(profile.data, "")
        if len(text) >= _LEAST_LETTERS and is_private(profile, field)
    }
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _texts(part, f"{path}.{name}" if path else str(name))
    elif isinstance(value, (list, tuple)):
        for index, part in enumerate(value):
            yield from _texts(part, f"{path}.{index}")

"""The service expectation statements, by numbers that never move."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source
from jdgen.documents.views import contact
from jdgen.services import offers

GROUP_STATEMENT = 17


def view(source: Source) -> dict[str, Any]:
    return {
        "stem": source.say("statements.stem"),
        "rows": [statement(source, number) for number in numbers(source)],
        "has_group": GROUP_STATEMENT in numbers(source),
        "introduction": source.say("statements.introduction"),
        "choice": source.say("statements.choice"),
        "cost": contact.cost(source),
        "codes_note": source.say("statements.codes_note"),
    }


def numbers(source: Source) -> range:
    """1 to 16, and the group statement only where the service has groups."""
    has_groups = offers(source, "groups")
    return range(1, GROUP_STATEMENT + 1 if has_groups else GROUP_STATEMENT)


def statement(source: Source, number: int, *fields: str) -> dict[str, Any]:
    """One statement; `fields` are the fields of the profile that chose it."""
    return {"number": number, "text": source.say(f"statements.text.{number}", *fields)}

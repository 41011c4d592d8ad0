"""What kind of work it is and what it is not."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source
from jdgen.documents.views import role


def view(source: Source) -> dict[str, Any]:
    modes, population = role.support_modes(source), role.population(source)
    return {
        "non_clinical": source.own_or("role.non_clinical_statement", "nature.non_clinical"),
        "summary": source.say_if("nature.summary", modes=modes, population=population)
        or source.say("nature.summary_short", modes=modes),
        "lived_experience": source.say("nature.lived_experience"),
        "boundaries": [*source.say_all("nature.boundaries"), *_hours_boundary(source)],
        "team_place": source.say("nature.team_place"),
    }


def _hours_boundary(source: Source) -> list[str]:
    """Contact stays in work hours, unless the role is to be reached outside them."""
    return [] if source.flag("role.after_hours") else [source.say("nature.work_hours")]

"""The training the organization provides."""

from __future__ import annotations

from typing import Any

from jdgen.documents.phrasing import bare
from jdgen.documents.source import Source


def view(source: Source) -> dict[str, Any]:
    provided = [_course(source, path) for path in source.rows("training.provided")]
    shadowing = _shadowing(source)
    continuing = source.say_if(
        "training.continuing", hours=source.text("training.continuing_hours_per_year")
    )
    prepared = bool(source.get("training.team_trained"))
    team = source.say("training.team", "training.team_trained") if prepared else ""
    return {
        "provided": provided,
        "has_provided": bool(provided),
        "shadowing": shadowing,
        "continuing": continuing,
        "team": team,
        "sentences": [text for text in (shadowing, continuing, team) if text],
    }


def _course(source: Source, path: str) -> str:
    topic = source.text(f"{path}.topic", bare)
    days = source.text(f"{path}.days")
    by = source.text(f"{path}.by")
    return (
        source.say_if("training.days_by", topic=topic, days=days, by=by)
        or source.say_if("training.days", topic=topic, days=days)
        or source.say_if("training.by", topic=topic, by=by)
        or topic
    )


def _shadowing(source: Source) -> str:
    path = "training.shadow_days"
    if source.get(path) == 1:
        return source.say("training.shadowing_one", path)
    return source.say_if("training.shadowing", days=source.text(path)) if source.get(path) else ""

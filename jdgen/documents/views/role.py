"""The job itself."""

from __future__ import annotations

from typing import Any

from jdgen.documents import phrasing
from jdgen.documents.source import Source
from jdgen.services import WAYS, offers

_PLAIN = ("title", "job_code", "department", "location", "purpose", "what", "how", "why")


def view(source: Source) -> dict[str, Any]:
    title = source.text("role.title")
    return {
        **{key: source.text(f"role.{key}") for key in _PLAIN},
        "working_title": source.text("role.working_title") or title,
        "work_mode": source.term("work_mode", "role.work_mode", phrasing.capital),
        "population": population(source),
        "outcomes": source.texts("role.outcomes_expected"),
        "support_modes": support_modes(source),
        **{f"offers_{service}": offers(source, service) for service in WAYS},
        "is_family": source.is_family,
        "is_new": source.flag("role.is_new"),
        "hours": hours(source),
        "schedule": source.text("role.schedule"),
        "employment_type": source.text("role.employment_type", phrasing.capital),
        "union": _union(source),
        "overtime_status": _overtime(source),
        "team": source.text("role.team.name"),
        "team_sentence": _team(source),
        "committees": [_committee(source, path) for path in source.rows("role.committees")],
        "leads": source.texts("role.leads"),
        "has_leads": source.flag("role.leads"),
    }


def hours(source: Source) -> str:
    """Paid hours in words."""
    path = "role.hours_per_week"
    return hours_a_week(source, source.text(path), source.plain(path))


def hours_a_week(source: Source, hours: str, plain: str) -> str:
    """A marked number of hours with its unit; `plain` is the same number without a mark."""
    if plain == "1":
        return source.say("role.hours_one")
    return source.say_if("role.hours", hours=hours)


def support_modes(source: Source) -> str:
    """How people are met, in one phrase."""
    rows = source.rows("role.support_modes")
    return source.listed([source.term("support_mode", path) for path in rows])


def population(source: Source) -> str:
    """Who the service is for, person first."""
    known = source.data("terms.group")
    paths = list(source.rows("role.population"))
    of_group = [path for path in paths if source.get(path) in known]
    groups = source.listed([source.term("group", path) for path in of_group])
    experience = source.listed(
        [source.term("experience", path) for path in paths if path not in of_group], "or"
    )
    if groups and experience:
        return source.say("role.population_both", groups=groups, experience=experience)
    return groups or source.say_if("role.population_living", experience=experience)


def _committee(source: Source, path: str) -> str:
    name, hours = source.text(f"{path}.name"), source.text(f"{path}.hours")
    part = source.text(f"{path}.role")
    return (
        source.say_if("role.committee_part", name=name, hours=hours, part=part)
        or source.say_if("role.committee", name=name, hours=hours)
        or name
    )


def _union(source: Source) -> str:
    if source.flag("role.union"):
        return source.text("role.union")
    said = source.get("role.union") is not None
    return source.say("role.union_none", "role.union") if said else ""


def _overtime(source: Source) -> str:
    status = source.term("overtime", "role.flsa.status")
    basis = source.text("role.flsa.basis", phrasing.bare)
    return source.say_if("role.overtime", status=status, basis=basis) or status


def _team(source: Source) -> str:
    team = source.text("role.team.name")
    if not team:
        return ""
    disciplines = source.listed(source.texts("role.team.disciplines"))
    sentence = source.say_if("role.team_disciplines", team=team, disciplines=disciplines)
    sentence = sentence or source.say("role.team", team=team)
    count = source.get("role.team.peer_workers", 0)
    if not count:
        return sentence
    path = "role.team.peer_workers"
    more = source.say("role.team_several", count=source.text(path))
    return f"{sentence} {source.say('role.team_sole', path) if count == 1 else more}"

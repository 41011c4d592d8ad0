"""What the job asks for."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source
from jdgen.documents.views import role
from jdgen.marks import strip

_AT = "qualifications"


def view(source: Source) -> dict[str, Any]:
    lived = _lived_experience(source)
    is_required = bool(source.get(f"{_AT}.lived_experience.required", True))
    required = [*_training(source), *source.texts(f"{_AT}.required"), *_volunteering(source)]
    preferred = source.texts(f"{_AT}.preferred")
    certification = _certification(source)
    if source.get(f"{_AT}.certification.required"):
        required += certification
    else:
        preferred += certification
    if lived:
        (required if is_required else preferred).insert(0, lived)
    return {
        "lived_experience": lived,
        "privacy_note": source.say("qualifications.privacy_note"),
        "required": required,
        "preferred": preferred,
        "has_preferred": bool(preferred),
        "skills": _skills(source),
        "background_check": source.text(f"{_AT}.background_check"),
        "equivalence": source.say("qualifications.equivalence"),
    }


def _lived_experience(source: Source) -> str:
    at = f"{_AT}.lived_experience"
    kinds = [source.term("experience", path) for path in source.rows(f"{at}.kinds")]
    own = source.text(f"{at}.wording")
    return own or source.say_if(
        "qualifications.lived_experience", experience=source.listed(kinds, "or")
    )


def _training(source: Source) -> list[str]:
    days = source.text(f"{_AT}.training_days_min")
    said = source.say_if("qualifications.training_days", days=days)
    return [*source.texts(f"{_AT}.training_required"), *([said] if said else [])]


def _volunteering(source: Source) -> list[str]:
    path = f"{_AT}.volunteer_years_min"
    years = source.get(path)
    if not years:
        return []
    if years == 1:
        return [source.say("qualifications.volunteer_one", path)]
    return [source.say("qualifications.volunteer_several", years=source.text(path))]


def _certification(source: Source) -> list[str]:
    name = source.text(f"{_AT}.certification.name")
    body = source.text(f"{_AT}.certification.body")
    said = source.say_if("qualifications.certification_body", name=name, body=body)
    said = said or source.say_if("qualifications.certification", name=name)
    return [said] if said else []


def _skills(source: Source) -> list[str]:
    """The profile's own skills, then those every peer worker needs and it does not name."""
    own = source.texts(f"{_AT}.skills")
    named = strip(" ".join(own)).lower()
    needed = [
        source.say(f"qualifications.skills.{index}.text")
        for index, skill in enumerate(source.data("qualifications.skills"))
        if skill["unless"] not in named and _concerns(source, skill.get("when", ""))
    ]
    return own + needed


def _concerns(source: Source, when: str) -> bool:
    return when != "groups" or role.offers(source, "groups", "group")

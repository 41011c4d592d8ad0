"""What the job asks for."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source
from jdgen.marks import strip
from jdgen.services import offers

_AT = "qualifications"


def view(source: Source) -> dict[str, Any]:
    lived = _lived_experience(source)
    is_required = bool(source.get(f"{_AT}.lived_experience.required", True))
    required = [*_training(source), *source.texts(f"{_AT}.required"), *_volunteering(source)]
    required += [*_education(source), *_languages(source), *_licences(source)]
    preferred = source.texts(f"{_AT}.preferred")
    for text, path, asked in (
        (_certification(source), f"{_AT}.certification.need", "required"),
        (_paid_experience(source), f"{_AT}.paid_experience", "required"),
    ):
        if text:
            (required if source.get(path) == asked else preferred).append(text)
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
    paths = list(source.rows(f"{at}.kinds"))
    if source.is_family:
        paths = [path for path in paths if source.get(path) != "family"]
    kinds = source.listed([source.term("experience", path) for path in paths], "or")
    own = source.text(f"{at}.wording")
    if source.is_family and not kinds:
        return own or source.say("qualifications.lived_experience_only", f"{at}.kinds")
    return own or source.say_if("qualifications.lived_experience", experience=kinds)


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


def _certification(source: Source) -> str:
    at = f"{_AT}.certification"
    name, body = source.text(f"{at}.name"), source.text(f"{at}.body")
    said = source.say_if("qualifications.certification_body", name=name, body=body)
    said = said or source.say_if("qualifications.certification", name=name)
    when = source.text(f"{at}.by_when")
    return source.say_if("qualifications.by_when", certification=said, when=when) or said


def _paid_experience(source: Source) -> str:
    path = f"{_AT}.paid_experience"
    return source.say("qualifications.paid_experience", path) if source.get(path) else ""


def _education(source: Source) -> list[str]:
    told = source.say_if("qualifications.education", education=source.text(f"{_AT}.education"))
    return [told] if told else []


def _languages(source: Source) -> list[str]:
    languages = source.listed(source.texts(f"{_AT}.languages"))
    told = source.say_if("qualifications.languages", languages=languages)
    return [told] if told else []


def _licences(source: Source) -> list[str]:
    licences = source.texts(f"{_AT}.licences")
    return [source.say("qualifications.licences", licence=licence) for licence in licences]


def _skills(source: Source) -> list[str]:
    """The profile's own skills, then those every peer worker needs and it does not name."""
    own = source.texts(f"{_AT}.skills")
    named = strip(" ".join(own)).lower()
    needed = [
        source.say(f"qualifications.skills.{index}.text")
        for index, skill in enumerate(source.data("qualifications.skills"))
        if skill["unless"] not in named and _concerns(source, skill.get("when", ""))
    ]
    conditional = [source.text(f"{path}.skill") for path in source.rows(f"{_AT}.skills_if")]
    return own + conditional + needed


def _concerns(source: Source, when: str) -> bool:
    return when != "groups" or offers(source, "groups")

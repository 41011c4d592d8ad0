"""Statements HR needs; the profile's own words win over those that ship."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source


def view(source: Source) -> dict[str, Any]:
    contact = accommodation_contact(source)
    return {
        "equal_opportunity": source.own_or("legal.eeo_statement", "legal.equal_opportunity"),
        "accommodation": source.text("legal.accommodation_statement")
        or source.say_if("legal.accommodation", contact=contact),
        "accommodation_contact": contact,
        "disclaimer": source.own_or("legal.disclaimer", "legal.disclaimer"),
        "vacancy": _vacancy(source),
    }


def accommodation_contact(source: Source) -> str:
    """Whom to ask: the named contact, else the document's owner or the organization."""
    paths = (
        "legal.accommodation_contact",
        "owner.email",
        "organization.email",
        "organization.phone",
    )
    return next((text for path in paths if (text := source.text(path))), "")


def _vacancy(source: Source) -> str:
    vacancy = source.get("hiring.vacancy")
    if vacancy is None:
        return ""
    return source.say(f"legal.vacancy_{'yes' if vacancy else 'no'}", "hiring.vacancy")

"""HRX-07: Pay and postings follow the law of the place.

A posting gives the range of pay. In Ontario the range is 50,000 a year wide at most, no Canadian
experience is asked for, and a posting says whether there is a vacancy and whether software screens
applicants. Small employers are exempt.

Why: These laws carry fines, and applicants report a posting that leaves pay out.

Cure: Give `compensation` with a range that is narrow enough and not private; set `hiring.vacancy`
and `hiring.ai_screening`. Ask counsel where you are unsure: this is a reminder, not advice on law.

Source: Law, Employment Standards Act of Ontario and the states' pay laws, dated in the list of
packs
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jdgen.guidelines.registry import pack_named
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.rules.hrx import FLSA
from jdgen.guidelines.subjects import ProfileSubject

_PACKS = ("CA-ON", "US-CA", "US-CO", "US-NY", "US-WA")
_YEARLY = {"year": 1, "month": 12, "week": 52}
_CANADIAN = re.compile(r"\bcanadian (?:work )?experience\b", re.IGNORECASE)
_TO_BE_SAID = {
    "hiring.vacancy": "whether there is a vacancy",
    "hiring.ai_screening": "whether software screens applicants",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    applying = [pack for pack in _PACKS if _applies(subject, pack)]
    if not applying:
        return
    posting = subject.builds("job-posting")
    if posting and (not subject.get("compensation") or subject.get("compensation.private")):
        message = "The law of the place wants the range of pay in a posting, and there is none."
        yield Miss(message, "compensation")
    if "CA-ON" in applying:
        yield from _ontario(subject, posting)


def _applies(subject: ProfileSubject, pack: str) -> bool:
    named = any(pack_named(pack, str(name)) for name in subject.get("legal.packs", ()))
    size = subject.get("organization.employer_size")
    return named and (size is None or size >= subject.figure(f"HRX-07.{pack}"))


def _ontario(subject: ProfileSubject, posting: bool) -> Iterator[Miss]:
    spread, top = _yearly(subject)
    if spread > subject.figure("HRX-07.spread") and top <= subject.figure("HRX-07.exempt_above"):
        told = "" if subject.get("compensation.private") else f" (here {spread:,.0f})"
        message = f"In Ontario a range of pay may be 50,000 a year wide at most{told}."
        yield Miss(message, "compensation.max")
    for number, told in enumerate(subject.get("qualifications.required", ())):
        if _CANADIAN.search(told):
            message = f"In Ontario a posting may not ask for Canadian experience: “{told}”"
            yield Miss(message, f"qualifications.required.{number}")
    for field, says in _TO_BE_SAID.items() if posting else ():
        if subject.get(field) is None:
            yield Miss(f"In Ontario a posting must say {says}; nothing says so yet.", field)


def _yearly(subject: ProfileSubject) -> tuple[Decimal, Decimal]:
    """How wide the range is and where it ends, in money per year of this role's hours."""
    pay = subject.get("compensation", {})
    hours = Decimal(str(subject.get("role.hours_per_week", 0)))
    times = Decimal(_YEARLY.get(pay.get("per"), 0)) or hours * 52
    least, most = (Decimal(str(pay.get(name, 0))) * times for name in ("min", "max"))
    return most - least, most


_ON = {"legal.packs": ["CA-ON"]}
_SALARY = {"currency": "CAD", "per": "year", "benefits": "Health and dental"}

RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    documents=("job-description", "job-posting"),
    standing="pack",
    packs=_PACKS,
    passes=(
        Example("10,000 wide", {**_ON, "compensation": {**_SALARY, "min": 48000, "max": 58000}}),
        Example(
            "a small employer",
            {
                **_ON,
                "organization.employer_size": 24,
                "compensation": {**_SALARY, "min": 45000, "max": 110000},
            },
        ),
        Example(
            "a posting that says all of it",
            {**_ON, "hiring.vacancy": True, "hiring.ai_screening": False},
            documents=["job-posting"],
        ),
    ),
    fails=(
        Example("65,000 wide", {**_ON, "compensation": {**_SALARY, "min": 45000, "max": 110000}}),
        Example(
            "Canadian experience",
            {
                **_ON,
                "qualifications.required": [
                    "Peer support training of five days",
                    "A year as a volunteer in a peer role",
                    "Canadian experience",
                ],
            },
        ),
        Example(
            "a posting that is silent on software",
            {**_ON, "hiring.vacancy": True},
            documents=["job-posting"],
        ),
        Example(
            "a posting without pay in Colorado",
            {
                "legal.packs": ["US-CO"],
                "compensation.private": True,
                **FLSA,
            },
            documents=["job-posting"],
        ),
    ),
)

"""HRX-14: A role that Medicaid pays for names what Medicaid asks for.

Where `role.medicaid` is true, the profile names supervision with its rhythm, a certification with
the body that gives it, and how the work is coordinated with the rest of a person's care.

Why: The federal letter on peer support asks states for these. A claim for a role that lacks one may
have to be paid back.

Cure: Fill in `supervision.first_months` and `later` and `qualifications.certification` with `body`,
and say in a duty how the worker coordinates with the team. Your state's rules say more.

Source: Law, CMS State Medicaid Director Letter 07-011 (2007)
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_COORDINATED = re.compile(r"\bco-?ordinat", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if subject.get("role.medicaid") is not True:
        return
    duties = (f"{duty.text} {duty.result} {duty.approach}" for duty in subject.profile.duties)
    named = {
        "supervision and its rhythm": subject.get("supervision.first_months")
        and subject.get("supervision.later"),
        "a certification and who gives it": subject.get("qualifications.certification.body"),
        "coordination with the rest of the care": any(map(_COORDINATED.search, duties)),
    }
    missing = [says for says, told in named.items() if not told]
    if missing:
        message = (
            f"The role is billed to Medicaid, and the profile does not name {listed(missing)}."
        )
        yield Miss(message, "role.medicaid")


_BILLED = {
    "legal.packs": ["US"],
    "role.flsa": {"status": "non_exempt", "basis": "paid by the hour"},
    "role.medicaid": True,
}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    standing="pack",
    packs=("US",),
    passes=(
        Example(
            "all three",
            {
                **_BILLED,
                "qualifications.certification": {
                    "name": "Certified Peer Specialist",
                    "body": "State board",
                    "need": "required",
                },
                "duties.7.approach": "Coordinate with the team, in plain words.",
            },
        ),
        Example("paid by other means", {**_BILLED, "role.medicaid": False}),
    ),
    fails=(Example("nothing but the bill", _BILLED),),
)

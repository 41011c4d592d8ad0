"""LEX-07: A family role speaks of family.

Where the role supports family members, it asks for experience as one, and the word for the people
supported is a word for them (family member, caregiver, parent).

Why: A parent who is asked about “your own diagnosis” is told that the text was meant for someone
else.

Cure: Set `role.family_peer: true`, add `family` to the kinds of lived experience, and choose
`terms.person` to match.

Source: Toolkit, general job description
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_KINDS = "qualifications.lived_experience.kinds"
_FAMILY = re.compile(
    r"family|relative|parent|caregiver|carer|sibling|spouse|partner|loved one", re.IGNORECASE
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    kinds = subject.get(_KINDS, ())
    if not subject.get("role.family_peer"):
        if list(kinds) == ["family"]:
            message = (
                "The role asks for family experience only, but is not marked as a family role."
            )
            yield Miss(message, "role.family_peer")
        return
    if kinds and "family" not in kinds:
        yield Miss("A family role, but experience as a family member is not asked for.", _KINDS)
    person = str(subject.get("terms.person", ""))
    if not _FAMILY.search(person):
        message = f"A family role, but the people supported are called “{person}”."
        yield Miss(message, "terms.person")


_ROLE = {"role.family_peer": True, _KINDS: ["family"], "terms.person": "caregiver"}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    passes=(Example("caregivers meet a caregiver", _ROLE),),
    fails=(
        Example("family members called participants", {**_ROLE, "terms.person": "participant"}),
        Example("not marked", {_KINDS: ["family"], "role.population": ["family"]}),
    ),
)

"""JDS-08: Skills for groups and for speaking are asked for only where needed.

Leading groups is a skill of roles that have groups. Public speaking is a skill of roles with a duty
of education or training.

Why: Each skill too many keeps a good person from applying.

Cure: Take the skill out of `qualifications.skills`, or add the service or the duty that needs it.

Source: Toolkit, general job description (its skills marked as required only where used)
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.services import offers

_GROUPS = re.compile(r"\bgroups?\b|\bfacilitat", re.IGNORECASE)
_SPEAKING = re.compile(
    r"\bpublic speaking\b|\bspeaks? (?:in public|before)\b|\bpresent(?:s|ing|ations?) to\b",
    re.IGNORECASE,
)
_TEACHES = {"education_awareness", "supervision_training"}
_EDUCATION = 10  # number of the general duty


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    types = {duty.more.get("activity_type") for duty in subject.profile.duties}
    covers = {number for duty in subject.profile.duties for number in duty.more.get("covers", ())}
    groups = offers(subject, "groups") or "group_facilitation" in types
    teaches = bool(types & _TEACHES) or _EDUCATION in covers
    for number, skill in enumerate(map(str, subject.get("qualifications.skills", ()))):
        if _GROUPS.search(skill) and not groups:
            message = f"“{skill}” is asked for, but the role has no groups."
        elif _SPEAKING.search(skill) and not teaches:
            message = f"“{skill}” is asked for, but no duty speaks to an audience."
        else:
            continue
        yield Miss(message, f"qualifications.skills.{number}", quote=skill)


_NO_GROUPS = {
    "role.services.groups": False,
    "role.support_modes": ["one_to_one", "phone"],
    "duties.2.text": "Meet people one to one for a walk.",
    "duties.2.result": "People have company.",
}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("speaking, where a duty teaches", {"qualifications.skills.5": "Public speaking"}),
    ),
    fails=(
        Example("groups without groups", _NO_GROUPS),
        Example(
            "public speaking for nobody",
            {
                "qualifications.skills.5": "Public speaking",
                "duties.7.activity_type": "team_communication",
                "duties.7.covers": [12, 13],
            },
        ),
    ),
)

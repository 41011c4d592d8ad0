"""NCL-12: Whoever responds to suicide risk is trained for it.

Where a duty is to respond to suicide risk, the profile names training for it: ASIST or its equal,
provided or required.

Why: It is a duty of everyone on a team to respond. Left to do so untrained, a worker is alone with
a life at stake, and so is the person.

Cure: Add the course, such as ASIST, under `training.provided`, or take the duty out.

Source: Toolkit, role-clarity activities
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_RISK = re.compile(r"\bsuicid", re.IGNORECASE)
_TRAINED = re.compile(
    r"\bASIST\b|\bsafeTALK\b|\bsuicid|\bQPR\b|\bmental health first aid\b|\bcrisis\b", re.IGNORECASE
)
_COURSES = ("qualifications.training_required", "qualifications.required")


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    number = subject.figure("NCL-12.activity")
    courses = [str(course.get("topic")) for course in subject.get("training.provided", ())]
    courses += [str(text) for path in _COURSES for text in subject.get(path, ())]
    if any(_TRAINED.search(course) for course in courses):
        return
    for duty in subject.profile.duties:
        if duty.activity == number or _RISK.search(f"{duty.text} {duty.result}"):
            message = "This duty is about suicide risk, but no training for it is named."
            yield Miss(message, f"{duty.field}.text", quote=duty.text)


_RESPOND = {
    "duties.1.activity": 25,
    "duties.1.text": "Respond to suicide risk and call the team.",
}

RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    passes=(
        Example(
            "trained for it",
            {**_RESPOND, "training.provided.1": {"topic": "ASIST", "days": 2}},
        ),
    ),
    fails=(Example("not trained", _RESPOND),),
)

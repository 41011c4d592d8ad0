"""TIM-12: Tasks that all staff share are marked so.

A duty of team work, administration, supervision or training that uses no lived experience is marked
`duty_of_all`. It then stays in the time table and out of the test whether a task fits peers.

Why: Everyone goes to meetings and writes reports. Tested as peer work such tasks must fail, and the
findings would hide the ones that matter.

Cure: Set `duty_of_all: true` on the duty if every team member has it.

Source: Toolkit, task guidelines
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject

_SHARED = {"team_communication", "administration", "receiving_support", "supervision_training"}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        shared = duty.more.get("activity_type") in _SHARED
        if shared and duty.uses_lived_experience == "no" and "duty_of_all" not in duty.more:
            message = (
                f"{quoted(duty.text)} looks like a task that all staff share, but is not marked so."
            )
            yield Miss(message, field=duty.field)


_PLAIN = {"duties.6.uses_lived_experience": "no"}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("marked", {**_PLAIN, "duties.6.duty_of_all": True}),
        Example("answered with no", {**_PLAIN, "duties.6.duty_of_all": False}),
    ),
    fails=(Example("notes as everyone writes them", _PLAIN),),
)

"""TIM-09: Direct and indirect are told apart as usual.

The `side` of a duty agrees with the kind of activity it is: eight kinds are direct, seven indirect.

Why: If supervision or notes count as time with people, the direct share looks larger than it is.

Cure: Change `side`, or `activity_type` if the duty is of another kind; split a duty that is both.

Source: Slides, hours on direct and indirect activities; Functions page
"""

from collections.abc import Iterator

from jdgen.guidelines.facts import sides
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        says, side = sides().get(str(duty.more.get("activity_type")), ("", duty.side))
        if duty.side != side:
            message = (
                f"{quoted(duty.text)} counts as {duty.side} time, but its kind, {says}, is {side}."
            )
            yield Miss(message, field=f"{duty.field}.side")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("notes are indirect", {"duties.6.activity_type": "administration"}),
        Example("a duty without a kind", {"duties.3.activity_type": None}),
    ),
    fails=(
        Example("supervision called direct", {"duties.4.activity_type": "supervision_training"}),
        Example(
            "leading a group called indirect",
            {"duties.7.activity_type": "group_facilitation", "duties.7.per_week_max": 1},
        ),
    ),
)

"""TIM-05: Every duty has a share of time.

Each duty takes more than 0 percent of paid time.

Why: A duty without time is done in somebody's own time, or not at all.

Cure: Give the duty a percent and take it from another one, or leave the duty out.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        if duty.percent <= 0:
            message = f"The duty {quoted(duty.text)} has no share of time: its percent is 0."
            yield Miss(message, field=f"{duty.field}.percent")


RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("a small share", {"duties.7.percent": 1, "duties.0.percent": 23}),),
    fails=(Example("a share of 0", {"duties.7.percent": 0, "duties.0.percent": 24}),),
)

"""TIM-04: Administration takes about a fifth of the time or less.

The row `administration` and the duties of that kind together make 20 percent of paid time or less.

Why: Each hour at a desk is one away from people, and paper work grows by itself.

Cure: Shorten notes and forms, share office work in the team, or move its percent to time with
people.

Source: Toolkit, readiness checklist (an example there, not a fixed limit)
"""

from collections.abc import Iterator
from decimal import Decimal

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import percent
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    shares = [Decimal(str(subject.get("time.administration", 0)))]
    for duty in subject.profile.duties:
        if duty.more.get("activity_type") == "administration":
            shares.append(duty.percent)
    limit = subject.figure("TIM-04.at_most")
    if sum(shares) > limit:
        message = (
            f"Administration takes {percent(sum(shares))} of paid time, notes and forms included; "
            f"about {percent(limit)} or less is better."
        )
        yield Miss(message, field="time.administration")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("just a fifth", {"duties.6.percent": 16, "time.administration": 4}),
        Example("no row for it", {"time.administration": None, "time.meetings": 7}),
    ),
    fails=(
        Example(
            "21 percent, most of it notes",
            {
                "duties.3.percent": 2,
                "duties.4.percent": 6,
                "duties.6.percent": 19,
                "time.meetings": 4,
            },
        ),
    ),
)

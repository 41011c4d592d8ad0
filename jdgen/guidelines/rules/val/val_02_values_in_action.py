"""VAL-02: Every essential duty puts a value into action.

Each essential duty names at least one of the thirteen core values.

Why: The values are how a peer worker does what others do as well. A duty without one is told as any
helper would do it.

Cure: Ask what makes it peer work, and put that value under `values`, such as hope or
self-determination. If there is none, the duty may be marginal.

Source: Toolkit, general job description
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        if duty.kind == "essential" and not duty.values:
            message = f"The duty {quoted(duty.text)} names no core value."
            yield Miss(message, f"{duty.field}.values")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("one value", {"duties.1.values": ["trust"]}),
        Example("a marginal duty needs none", {"duties.7.values": []}),
    ),
    fails=(Example("none", {"duties.1.values": []}),),
)

"""TSK-16: Each core duty says what only a peer brings.

An essential duty with people that uses lived experience only in part says under `distinct_how` what
sets it apart from the same task done by other staff.

Why: Outings, resources and meetings are also the work of others. Unless the difference is named,
the team sees a helper who does the same for less.

Cure: Write under `distinct_how` what is different when a peer does it, such as “company from
someone who knows how it feels to sit in that waiting room”.

Source: Handout, key 4; Slides, benefits of distinct tasks
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        shared = duty.uses_lived_experience == "partly" and not duty.more.get("duty_of_all")
        core = duty.kind == "essential" and duty.side == "direct"
        if shared and core and not str(duty.more.get("distinct_how") or "").strip():
            message = f"{quoted(duty.text)} does not say what only a peer brings to it."
            yield Miss(message, duty.field)


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("named", {"duties.4.distinct_how": "Knows how it feels to sit in that room."}),
        Example("lived experience is the duty", {"duties.2.distinct_how": None}),
    ),
    fails=(Example("going along as anyone would", {"duties.4.distinct_how": None}),),
)

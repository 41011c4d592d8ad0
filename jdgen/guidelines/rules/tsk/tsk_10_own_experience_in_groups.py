"""TSK-10: In a group the worker uses lived experience.

A duty in a group lets the worker share own experience there. Handing out material, filling the
second staff place or sitting in on a therapy group without a word of one's own does not.

Why: A group with a silent peer worker has one more member of staff and no peer in it.

Cure: Say what the worker brings from own experience, or leave the place to someone else.

Source: Toolkit, task guidelines
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import DutyVerdict, judged_duties
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject

_GROUP = re.compile(r"\b(?:group|groups|circle|class|classes)\b", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for judged in judged_duties(subject):
        if _is_group(judged) and not judged.duty.more.get("duty_of_all") and _is_silent(judged):
            duty = judged.duty
            message = f"{quoted(duty.text)} has the worker in a group without own experience."
            yield Miss(message, f"{duty.field}.text", suggestion=judged.suggestion)


def _is_group(judged: DutyVerdict) -> bool:
    duty = judged.duty
    leads = duty.more.get("activity_type") == "group_facilitation" or duty.activity == 3
    return leads or bool(_GROUP.search(duty.text))


def _is_silent(judged: DutyVerdict) -> bool:
    hidden = judged.verdict == "no" and judged.sign == "hidden_experience"
    return hidden or judged.duty.uses_lived_experience == "no"


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "own ways of coping in the self-care group",
            {
                "duties.4.activity": None,
                "duties.4.text": "Share your own ways of coping in the self-care group.",
            },
        ),
    ),
    fails=(
        Example(
            "the second staff place in a therapy group",
            {
                "duties.4.activity": None,
                "duties.4.text": "Count as the second staff member in the therapy group.",
                "duties.4.uses_lived_experience": "no",
                "duties.4.kind": "marginal",
            },
        ),
        Example(
            "a group led without own experience",
            {"duties.2.uses_lived_experience": "no"},
            also=("TIM-03",),
        ),
    ),
)

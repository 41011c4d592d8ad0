"""TIM-06: Activities can be counted.

A duty that leads groups says how many a week at most; no duty is left at “as needed”. More than
three groups a week is a remark only.

Why: “Groups as needed” means none to one reader and ten to another. A number can be planned for,
and defended when more is asked.

Cure: Set `per_week_max` on the duty, or write the number into its text; put a number or a rhythm in
the place of “as needed”.

Source: Toolkit, readiness checklist (up to three groups a week as its example)
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import number, quoted
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.model import Duty

_GROUPS = (3, "group_facilitation")  # the activity of the role-clarity table, the kind of activity
_NO_MEASURE = re.compile(r"\b(?:as|when|where|if) (?:needed|required|necessary)\b", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    total = Decimal(0)
    for duty in subject.profile.duties:
        limit = duty.more.get("per_week_max")
        vague = _NO_MEASURE.search(duty.text)
        if vague and limit is None:
            message = f"“{vague[0]}” leaves open how often: {quoted(duty.text)}"
            yield Miss(message, field=f"{duty.field}.text", quote=vague[0], start=vague.start())
        elif _leads_groups(duty) and limit is None:
            message = f"The duty does not say how many groups a week at most: {quoted(duty.text)}"
            yield Miss(message, field=f"{duty.field}.text")
        elif _leads_groups(duty):
            total += Decimal(str(limit))
    usual = subject.figure("TIM-06.groups_a_week")
    if total > usual:
        message = f"{number(total)} groups a week are planned; up to {number(usual)} are usual."
        hint = "Check that there is time left to prepare them and to meet people one to one."
        yield Miss(message, field="duties", severity="advice", suggestion=hint)


def _leads_groups(duty: Duty) -> bool:
    return duty.activity == _GROUPS[0] or duty.more.get("activity_type") == _GROUPS[1]


RULE = rule(
    __doc__,
    "warning",
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("three groups a week", {"duties.2.per_week_max": 3}),),
    fails=(
        Example("groups without a number", {"duties.2.per_week_max": None}),
        Example("rides as needed", {"duties.4.text": "Go along with participants as needed."}),
        Example("six groups a week", {"duties.2.per_week_max": 6}, severity="advice"),
    ),
)

"""TSK-04: A task that hangs on a condition says so.

A duty linked to a likely or conditional activity carries its `condition`: the worker has lived it,
or nobody on the team is there for just that.

Why: Where a housing worker is on the team, looking for housing may be theirs. Said beforehand, it
is shared; said afterwards, it is a quarrel.

Cure: Write under `condition` when the duty holds and with whom it is shared.

Source: Toolkit, role-clarity activities
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.facts import activities
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.guidelines.verdicts import verdict_here

_SPECIALISTS = {7: "outreach", 8: "housing", 10: "employment", 14: "occupational", 29: "court"}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    team = " | ".join(map(str, subject.get("role.team.disciplines", ())))
    for duty in subject.profile.duties:
        told = activities().get(duty.activity or 0)
        if not told or verdict_here(subject, told) not in ("likely", "conditional"):
            continue
        if str(duty.more.get("condition") or "").strip():
            continue
        kind = _SPECIALISTS.get(told.number, "")
        shared = bool(kind) and bool(re.search(rf"\b{kind}", team, re.IGNORECASE))
        reason = f"the team has somebody for it ({kind})" if shared else _within(told.condition)
        message = (
            f"{quoted(duty.text)} is activity {told.number} ({told.activity}). It hangs on a "
            f"condition that the duty does not name: {reason}."
        )
        hint = "Say under `condition` how it is shared with them." if shared else ""
        yield Miss(message, duty.field, suggestion=hint)


def _within(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "shared with the housing worker",
            {"duties.3.activity": 8, "role.team.disciplines": ["housing", "nursing"]},
        ),
    ),
    fails=(
        Example(
            "a housing worker on the team, and no word on it",
            {
                "duties.3.activity": 8,
                "duties.3.condition": None,
                "role.team.disciplines": ["housing", "nursing"],
            },
        ),
        Example("forms, lived or not", {"duties.3.activity": 1, "duties.3.condition": None}),
    ),
)

"""RCL-04: An own answer on an activity can hold.

An organization may answer an activity of the role-clarity table otherwise, with reason, approver
and date. No answer changes a no that rests on a conflict with the values of peer support.

Why: The table is there to be talked about. But an answer that switched therapy or restraint on
would make another job of it.

Cure: Take the answer out of `overrides.activities`, or change the duty so that it is another
activity.

Source: Toolkit, role-clarity activities (a tool for discussion)
"""

from collections.abc import Iterator

from jdgen.guidelines.facts import activities
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for number, own in enumerate(subject.get("overrides.activities", ())):
        told = activities()[own["number"]]
        if told.effective == "no" and told.against_values and own["verdict"] != "no":
            message = (
                f"The own answer on activity {told.number} ({told.activity}) has no effect: the "
                "activity conflicts with the values of peer support."
            )
            yield Miss(message, f"overrides.activities.{number}.verdict")


def _answer(number: int, verdict: str) -> dict[str, object]:
    own = {"reason": "Agreed with the team.", "approved_by": "Director", "date": "2026-10-01"}
    return {"overrides.activities": [{"number": number, "verdict": verdict, **own}]}


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    passes=(
        Example("rides that the whole team shares", _answer(11, "maybe")),
        Example("stricter than the table", _answer(36, "no")),
    ),
    fails=(Example("therapy after all", _answer(20, "yes")),),
)

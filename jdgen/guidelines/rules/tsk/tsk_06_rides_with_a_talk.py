"""TSK-06: A ride is part of the time together.

Rides are tied to ongoing contact: no duty is to drive people and wait outside, to take along people
the worker does not know, or to drop things off and leave.

Why: A ride is peer work for the talk on the way. Without it the worker is a taxi, and the hours are
gone from what only a peer can do.

Cure: Say that the worker goes along and stays, or leave the ride to a driver or to the whole team.

Source: Toolkit, task guidelines; role-clarity activities 2, 11 and 12
"""

import re

from jdgen.guidelines.duty_verdicts import refusal_checks
from jdgen.guidelines.rule import Example, rule

_SIGNS = frozenset({"11", "12", "deliveries"})
_RIDE = re.compile(
    r"\b(?:driv(?:e|es|ing|er)|rides?|transport\w*|shuttle|car|van|drop\w*|deliver\w*|bring\w*)\b",
    re.IGNORECASE,
)


def _says(says: str, text: str) -> Example:
    return Example(says, {"duties.4.activity": None, "duties.4.text": text})


_JD = ["job-description"]

RULE = rule(
    __doc__,
    "warning",
    **refusal_checks(
        _SIGNS, _RIDE, "leaves no time together: the worker drives, drops off or waits."
    ),
    documents=("job-description",),
    alone=("word", "text"),
    passes=(
        _says("going along", "Travel with participants to appointments and talk on the way."),
        Example(
            "a document on going along",
            blocks=[("heading1", "Duties"), ("bullet", "Go along to the doctor and stay there.")],
            documents=_JD,
        ),
    ),
    fails=(
        _says("a taxi", "Drive participants to appointments and wait in the car park."),
        Example(
            "a document with a taxi",
            blocks=[
                ("heading1", "Duties"),
                ("bullet", "Drive clients to the clinic and wait in the car until they are done."),
            ],
            documents=_JD,
        ),
    ),
)

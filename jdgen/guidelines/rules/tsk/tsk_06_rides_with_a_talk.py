"""TSK-06: A ride is part of the time together.

Rides are tied to ongoing contact: no duty is to drive people and wait outside, to take along people
the worker does not know, or to drop things off and leave.

Why: A ride is peer work for the talk on the way. Without it the worker is a taxi, and the hours are
gone from what only a peer can do.

Cure: Say that the worker goes along and stays, or leave the ride to a driver or to the whole team.

Source: Toolkit, task guidelines; role-clarity activities 2, 11 and 12
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import refused_duties, refused_paragraphs, suggestion
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

_SIGNS = frozenset({"11", "12", "deliveries"})
_RIDE = re.compile(
    r"\b(?:driv(?:e|es|ing|er)|rides?|transport\w*|shuttle|car|van|drop\w*|deliver\w*|bring\w*)\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for judged in refused_duties(subject, _SIGNS):
        duty = judged.duty
        yield Miss(_message(duty.text), f"{duty.field}.text", suggestion=judged.suggestion)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for block, judged in refused_paragraphs(subject, _RIDE, _SIGNS):
        yield Miss(_message(block.text), block=block, suggestion=suggestion(judged))


def _message(text: str) -> str:
    return f"{quoted(text)} leaves no time together: the worker drives, drops off or waits."


def _says(says: str, text: str) -> Example:
    return Example(says, {"duties.4.activity": None, "duties.4.text": text})


_JD = ["job-description"]

RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    in_document=in_document,
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

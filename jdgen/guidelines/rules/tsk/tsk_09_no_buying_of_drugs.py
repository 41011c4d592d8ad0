"""TSK-09: Nobody buys drugs or alcohol.

No duty has the worker buy, fetch or hand over drugs or alcohol, for people or with them, also not
as harm reduction.

Why: It puts the worker and the person at risk, and makes the worker the one who decides. Talking
about safer use does neither.

Cure: Take it out; write “talk about safer use” or “give a warm hand-over to a harm reduction
service”.

Source: Toolkit, role-clarity activity 34; value conflicts
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import refused_duties, refused_paragraphs, suggestion
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

_SIGNS = frozenset({"34"})
_BUYING = re.compile(
    r"\b(?:buy|buys|buying|purchas\w*|fetch\w*|get|gets|getting|suppl\w*|provid\w*|procur\w*"
    r"|collect\w*|pick\w*)\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for judged in refused_duties(subject, _SIGNS):
        duty = judged.duty
        yield Miss(_message(duty.text), f"{duty.field}.text", suggestion=judged.suggestion)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for block, judged in refused_paragraphs(subject, _BUYING, _SIGNS):
        yield Miss(_message(block.text), block=block, suggestion=suggestion(judged))


def _message(text: str) -> str:
    return f"{quoted(text)} has the worker buy or hand over drugs or alcohol."


_JD = ["job-description"]

RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    in_document=in_document,
    documents=("job-description",),
    alone=("word", "text"),
    passes=(
        Example(
            "talking about safer use",
            {
                "duties.4.activity": None,
                "duties.4.text": "Talk with participants about safer use of drugs and alcohol.",
            },
        ),
        Example(
            "a document with a hand-over",
            blocks=[("bullet", "Give a warm hand-over to a harm reduction service.")],
            documents=_JD,
        ),
    ),
    fails=(
        Example(
            "buying alcohol",
            {
                "duties.4.activity": None,
                "duties.4.text": "Buy alcohol with participants to keep withdrawal mild.",
            },
        ),
        Example(
            "a document on buying beer",
            blocks=[("heading1", "Duties"), ("bullet", "Buy beer for residents who drink.")],
            documents=_JD,
        ),
    ),
)

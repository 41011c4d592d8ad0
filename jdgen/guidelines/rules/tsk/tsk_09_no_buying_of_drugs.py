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

from jdgen.guidelines.duty_verdicts import refusal_checks
from jdgen.guidelines.rule import Example, rule

_SIGNS = frozenset({"34"})
_BUYING = re.compile(
    r"\b(?:buy|buys|buying|purchas\w*|fetch\w*|get|gets|getting|suppl\w*|provid\w*|procur\w*"
    r"|collect\w*|pick\w*)\b",
    re.IGNORECASE,
)


_JD = ["job-description"]

RULE = rule(
    __doc__,
    "error",
    **refusal_checks(_SIGNS, _BUYING, "has the worker buy or hand over drugs or alcohol."),
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

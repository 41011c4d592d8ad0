"""TSK-08: Time together is work time.

No duty asks the worker to meet people socially outside work hours, to be their friend, or to give
or take what belongs to private life. Coffee or lunch in work time is fine.

Why: Where a friend ends and a worker begins is hard to know for both. Work time, kept, protects the
person and the worker.

Cure: Write the contact into work time, such as “have coffee with people during work time”.

Source: Toolkit, role-clarity activities 26 and 27; Functions page (which lists “friend”)
"""

import re

from jdgen.guidelines.duty_verdicts import refusal_checks
from jdgen.guidelines.rule import Example, rule

_SIGNS = frozenset({"27", "boundaries"})
_PRIVATE = re.compile(
    r"\b(?:outside (?:of )?(?:work|working|office|service|the|your|paid)"
    r"|after (?:work|hours|your|the)"
    r"|off duty|days? off|weekends?|free time|own time|evenings?|holidays?|private|friends?|buddy"
    r"|at your home|lend|loan)\b",
    re.IGNORECASE,
)


def _says(says: str, text: str) -> Example:
    return Example(says, {"duties.4.activity": None, "duties.4.text": text})


_JD = ["job-description"]

RULE = rule(
    __doc__,
    "error",
    **refusal_checks(_SIGNS, _PRIVATE, "asks for private contact, outside what is work."),
    documents=("job-description",),
    alone=("word", "text"),
    passes=(
        _says("coffee in work time", "Have coffee with participants during work hours."),
        Example(
            "an evening group is work",
            blocks=[("heading1", "Duties"), ("bullet", "Lead the evening peer group.")],
            documents=_JD,
        ),
    ),
    fails=(
        _says("a friend after work", "Socialize with participants outside work hours."),
        Example(
            "a document that asks for weekends",
            blocks=[
                ("heading1", "Duties"),
                ("bullet", "Meet clients as a friend on your day off."),
            ],
            documents=_JD,
        ),
    ),
)

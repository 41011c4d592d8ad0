"""TSK-19: Sensitive topics come from the person.

A duty that names sexuality or personal hygiene says that the person raises it.

Why: Asked unasked, these questions shame people. Raised by the person, they are a talk between
equals.

Cure: Add “if the person wants to”, and leave the topic out of lists of standard topics.

Source: Toolkit, role-clarity activities 44 and 51
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import facts_of
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject

_TOPIC = re.compile(
    r"\b(?:sexuality|sexual|sex|intimacy|hygiene|grooming|body odou?r|showering|bathing)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:if|when|where) (?:\w+ ){1,2}(?:want|wish|ask|raise|bring|choose|like)s?\b"
    r"|\bat \w+ request|\b(?:raised|brought up|asked) by\b"
    r"|\bwho (?:ask|want|wish|raise)s?\b|\bwhen asked\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        found = _TOPIC.search(duty.text)
        if found and not _WISHED.search(f"{duty.text} {facts_of(duty)}"):
            message = f"{quoted(duty.text)} does not leave “{found[0]}” to the person to raise."
            yield Miss(message, f"{duty.field}.text", quote=found[0], start=found.start())


def _says(says: str, text: str) -> Example:
    plain = {"duties.4.activity": None, "duties.4.approach": "Listen.", "duties.4.condition": None}
    return Example(says, {**plain, "duties.4.text": text})


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(_says("at their wish", "Talk about sexuality with participants who ask to."),),
    fails=(_says("a standard topic", "Talk with participants about sleep, food and hygiene."),),
)

"""TSK-18: Telling staff one's own story is a choice.

A duty to tell colleagues or students of own experience leaves the worker the choice whether, what
and to whom.

Why: A story that must be told each month is no gift any more, and colleagues cannot unhear it.

Cure: Write “may choose to share”, and leave the occasion to the worker.

Source: Toolkit, role-clarity activity 40
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import facts_of
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject

_STORY = r"\b(?:story|stories|journey|own recovery|own experience|lived experience|recovery)\b"
_TELLING = r"\b(?:tell|present|share|give|speak|talk|recount)\w*\b"
_STAFF = (
    r"\b(?:staff|team|teams|colleagues|co-?workers|clinicians|nurses|doctors|students|trainees|hires"
    r"|meetings?|departments?)\b"
)
_TOLD = re.compile(
    rf"{_TELLING}[^.;]{{0,60}}{_STORY}[^.;]{{0,60}}{_STAFF}"
    rf"|{_TELLING}[^.;]{{0,60}}{_STAFF}[^.;]{{0,60}}{_STORY}",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"\b(?:may|choose|chooses|choice|chosen|wish|wishes|want|wants|if you|when you"
    r"|you like|decide)\b",
    re.IGNORECASE,
)
_TO_STAFF = 40  # the activity of telling staff one's own story


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        told = _TOLD.search(duty.text) or duty.activity == _TO_STAFF
        if told and not _CHOICE.search(f"{duty.text} {facts_of(duty)}"):
            message = f"{quoted(duty.text)} does not leave it to the worker what to tell."
            yield Miss(message, f"{duty.field}.text")


_PLAIN = {
    "duties.7.activity": None,
    "duties.7.approach": "Use plain words.",
    "duties.7.distinct_how": "Comes from the inside.",
}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "by choice",
            {**_PLAIN, "duties.7.text": "Share parts of your story with staff if you choose to."},
        ),
    ),
    fails=(
        Example(
            "each month",
            {**_PLAIN, "duties.7.text": "Present your recovery story to staff every month."},
        ),
    ),
)

"""TSK-20: Talk of rights points to those who advise.

A duty to inform people of their rights names whom they can turn to: a rights adviser, an advocate
or the supervisor.

Why: Wrong advice on a right can cost it. A peer worker knows the way to the office and what it is
like to go there.

Cure: Write “help people find the rights adviser and get their questions ready”.

Source: Toolkit, role-clarity activity 42
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import facts_of
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject

_INFORMS = re.compile(
    r"\b(?:inform|advis|tell|explain|educat|teach|instruct|counsel|brief)(?:s|e|es|ing|ed)?\b"
    r"[^.;]{0,60}\b(?:rights?\b(?! (?:away|now|time|place|moment|direction))"
    r"(?! to (?:complain|a complaint|say no|stop|see (?:their|the) notes|leave the (?:group|room)))"
    r"|entitlements?)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\b(?:advis[eo]rs?|advocates?|advocacy|ombuds\w*|legal aid|lawyers?|supervisors?|rights office"
    r"|legal clinic)\b",
    re.IGNORECASE,
)
_RIGHTS = 42  # the activity of telling someone about their rights


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        found = _INFORMS.search(duty.text) or duty.activity == _RIGHTS
        if found and not _POINTER.search(f"{duty.text} {facts_of(duty)}"):
            message = f"{quoted(duty.text)} names nobody who advises on rights."
            yield Miss(message, f"{duty.field}.text")


def _says(says: str, text: str, **more: str) -> Example:
    changed = {f"duties.4.{name}": value for name, value in more.items()}
    bounded = {"duties.4.activity": 42, "duties.4.note": "Where to turn only, no advice."}
    return Example(says, {**bounded, "duties.4.text": text, **changed})


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "a right that the house itself gives",
            {
                "duties.4.activity": None,
                "duties.4.text": "Show new guests round, and explain their right to complain.",
            },
        ),
        _says("the way to the adviser", "Help participants find the rights adviser."),
        _says(
            "the note points to someone",
            "Inform participants of their rights.",
            note="Where to turn only; questions go to the rights adviser.",
        ),
    ),
    fails=(_says("legal advice", "Advise participants on their right to refuse treatment."),),
)

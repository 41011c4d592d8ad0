"""TSK-22: The worker opens doors and keeps none.

A duty of referral leads to resources that people choose, and to professionals when they ask. It
does not screen people or decide who may go where.

Why: Who decides on admission has power over people. A peer has none, and that is why people talk.

Cure: Write “connect people to resources they choose”; leave screening to intake staff.

Source: Functions page, referral source; Toolkit, general duties
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import facts_of
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject

_GATE = re.compile(
    r"\b(?:screen(?:s|ing)?|triag\w*|gate-?keep\w*)\b(?=[^.;]{0,60}\b(?:refer|clients|people|"
    r"participants|applicants|patients|members|residents|referrals|callers|intake))"
    r"|\b(?:decide|determine|approve)s? [^.;]{0,40}\b(?:eligib\w*|admi(?:t|ssion)\w*|referrals?)\b"
    r"|\brefer(?:s|ring)?\b[^.;]{0,40}\bto (?:\w+ ){0,3}(?:clinicians?|professionals?|treatment"
    r"|psychiatr\w*|doctors?|therap\w*|clinical|detox|nurses?)\b",
    re.IGNORECASE,
)
_CHOSEN = re.compile(
    r"\b(?:when asked|if asked|ask(?:s|ed)?|choose|chosen|wish|want|wants|requests?)\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        found = _GATE.search(duty.text)
        if found and not _CHOSEN.search(f"{duty.text} {facts_of(duty)}"):
            message = f"{quoted(duty.text)} makes the worker the one who sends people on."
            yield Miss(message, f"{duty.field}.text", quote=found[0], start=found.start())


def _says(says: str, text: str, *also: str) -> Example:
    plain = {"duties.3.activity": None, "duties.3.approach": "Be friendly."}
    told = {**plain, "duties.3.condition": None, "duties.3.note": "Agreed with the team."}
    return Example(says, {**told, "duties.3.text": text}, also=also)


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        _says("resources people choose", "Connect participants to resources they choose."),
        _says("when asked", "Refer participants to clinicians when they ask for it."),
    ),
    fails=(
        _says("screening", "Screen participants and refer them to clinicians.", "NCL-03"),
        _says("sending to treatment", "Refer participants to treatment programs."),
    ),
)

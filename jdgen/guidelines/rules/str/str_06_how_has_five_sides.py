"""STR-06: The text on how the work is done shows its five sides.

The texts on how (of the role and of its duties) speak of lived experience, of the way of meeting
people, of working together, of being there, and of showing by own behaviour. The paper behind them
adds challenging and finding compromises.

Why: A how that is all listening could be any helper's. The five together are what a peer does that
nobody else on the team does.

Cure: Add what is missing to `role.how` or to the `approach` of a duty.

Source: Slides, domains of peer work, after Jacobson and others (2012)
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_SIDES = {
    "lived experience": r"\bexperience|\bbeen there\b|\blived\b|\bown story\b|\bwhat helped\b",
    "the way of meeting people": r"\blisten|\bequals?\b|\brespect|\bopen\b|\bhonest|\bpace\b"
    r"|\bchoice|\bdecide|\bwithout judg",
    "working together": r"\btogether\b|\bside by side\b|\balongside\b"
    r"|\bwith (?:the )?(?:team|staff|them|colleagues)\b|\bshared?\b",
    "being there": r"\b(?:stay|sit|walk|go|come|being|be|meet|visit|is)\w*\b[^.]{0,20}"
    r"\b(?:there|along|beside|with|present|near)\b|\bpresence\b|\bcompany\b|\bvisits?\b|\bmeets?\b",
    "showing by own behaviour": r"\bshow|\brole[- ]model|\bexample|\bself-care\b|\blook after\b"
    r"|\bown (?:ways|strategies|wellness)\b|\bhow you\b|\bthemselves\b",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    texts = (duty.approach for duty in subject.profile.duties)
    told = " ".join([subject.get("role.how", ""), *(text for text in texts if text)])
    missing = [says for says, words in _SIDES.items() if not re.search(words, told, re.IGNORECASE)]
    if missing:
        message = f"The texts on how the work is done do not speak of {listed(missing)}."
        yield Miss(message, "role.how")


_BARE = {f"duties.{number}.approach": None for number in range(8)}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    standing="practice",
    checklists=("what-how-why", "role-definition"),
    passes=(
        Example(
            "all in one sentence",
            {
                "role.how": "By listening, staying beside people, sharing lived experience, "
                "working together, and showing how they look after themselves."
            },
        ),
    ),
    fails=(
        Example(
            "it could be any desk",
            {"role.how": "By answering politely and fast.", **_BARE},
            also=("JDS-02",),
        ),
    ),
)

"""HIR-08: There is a way to weigh past convictions.

It looks at three things: how long ago it was, its nature, and the risk for this work. Charges that
came from mental health or substance use rule nobody out by themselves.

Why: Many people with the lived experience that is asked for have a record because of it. A blanket
rule shuts out just those.

Cure: Write `hiring.conviction_framework` with the three, such as “by time passed, nature and risk
to the role”.

Source: Toolkit, readiness checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_FACTORS = {
    "how long ago it was": r"\btime|long ago|\byears?\b|\bage\b|recen",
    "its nature": r"\bnature|\bkind\b|\btype|serious",
    "the risk for this work": r"\brisk|\bbear(?:ing|s)\b|relevan|relat",
}
_FIELDS = ("hiring.conviction_framework", "qualifications.background_check")


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    text = " ".join(str(subject.get(name, "")) for name in _FIELDS)
    missing = [says for says, words in _FACTORS.items() if not re.search(words, text, re.I)]
    if missing:
        message = f"A past conviction is weighed without a look at {listed(missing)}."
        yield Miss(message, _FIELDS[0])


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("readiness-checklist", "interview-guide"),
    passes=(
        Example(
            "said with the background check",
            {
                "hiring.conviction_framework": None,
                "qualifications.background_check": "A conviction is weighed by its kind, how long "
                "ago it was and its bearing on the work.",
            },
        ),
    ),
    fails=(Example("no framework", {"hiring.conviction_framework": None}),),
)

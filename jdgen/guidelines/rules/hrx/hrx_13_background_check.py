"""HRX-13: A background check looks at each case.

The text on the background check rules nobody out across the board, such as “no felonies”.

Why: Blanket rules shut out many who have the experience that is asked for, and fair-chance laws
forbid them in many places.

Cure: Say how a result is weighed: by its kind, how long ago it was and its bearing on the work.

Source: Law, fair chance laws; Toolkit, readiness checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.rules.hrx import AMERICAN
from jdgen.guidelines.subjects import ProfileSubject

_FIELD = "qualifications.background_check"
_BLANKET = re.compile(
    r"\bno (?:prior |past )?(?:felon\w*|convictions?|criminal (?:records?|history|convictions?))\b"
    r"|\bclean (?:criminal |police )?(?:record|background)\b"
    r"|\bfree of (?:any )?(?:criminal )?convictions?\b",
    re.IGNORECASE,
)


_WEIGHED = re.compile(
    r"\b(?:rules? (?:nobody|no one|anyone) out|by itself|in its own light)\b", re.I
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    text = str(subject.get(_FIELD, ""))
    found = _BLANKET.search(text)
    if found and not _WEIGHED.search(text):
        message = f"“{found[0]}” rules people out without a look at their case."
        yield Miss(message, _FIELD, quote=found[0], start=found.start())


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description", "job-posting"),
    standing="pack",
    packs=("US",),
    passes=(
        Example(
            "each case by itself", {**AMERICAN, _FIELD: "No conviction rules anyone out by itself."}
        ),
    ),
    fails=(Example("no felonies", {**AMERICAN, _FIELD: "No felonies in the last ten years."}),),
)

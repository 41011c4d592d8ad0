"""HIR-04: What applicants must bring is explicit.

The qualifications speak of work or volunteer experience, of education (even if none is needed), and
of training in peer support.

Why: What is not written is decided at the interview, and then by habit: a degree that nobody asked
for, or a year of paid work that nobody could have.

Cure: Add a line to `qualifications.required`, or set `education`, `training_days_min` and
`volunteer_years_min`.

Source: Toolkit, readiness checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_ASKED = {
    "experience": (("volunteer_years_min", "paid_experience"), r"volunteer|paid work|worked"),
    "education": (("education",), r"education|school|diploma|degree|college"),
    "training in peer support": (
        ("training_days_min", "training_required", "certification"),
        r"training|course|certif",
    ),
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    texts = " | ".join(
        line
        for name in ("required", "preferred")
        for line in subject.get(f"qualifications.{name}", ())
    )
    missing = [
        says
        for says, (fields, words) in _ASKED.items()
        if not re.search(words, texts, re.IGNORECASE)
        and all(subject.get(f"qualifications.{name}") is None for name in fields)
    ]
    if missing:
        message = f"The qualifications do not speak of {listed(missing)}."
        yield Miss(message, "qualifications")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("readiness-checklist",),
    passes=(
        Example("no schooling is asked for, and it says so", {"qualifications.education": "None"}),
    ),
    fails=(Example("nothing on education", {"qualifications.education": None}),),
)

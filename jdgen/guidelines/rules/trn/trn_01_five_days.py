"""TRN-01: Training in peer support lasts five days or more.

The training given, or asked of applicants, comes to five days or more. A written plan for learning
on the job does as well (see TRN-02). Days count where topic or trainer speak of peers.

Why: Sharing one's own life on purpose, with boundaries, is a skill. An afternoon does not teach it.

Cure: Add the course under `training.provided` with its `days`, set
`qualifications.training_days_min` if applicants bring it, or write `training.on_job_plan`.

Source: Toolkit, readiness checklist (five days as the ideal); Slides (a course of 72 hours)
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import number
from jdgen.guidelines.subjects import ProfileSubject

_PEER = re.compile(r"\bpeers?\b|\blived experience\b", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    wanted = subject.figure("TRN-01.days")
    asked = Decimal(str(subject.get("qualifications.training_days_min", 0)))
    days = max(asked, _days_given(subject))
    if days < wanted and not subject.get("training.on_job_plan"):
        told = f"Only {_days(days)} of" if days else "No"
        message = f"{told} training in peer support can be seen; {_days(wanted)} are needed."
        yield Miss(message, "training.provided")


def _days(days: Decimal) -> str:
    return f"{number(days)} {'day' if days == 1 else 'days'}"


def _days_given(subject: ProfileSubject) -> Decimal:
    given = Decimal(0)
    for told in subject.get("training.provided", ()):
        words = " ".join(str(told.get(name, "")) for name in ("topic", "by", "delivered_by"))
        if _PEER.search(words):
            given += Decimal(str(told.get("days", 0)))
    return given


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "asked of applicants", {"training.provided": [], "qualifications.training_days_min": 5}
        ),
        Example(
            "a plan for learning on the job",
            {
                "training.provided.0.days": 2,
                "training.on_job_plan": "Two days before the start, four more by the end of May.",
            },
        ),
    ),
    fails=(
        Example("two days", {"training.provided.0.days": 2}),
        Example("no training at all", {"training.provided": []}),
        Example(
            "five days of something else",
            {"training.provided": [{"topic": "Health and safety", "days": 5, "by": "HR"}]},
        ),
    ),
)

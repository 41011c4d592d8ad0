"""HIR-01: The readiness checklist is answered.

Each of its 27 items has a status, an owner and a date (the day it is due or was answered).

Why: A role that starts before its ground is ready is the one that fails in the first year.

Cure: Go through the checklist with those who decide, and write each answer under `readiness` with
`status`, `owner`, and `due` or `date`. The page on checklists lists the ids of the items.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.checklists import unfinished
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    yield from unfinished(subject, "readiness", subject.figure("HIR-01.items"))


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("readiness-checklist",),
    passes=(
        Example("one that does not apply", {"readiness.team-1": {"status": "not_applicable"}}),
    ),
    fails=(
        Example("one left out", {"readiness.team-1": None}),
        Example("nobody sees to it", {"readiness.team-1": {"status": "no"}}),
        Example(
            "an id with a slip",
            {
                "readiness.team1": {
                    "status": "yes",
                    "owner": "Human Resources",
                    "date": "2026-11-20",
                }
            },
        ),
    ),
)

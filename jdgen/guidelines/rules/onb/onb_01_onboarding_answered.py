"""ONB-01: The onboarding checklist is answered.

Each of its 11 items has a status, an owner and a date (the day it is due or was done).

Why: What nobody owns in the first weeks is found missing when the worker asks for it.

Cure: Go through the checklist before the first day, and write each answer under `onboarding` with
`status`, `owner`, and `due` or `date`. The page on checklists lists the ids of the items.

Source: Toolkit, onboarding checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.checklists import unfinished
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    yield from unfinished(subject, "onboarding", subject.figure("ONB-01.items"))


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("onboarding-checklist",),
    passes=(Example("one that does not apply", {"onboarding.item-7.status": "not_applicable"}),),
    fails=(
        Example("one left out", {"onboarding.item-11": None}),
        Example("no day", {"onboarding.item-3": {"status": "no", "owner": "Manager"}}),
        Example("an item that the list has not", {"onboarding.item-12": {"status": "yes"}}),
    ),
)

"""SUC-01: The success checklist is gone through each year.

Each of its 16 items has a status, an owner and a date, and the profile says when it is reviewed.

Why: Most roles that fail do so quietly, after the first good months. A yearly look finds what has
slipped while it can still be mended.

Cure: Go through the checklist with the worker, write each answer under `success` with `status`,
`owner`, and `due` or `date`, and set `review_by`. The page on checklists lists the ids.

Source: Toolkit, success checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.checklists import unfinished
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    yield from unfinished(subject, "success", subject.figure("SUC-01.items"))
    if not subject.get("review_by"):
        yield Miss("No day is set for the yearly look at how the role is doing.", "review_by")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    standing="practice",
    checklists=("success-checklist",),
    passes=(Example("one that does not apply", {"success.item-5": {"status": "not_applicable"}}),),
    fails=(
        Example("never begun", {"success": None}),
        Example("nobody sees to it", {"success.item-5": {"status": "no"}}),
        Example("no day for the next look", {"review_by": None}),
    ),
)

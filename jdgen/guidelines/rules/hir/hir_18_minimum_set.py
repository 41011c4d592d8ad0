"""HIR-18: The minimum set for a peer role is there.

Five parts: a vision, a job description with pay, a structure, training, and supervision.

Why: Each one that is missing has been the reason why peer roles failed elsewhere.

Cure: Fill in what is missing: `organization.mission` or `role.purpose`, `compensation`,
`role.team`, `training.provided`, `supervision.supervisors`.

Source: Toolkit, section on implementation
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_PARTS = {
    "a vision": ("organization.mission", "role.purpose"),
    "pay": ("compensation.min",),
    "a structure": ("role.team.name", "role.team.disciplines"),
    "training": ("training.provided", "training.on_job_plan"),
    "supervision": ("supervision.supervisors", "supervision.later", "supervision.first_months"),
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    missing = {
        says: fields
        for says, fields in _PARTS.items()
        if not any(subject.get(field) for field in fields)
    }
    if missing:
        message = f"The minimum set for a peer role is not whole yet; missing: {listed(missing)}."
        yield Miss(message, next(iter(missing.values()))[0])


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    standing="practice",
    checklists=("readiness-checklist",),
    passes=(Example("the purpose is vision enough", {"organization.mission": None}),),
    fails=(
        Example(
            "no team named and no vision",
            {"role.team": None, "organization.mission": None, "role.purpose": None},
        ),
    ),
)

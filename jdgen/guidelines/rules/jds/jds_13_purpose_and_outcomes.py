"""JDS-13: It is said why the role exists and what is expected of it.

The profile has a purpose for the role, and at least one outcome that the organization expects.

Why: Leaders who cannot say what a peer worker is hired for give them whatever work is left over.

Cure: Write a sentence under `role.purpose` and what you want to see in a year under
`role.outcomes_expected`. Expect outcomes of the service and never of people's health.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not str(subject.get("role.purpose", "")).strip():
        yield Miss("Nothing says why the organization has this role.", "role.purpose")
    if not subject.get("role.outcomes_expected"):
        message = "Nothing says what the organization expects of having this role."
        yield Miss(message, "role.outcomes_expected")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("one outcome", {"role.outcomes_expected": ["Two groups run each week."]}),),
    fails=(
        Example("no purpose", {"role.purpose": ""}),
        Example("no outcome", {"role.outcomes_expected": []}),
    ),
)

"""HIR-13: The place of the role in the bargaining unit is decided.

The profile names the union or says that there is none, or says whether the role is in the unit.

Why: Left open, the question comes up with the first raise or the first dispute.

Cure: Set `role.union` to its name and local or to none, or `role.bargaining_status`.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    status = subject.get("role.bargaining_status")
    if status == "undecided":
        message = "Whether the role is in the bargaining unit is still undecided."
        yield Miss(message, "role.bargaining_status")
    elif not status and not subject.get("role.union"):
        yield Miss("Nothing says whether the role belongs to a union.", "role.union")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("none", {"role.union": "none"}),),
    fails=(
        Example("nothing said", {"role.union": None}),
        Example("undecided", {"role.bargaining_status": "undecided"}),
    ),
)

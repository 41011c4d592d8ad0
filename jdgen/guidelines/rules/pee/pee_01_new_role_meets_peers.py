"""PEE-01: A worker in a new role meets other peer workers.

In a role that is new to the organization the worker meets other peer workers at least once a month,
and up to once a week.

Why: A first peer worker has nobody beside them who does the same. Without others the role is soon
shaped by those who do something else.

Cure: Agree with a peer-led organization on a meeting each month, and set `peer_community` with
`frequency`, `kind` and `provider`.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.measures import times_a_year
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_FIELD = "peer_community.frequency"


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    often = subject.get(_FIELD, "none")
    if not subject.get("role.is_new"):
        return
    if times_a_year(often) == 0:
        message = "The role is new, and the worker has no set time with other peer workers."
        yield Miss(message, _FIELD)
    elif times_a_year(often) < subject.figure("PEE-01.times_a_year"):
        message = (
            f"The role is new, and the worker meets other peer workers only {often}; once a month "
            "is the least."
        )
        yield Miss(message, _FIELD, severity="warning")


RULE = rule(
    __doc__,
    "error",
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("weekly", {_FIELD: "weekly"}),),
    fails=(
        Example("quarterly", {_FIELD: "quarterly"}, severity="warning"),
        Example("no set time", {_FIELD: "as needed"}),
        Example("nothing at all", {"peer_community": None}),
    ),
)

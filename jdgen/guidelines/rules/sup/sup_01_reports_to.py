"""SUP-01: It is clear whom the worker reports to.

The profile names the position the worker reports to, and only one supervisor holds the
administrative role.

Why: With nobody or with two people in charge, a new worker gets no answer or two different ones.

Cure: Name the position under `supervision.reports_to`, and give other supervisors the kind `field`
or `peer`.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not str(subject.get("supervision.reports_to", "")).strip():
        message = "The profile does not say whom the worker reports to."
        yield Miss(message, "supervision.reports_to")
    in_charge = [
        (number, str(told.get("title") or told.get("name") or f"supervisor {number + 1}"))
        for number, told in enumerate(subject.get("supervision.supervisors", ()))
        if told.get("kind") == "administrative"
    ]
    for number, title in in_charge[1:]:
        yield Miss(
            f"Both {in_charge[0][1]} and {title} are administrative supervisors.",
            f"supervision.supervisors.{number}.kind",
        )


RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    passes=(
        Example(
            "one line of authority, and a peer supervisor beside it",
            {"supervision.supervisors.1.kind": "peer"},
        ),
    ),
    fails=(
        Example("nobody named", {"supervision.reports_to": ""}),
        Example(
            "two in charge", {"supervision.supervisors.1.kind": "administrative"}, also=("SUP-06",)
        ),
    ),
)

"""TSK-13: The workload is defined and like that of others.

The profile says how many people the worker supports at a time and how many a colleague in a like
role does; the first is no more than a quarter above the second.

Why: Peer workers are often given “just a few more”, since their talks count as light. They are not.

Cure: Set `role.caseload` and `role.team_caseload`; lower the first if it is far above.

Source: Toolkit, success checklist
"""

from collections.abc import Iterator
from decimal import Decimal

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed, number
from jdgen.guidelines.subjects import ProfileSubject

_ASKED = {
    "caseload": "how many people the worker supports at a time",
    "team_caseload": "how many a colleague does",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    given = {name: subject.get(f"role.{name}") for name in _ASKED}
    if given["caseload"] == 0:  # a line, a drop-in: nobody has people of their own
        return
    missing = {name: says for name, says in _ASKED.items() if given[name] is None}
    if missing:
        message = f"Nothing says {listed(missing.values())}."
        yield Miss(message, f"role.{next(iter(missing))}")
        return
    own, others = (Decimal(str(given[name])) for name in _ASKED)
    most = others * subject.figure("TSK-13.times_others")
    if own > most:
        message = (
            f"The worker supports {number(own)} people at a time, a colleague {number(others)}; up "
            f"to {number(most)} would be alike."
        )
        yield Miss(message, "role.caseload")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("18 and 20", {"role.caseload": 18, "role.team_caseload": 20}),),
    fails=(
        Example("40 and 20", {"role.caseload": 40, "role.team_caseload": 20}),
        Example("not said", {"role.caseload": None}),
    ),
)

"""VAL-07: A ban on harm reduction is talked about.

Where the organization's policy forbids harm reduction, a worksheet on conflicts of values is among
its documents.

Why: Meaningful choice, harm reduction with it, is one of the values that hold in all settings. A
worker who must act against it needs a way to say so.

Cure: Add `value-conflict-worksheet` to `documents` and go through it with the worker, or look at
the policy again.

Source: Toolkit, values in all settings and value conflicts
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_FIELD = "organization.policies.harm_reduction"


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    forbidden = subject.get(f"{_FIELD}.allowed") is False
    if forbidden and not subject.builds("value-conflict-worksheet"):
        message = (
            "Harm reduction is forbidden here, which strains the value of meaningful choice; no "
            "worksheet on conflicts of values is made."
        )
        yield Miss(message, _FIELD)


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    passes=(
        Example("allowed", {_FIELD: {"name": "Health policy 3", "allowed": True}}),
        Example(
            "forbidden, with the worksheet",
            {_FIELD: {"name": "Health policy 3", "allowed": False}},
            documents=["value-conflict-worksheet"],
        ),
    ),
    fails=(Example("forbidden", {_FIELD: {"name": "Health policy 3", "allowed": False}}),),
)

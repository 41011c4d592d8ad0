"""VAL-03: Both sets of values show in the duties.

The values that the duties put into action, taken together, stand for both sets: what peer workers
believe in (hope, choice that means something, people who decide for themselves and gain power,
room for all, learning all life long) and how they relate (as people who share an experience and a
responsibility). The third of the latter, the non-clinical way, has rules of its own.

Why: Hope alone could be any helper's value. The relation between equals is what sets peer support
apart.

Cure: Add the value that is missing to a duty that lives it, under `values`.

Source: Toolkit, section on values
"""

from collections.abc import Iterator

from jdgen.guidelines.core_values import value_sets
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_SETS = {"belief": "believe in", "relationship": "relate by"}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    shown = {value for duty in subject.profile.duties for value in duty.values}
    for name, verb in _SETS.items():
        values = value_sets()[name].items()
        missing = [value for value, stand_for_it in values if not shown & set(stand_for_it)]
        if missing:
            message = f"No duty shows these values that peer workers {verb}: {listed(missing)}."
            yield Miss(message, "duties.0.values")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "few values that stand for all",
            {
                **{f"duties.{number}.values": ["hope"] for number in range(8)},
                "duties.1.values": ["self-determination", "respect", "trust", "authenticity"],
                "duties.2.values": ["personal-growth"],
            },
        ),
    ),
    fails=(Example("hope alone", {f"duties.{number}.values": ["hope"] for number in range(8)}),),
)

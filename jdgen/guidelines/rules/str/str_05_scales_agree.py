"""STR-05: The scales agree with the facts.

The scale direct to indirect lies within 15 of the share of indirect time. A role that stands more
than half way toward involuntary has to think about what that does to peer support.

Why: If the picture says “mostly direct” and the table says otherwise, readers trust neither. Where
people are made to take part, the worker's values come under strain first.

Cure: Change `dimensions.direct_indirect` or the time table. For an involuntary setting, go through
a worksheet on conflicts of values.

Source: Slides, continuums; Toolkit, value conflicts
"""

from collections.abc import Iterator
from decimal import Decimal

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import number, percent
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    drawn, indirect = _scale(subject, "direct_indirect"), 100 - subject.table.direct
    if drawn is not None and abs(drawn - indirect) > subject.figure("STR-05.apart"):
        message = (
            f"The scale from direct to indirect stands at {number(drawn)}, but {percent(indirect)} "
            "of paid time is indirect."
        )
        yield Miss(message, "dimensions.direct_indirect")
    made = _scale(subject, "voluntary_involuntary")
    if made is not None and made > subject.figure("STR-05.involuntary_above"):
        message = (
            f"On the scale from voluntary to involuntary the role stands at {number(made)}: people "
            "are made to take part, which goes against self-determination."
        )
        hint = "Agree with the worker and the team what the worker is not asked to do."
        yield Miss(message, "dimensions.voluntary_involuntary", suggestion=hint)


def _scale(subject: ProfileSubject, name: str) -> Decimal | None:
    """The number on a scale, which may stand alone or with a comment."""
    told = subject.get(f"dimensions.{name}.value", subject.get(f"dimensions.{name}"))
    return None if told is None else Decimal(str(told))


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("role-definition",),
    passes=(
        Example("15 apart", {"dimensions.direct_indirect": 45}),
        Example("a number with a comment", {"dimensions.direct_indirect": {"value": 30}}),
    ),
    fails=(
        Example("60 drawn, 30 in the table", {"dimensions.direct_indirect": 60}),
        Example("people are made to come", {"dimensions.voluntary_involuntary": 75}),
    ),
)

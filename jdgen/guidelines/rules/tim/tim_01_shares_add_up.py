"""TIM-01: The shares of time add up to 100.

The percents of all duties and of the rows under `time` together make 100 percent of paid time.

Why: A table that adds up to less hides work, and one that adds up to more asks for unpaid hours.

Cure: Change the percents of the duties or of the rows under `time` until they make 100.

Source: Toolkit, readiness checklist; HR practice
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import percent
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    total = subject.table.total
    gap = abs(100 - total)
    if gap > subject.figure("TIM-01.tolerance"):
        way = "missing" if total < 100 else "too many"
        message = f"The shares of time add up to {percent(total)}: {percent(gap)} {way}."
        yield Miss(message, field="duties")


RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("shares that were rounded by hand", {"time.meetings": "5.4"}),),
    fails=(
        Example("ten percent are missing", {"duties.0.percent": 10}),
        Example("five percent too many", {"time.meetings": 10}),
    ),
)

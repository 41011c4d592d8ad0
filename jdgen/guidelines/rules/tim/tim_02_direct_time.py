"""TIM-02: Most of the time is spent with people.

The duties on the direct side make at least 60 percent of paid time; under half is an error.

Why: A peer worker whose week fills with other work has too little time for the people the role is
for, and drifts into an office post.

Cure: Move time from administration and meetings to duties with people, or split a mixed duty so
that its direct part counts.

Source: Toolkit, readiness checklist (60 percent as its example), success checklist and task
guidelines (the majority)
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import percent
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    direct, wanted = subject.table.direct, subject.figure("TIM-02.warning_below")
    if direct < subject.figure("TIM-02.error_below"):
        message = f"Only {percent(direct)} of paid time is spent with people, less than half."
        yield Miss(message, field="duties", severity="error")
    elif direct < wanted:
        message = (
            f"{percent(direct)} of paid time is spent with people; {percent(wanted)} is usual."
        )
        yield Miss(message, field="duties")


RULE = rule(
    __doc__,
    "warning",
    "error",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("exactly 60 percent", {"duties.2.percent": 2, "duties.6.percent": 18}),),
    fails=(
        Example(
            "55 percent",
            {"duties.3.percent": 2, "duties.4.percent": 1, "duties.6.percent": 23},
        ),
        Example(
            "45 percent",
            {"duties.0.percent": 5, "duties.1.percent": 4, "duties.6.percent": 33},
            severity="error",
            also=("TIM-03",),
        ),
    ),
)

"""TIM-03: More than half of the time uses lived experience.

Of all paid time, more than 50 percent is direct work that uses lived experience. A duty that uses
it in part counts half. This is another measure than TIM-02: rides and reminder calls are direct
work too. Where all direct time uses lived experience, TIM-02 alone tells that there is too little.

Why: Lived experience is what a peer worker brings and nobody else does. A week of rides and
reminder calls could be anyone's.

Cure: Give more time to duties that use lived experience, or change how a duty is done so that it
does, and say so in `uses_lived_experience`.

Source: Toolkit, task guidelines
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import percent
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    table, limit = subject.table, subject.figure("TIM-03.more_than")
    if table.direct_lived == table.direct and table.direct <= limit:
        return  # all of it does, there is too little of it: TIM-02 tells that
    if table.direct_lived <= limit:
        yield Miss(
            f"{percent(table.direct_lived)} of paid time is direct work that uses lived experience "
            f"(of {percent(table.direct)} direct); it should be more than {percent(limit)}.",
            field="duties",
        )


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "too little direct time, all of it with lived experience",
            {
                f"duties.{number}.{field}": value
                for number, field, value in (
                    (1, "side", "indirect"),
                    (2, "side", "indirect"),
                    (3, "uses_lived_experience", "yes"),
                    (4, "uses_lived_experience", "yes"),
                )
            },
        ),
        Example(
            "a little more than half",
            {"duties.2.uses_lived_experience": "no", "duties.3.uses_lived_experience": "yes"},
        ),
    ),
    fails=(
        Example(
            "enough direct time, but much of it could be anyone's",
            {"duties.1.uses_lived_experience": "no", "duties.3.uses_lived_experience": "no"},
        ),
    ),
)

"""TRN-10: Training has not expired.

The day under `valid_until` of a training has not passed.

Why: A lapsed certificate is noticed by an insurer or a funder at the worst time.

Cure: Plan the renewal, then write its new day under `valid_until`.

Source: HR practice
"""

from collections.abc import Iterator
from datetime import date

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for number, told in enumerate(subject.get("training.provided", ())):
        ends = told.get("valid_until")
        if ends and ends < subject.today:
            message = f"“{told['topic']}” was valid until {ends.isoformat()}."
            yield Miss(message, f"training.provided.{number}.valid_until")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "its last day is today",
            {"training.provided.0.valid_until": date(2026, 12, 1)},
            today=date(2026, 12, 1),
        ),
    ),
    fails=(
        Example(
            "it ended the day before",
            {"training.provided.0.valid_until": date(2026, 11, 30)},
            today=date(2026, 12, 1),
        ),
    ),
)

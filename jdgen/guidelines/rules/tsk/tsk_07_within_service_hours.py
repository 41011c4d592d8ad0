"""TSK-07: Nobody is reached outside service hours.

The worker is to be reached after hours only where the service itself is open then. Neighbours and
friends of the worker are no exception.

Why: A worker who answers at night alone carries what a whole service was not given the people for.

Cure: Set `role.after_hours` to false and name the crisis line, or open the service at those hours
and write them under `role.service_hours`.

Source: Toolkit, task guidelines
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_ALWAYS = re.compile(
    r"\b24\s*(?:/\s*7|h\b|hours)|\bday and night\b|\bround the clock\b|\bany hour\b", re.IGNORECASE
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    hours = str(subject.get("role.service_hours") or subject.get("organization.hours") or "")
    if subject.get("role.after_hours") is True and not _ALWAYS.search(hours):
        known = (
            f"the service hours are “{hours}”" if hours else "nothing says that the service is open"
        )
        message = f"The worker is to be reached outside service hours, but {known}."
        yield Miss(message, "role.after_hours")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description", "brochure"),
    passes=(
        Example(
            "a service that never closes",
            {"role.after_hours": True, "role.service_hours": "Day and night"},
        ),
        Example("in service hours only", {"role.after_hours": False}),
    ),
    fails=(Example("a worker on call for a weekday service", {"role.after_hours": True}),),
)

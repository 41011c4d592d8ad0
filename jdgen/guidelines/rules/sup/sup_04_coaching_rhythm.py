"""SUP-04: In model B coaching is close at first.

Where a peer-led centre coaches the worker (model B), they meet weekly or every two weeks in the
first months, and then at least every two months.

Why: A new worker in a clinical team has most questions at the start, and nobody else to ask who has
done the job.

Cure: Set `supervision.first_months` to weekly or every two weeks, and `supervision.later` to
something between twice a month and every two months.

Source: Toolkit, supervision models
"""

from collections.abc import Iterator

from jdgen.guidelines.measures import times_a_year
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_ASKED = {
    "first_months": ("in the first months", "weekly or every two weeks"),
    "later": ("after the first months", "every two months or more often"),
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if subject.get("supervision.model") != "B":
        return
    for name, (when, wanted) in _ASKED.items():
        often = subject.get(f"supervision.{name}", "none")
        if times_a_year(often) < subject.figure(f"SUP-04.{name}"):
            told = "not planned" if often == "none" else often
            message = f"Model B: meetings {when} are {told}; {wanted} is asked for."
            yield Miss(message, f"supervision.{name}")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description", "supervision-plan"),
    passes=(
        Example(
            "weekly, then every two months",
            {
                "supervision.model": "B",
                "supervision.first_months": "weekly",
                "supervision.later": "every two months",
            },
        ),
    ),
    fails=(
        Example(
            "monthly from day one",
            {"supervision.model": "B", "supervision.first_months": "monthly"},
        ),
        Example("nothing later", {"supervision.model": "B", "supervision.later": None}),
    ),
)

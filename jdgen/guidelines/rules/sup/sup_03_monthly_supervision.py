"""SUP-03: There is one-to-one supervision each month.

Supervision happens at least once a month, at first and later. For model B, see SUP-04.

Why: Between two talks a quarter apart a small strain becomes a reason to leave.

Cure: Set `supervision.first_months` and `supervision.later` to monthly or more often.

Source: Toolkit, supervision models
"""

from collections.abc import Iterator

from jdgen.guidelines.measures import times_a_year
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_WHEN = {"first_months": "in the first months", "later": "after the first months"}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if subject.get("supervision.model") == "B":
        return
    given = {name: subject.get(f"supervision.{name}") for name in _WHEN}
    if not any(given.values()):
        message = "Nothing says how often there is one-to-one supervision; monthly is the least."
        yield Miss(message, "supervision.later")
    for name, often in given.items():
        if often and times_a_year(often) < subject.figure("SUP-03.times_a_year"):
            message = f"Supervision {_WHEN[name]} is {_told(often)}; monthly is the least."
            yield Miss(message, f"supervision.{name}")


def _told(often: str) -> str:
    return "not planned" if often == "none" else often


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description", "supervision-plan"),
    passes=(
        Example("monthly throughout", {"supervision.first_months": "monthly"}),
        Example(
            "model B has a rhythm of its own",
            {"supervision.model": "B", "supervision.later": "every two months"},
        ),
    ),
    fails=(
        Example("quarterly later", {"supervision.later": "quarterly"}),
        Example("as needed", {"supervision.first_months": "as needed"}),
        Example("nothing said", {"supervision.first_months": None, "supervision.later": None}),
    ),
)

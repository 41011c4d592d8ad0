"""TIM-13: Committee work has a part and hours.

Each committee names the part the worker plays and the paid hours a month it takes.

Why: A seat without a part becomes a token, and one without hours eats the time for people.

Cure: Give each entry of `role.committees` its `role` and `hours`, such as member, 2 hours a month.

Source: Toolkit, success checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_WANTED = {"role": "the part the worker plays", "hours": "the hours a month"}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for number, committee in enumerate(subject.get("role.committees", ())):
        missing = [says for name, says in _WANTED.items() if not committee.get(name)]
        if missing:
            message = f"{committee['name']}: {listed(missing)} {_verb(missing)} missing."
            yield Miss(message, field=f"role.committees.{number}")


def _verb(missing: list[str]) -> str:
    return "is" if missing == [_WANTED["role"]] else "are"


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "a member, two hours a month",
            {"role.committees": [{"name": "Quality committee", "role": "member", "hours": 2}]},
        ),
    ),
    fails=(
        Example("as needed", {"role.committees": [{"name": "Quality committee"}]}),
        Example("no hours", {"role.committees": [{"name": "Board", "role": "member"}]}),
    ),
)

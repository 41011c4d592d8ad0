"""LEX-02: The lived experience fits the people supported.

At least one kind of lived experience asked for is one that the service's people live with. A family
role that asks for experience as a family member fits as well.

Why: Hope comes from someone who has been through something alike. Another experience, however hard,
does not open the same door.

Cure: Let `qualifications.lived_experience.kinds` and `role.population` share an entry.

Source: Toolkit, general job description
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    kinds = subject.get("qualifications.lived_experience.kinds", ())
    people = subject.get("role.population", ())
    family = subject.get("role.family_peer") and "family" in kinds
    if not kinds or set(kinds) & set(people) or "other" in {*kinds, *people} or family:
        return
    yield Miss(
        f"The service is for people with experience of {_told(people)}, but the lived experience "
        f"asked for is {_told(kinds)}.",
        "qualifications.lived_experience.kinds",
    )


def _told(names: list[str]) -> str:
    return listed(name.replace("_", " ") for name in names)


_KINDS = "qualifications.lived_experience.kinds"

RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("one kind in common", {_KINDS: ["substance_use", "grief"]}),
        Example(
            "a family role",
            {_KINDS: ["family"], "role.family_peer": True, "terms.person": "family member"},
        ),
    ),
    fails=(Example("another experience altogether", {_KINDS: ["chronic_pain"]}),),
)

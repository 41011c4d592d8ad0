"""JDS-14: The duties draw on a national framework.

At least one duty names a competency or a value of a published framework under `framework_refs`.

Why: A duty that stands in national guidelines is easier to defend to a committee, a funder or a
union than one that was made up here.

Cure: Take duties from the shipped library, which name theirs, or add the framework and its item,
such as “NAPS: strengths-focused”.

Source: Recruitment page, aims of the practice guidelines
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not any(duty.more.get("framework_refs") for duty in subject.profile.duties):
        yield Miss("No duty names a framework that it draws on.", "duties.0.framework_refs")


_NONE: dict[str, list[str]] = {
    f"duties.{number}.framework_refs": [] for number in (0, 1, 3, 4, 5, 6, 7)
}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("one duty does", {**_NONE, "duties.2.framework_refs": ["SAMHSA: groups"]}),),
    fails=(Example("none does", _NONE),),
)

"""STR-01: Each of the four keys has a text.

What everybody expects of the role, how it serves the strategy, what supports it and what sets it
apart: for each the organization says in its own words how it stands.

Why: A role for which one of the four is missing turns up later as a conflict about that very point.

Cure: Write a sentence or two for each under `keys`, best together with the worker and the team.

Source: Handout, four keys; Slides
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_KEYS = ("shared_expectations", "strategic_alignment", "organizational_support", "distinctiveness")


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    missing = [name for name in _KEYS if not str(subject.get(f"keys.{name}", "")).strip(" .")]
    if missing:
        names = listed(name.replace("_", " ") for name in missing)
        message = f"Of the four keys, {len(missing)} have no text yet: {names}."
        yield Miss(message.replace("1 have", "1 has"), f"keys.{missing[0]}")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("role-definition",),
    passes=(Example("a short text", {"keys.distinctiveness": "Only the peer has been there."}),),
    fails=(
        Example("one left open", {"keys.distinctiveness": "..."}),
        Example("none of them", {"keys": None}),
    ),
)

"""STR-02: The role fits on three levels.

The profile says how the role fits the organization, the team and the worker.

Why: A role that serves the mission and not the team is left alone by its colleagues; one that
serves both and not the worker is soon empty.

Cure: Write a sentence for each under `alignment`: `org`, `team` and `individual`.

Source: Slides, levels of alignment
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_LEVELS = {"org": "the organization", "team": "the team", "individual": "the worker"}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    missing = {k: v for k, v in _LEVELS.items() if not subject.get(f"alignment.{k}")}
    if missing:
        message = f"Nothing says how the role fits {listed(missing.values())}."
        yield Miss(message, f"alignment.{next(iter(missing))}")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("role-definition",),
    passes=(Example("a short text", {"alignment.team": "The team asked for the role."}),),
    fails=(Example("the mission only", {"alignment.team": None, "alignment.individual": None}),),
)

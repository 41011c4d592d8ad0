"""TRN-06: Training goes beyond the first course.

Of five further topics, three or more are there: anti-oppression, recovery-oriented practice,
leading groups, adult learning, trauma-informed ways of working.

Why: The core course opens the door. These topics are what a worker asks for within the first year.

Cure: Add courses that are planned to `training.provided`, each with its topic.

Source: Toolkit, pathway of training and myths
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_TOPICS = {
    "anti-oppression": r"oppress|racis|equity|inclusion|cultural",
    "recovery-oriented practice": r"recovery",
    "leading groups": r"group|facilitat",
    "adult learning": r"adult learn|teach|training others",
    "trauma-informed ways of working": r"trauma",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    topics = " | ".join(told["topic"] for told in subject.get("training.provided", ()))
    missing = [name for name, words in _TOPICS.items() if not re.search(words, topics, re.I)]
    wanted = subject.figure("TRN-06.topics")
    found = len(_TOPICS) - len(missing)
    if found < wanted:
        message = f"{found} of 5 further topics of training are there; not yet: {listed(missing)}."
        yield Miss(message, "training.provided")


def _courses(*topics: str) -> list[dict[str, object]]:
    core = {"topic": "Peer support, sharing and boundaries", "days": 5, "by": "Peer Centre"}
    return [core, *({"topic": topic, "days": 1, "by": "Peer Centre"} for topic in topics)]


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    standing="practice",
    checklists=("readiness-checklist", "onboarding-checklist"),
    passes=(
        Example(
            "three of five",
            {
                "training.provided": _courses(
                    "Leading groups", "Anti-racism", "Trauma-informed work"
                )
            },
        ),
    ),
    fails=(Example("one of five", {"training.provided": _courses("Leading groups")}),),
)

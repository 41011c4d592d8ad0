"""TRN-04: Training takes in sharing on purpose and boundaries.

The topics of training name both: how to share lived experience on purpose, and boundaries.

Why: These two are asked about first when a role goes wrong: too much told, or too little, or a line
crossed in good faith.

Cure: Ask the provider whether the course holds both, and name them in its `topic`.

Source: Toolkit, myths and needs in all settings
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_TOPICS = {
    "sharing lived experience on purpose": r"\bshar\w+|\buse of lived experience|\bown story\b",
    "boundaries": r"\bboundar\w+|\blimits?\b",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    topics = " | ".join(told["topic"] for told in subject.get("training.provided", ()))
    missing = [name for name, words in _TOPICS.items() if not re.search(words, topics, re.I)]
    if missing:
        message = f"No topic of training names {listed(missing)}."
        yield Miss(message, "training.provided")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("readiness-checklist", "onboarding-checklist"),
    passes=(
        Example(
            "two courses",
            {
                "training.provided": [
                    {"topic": "Sharing your story in peer support", "days": 3, "by": "Peer Centre"},
                    {"topic": "Boundaries of peer support", "days": 2, "by": "Peer Centre"},
                ]
            },
        ),
    ),
    fails=(
        Example("an introduction", {"training.provided.0.topic": "Introduction to peer support"}),
    ),
)

"""STR-03: Support has its parts.

Three at least: training by the program, training in peer support, and supervision. Benefits and the
way work is set up (schedule, time with peers) belong to it as well.

Why: Each part holds up another side of the job. Supervision cannot make up for training, nor pay
for either.

Cure: Fill in what is missing under `training`, `supervision`, `compensation.benefits` and
`role.schedule`.

Source: Slides, organizational support; Handout, key 3
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_PEER = re.compile(r"\bpeer", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    topics = [told["topic"] for told in subject.get("training.provided", ())]
    others = [topic for topic in topics if not _PEER.search(topic)]
    there = {
        "training by the program": others or subject.get("training.continuing_hours_per_year"),
        "training in peer support": len(topics) > len(others),
        "supervision": subject.get("supervision.supervisors") or subject.get("supervision.later"),
        "benefits": subject.get("compensation.benefits"),
        "the way work is set up": subject.get("role.schedule"),
    }
    missing = [says for says, found in there.items() if not found]
    if missing:
        message = f"The profile does not show these parts of support: {listed(missing)}."
        yield Miss(message, "training")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    standing="practice",
    checklists=("role-definition", "readiness-checklist"),
    passes=(
        Example(
            "a course of the program",
            {
                "training.continuing_hours_per_year": None,
                "training.provided.1": {"topic": "First aid", "days": 1, "by": "Riverbend"},
            },
        ),
    ),
    fails=(Example("no benefits", {"compensation.benefits": None}),),
)

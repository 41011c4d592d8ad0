"""SUP-09: Supervision has the five topics.

Where the profile lists topics of supervision, they take in reflection on practice, goals for
growth, wellness at work, boundaries and confidentiality, and keeping the peer view.

Why: Without the last one supervision slowly turns a peer worker into one more case worker; without
the others the worker has nowhere to take them.

Cure: Add what is missing to `supervision.topics`, or take the list out: the shipped text covers
supervision in general.

Source: Toolkit, section on supervision
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_TOPICS = {
    "reflection on practice": r"reflect|practice|lived experience",
    "goals for growth": r"goal|growth|learn|develop",
    "wellness at work": r"well|self-care|care for oneself|strain",
    "boundaries and confidentiality": r"boundar|limit|confiden|privacy",
    "keeping the peer view": r"co-?opt|drift|peer (?:view|role|value)|role clarity",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    topics = " | ".join(subject.get("supervision.topics", ()))
    missing = [name for name, words in _TOPICS.items() if not re.search(words, topics, re.I)]
    if topics and missing:
        message = f"The topics of supervision leave out {listed(missing)}."
        yield Miss(message, "supervision.topics")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description", "supervision-plan"),
    passes=(
        Example(
            "all five",
            {
                "supervision.topics": [
                    "Reflection on practice",
                    "Goals for the year",
                    "Wellness at work",
                    "Boundaries and confidentiality",
                    "Keeping the peer view in the team",
                ]
            },
        ),
        Example("the shipped text", {"supervision.topics": None}),
    ),
    fails=(Example("workload only", {"supervision.topics": ["Workload", "Schedule"]}),),
)

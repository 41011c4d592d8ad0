"""SUP-08: A peer supervisor has been a peer worker.

Whoever is called a peer supervisor has worked in a peer role. That they have lived experience as
well is asked of them and never written down here.

Why: The name promises somebody who knows the role from the inside. A manager under that name leaves
the worker without one.

Cure: Set `peer_experience: true` if it is so; otherwise change `kind` and the title, and find a
peer supervisor elsewhere.

Source: Toolkit, glossary
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_LABEL = re.compile(r"\bpeer supervisor\b", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for number, told in enumerate(subject.get("supervision.supervisors", ())):
        called = told.get("kind") == "peer" or _LABEL.search(told["title"])
        if called and told.get("peer_experience") is not True:
            message = (
                f"{told['title']} counts as a peer supervisor, but is not said to have worked as a "
                "peer worker."
            )
            yield Miss(message, f"supervision.supervisors.{number}")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description", "supervision-plan"),
    passes=(Example("a senior peer worker", {"supervision.supervisors.1.peer_experience": True}),),
    fails=(
        Example(
            "a manager under that name",
            {"supervision.supervisors.0.title": "Manager and Peer Supervisor"},
        ),
        Example("not said", {"supervision.supervisors.1.peer_experience": None}),
    ),
)

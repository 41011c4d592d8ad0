"""SUP-06: Someone supervises peer practice.

A supervisor of the kind `peer`, or a peer-led partner, looks after the peer side of the work.

Why: A manager can look after hours and workload. How to use one's own experience well is learned
from somebody who does it.

Cure: Name the peer supervisor or mentor under `supervision.supervisors` with `kind: peer`, or the
partner under `supervision.external_partner`.

Source: Toolkit, sections on support in all settings and on partnership
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    supervisors = subject.get("supervision.supervisors", ())
    named = any(told.get("kind") == "peer" for told in supervisors)
    if not named and not subject.get("supervision.external_partner"):
        message = "Nobody is named who supervises or mentors the worker in peer practice."
        yield Miss(message, "supervision.supervisors")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description", "supervision-plan"),
    passes=(
        Example(
            "a partner outside",
            {
                "supervision.supervisors.1": None,
                "supervision.external_partner": "Lakeshore Peer Centre",
            },
        ),
    ),
    fails=(Example("a manager only", {"supervision.supervisors.1": None}),),
)

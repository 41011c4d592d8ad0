"""PEE-03: Time with other peer workers is paid.

Where the worker meets other peer workers, the profile says that it is paid time.

Why: Meeting peers is part of doing the job well. On own time it is the first thing to go, and only
those who can afford it come.

Cure: Set `peer_community.paid_time` to true, with a share under `time.peer_community`.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.measures import times_a_year
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_FIELD = "peer_community.paid_time"


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not times_a_year(subject.get("peer_community.frequency")):
        return
    paid = subject.get(_FIELD)
    if paid is False:
        yield Miss("The worker meets other peer workers on their own time.", _FIELD)
    elif paid is None:
        yield Miss("Nothing says that time with other peer workers is paid.", _FIELD)


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("paid", {_FIELD: True}),),
    fails=(Example("own time", {_FIELD: False}), Example("not said", {_FIELD: None})),
)

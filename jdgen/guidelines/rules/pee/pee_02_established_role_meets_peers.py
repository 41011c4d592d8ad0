"""PEE-02: A worker in an established role meets other peer workers.

In a role that is not new the worker has regular time with other peer workers, inside the
organization or outside.

Why: Peer support is learned and kept alive among peers. A worker without them drifts into the ways
of the team.

Cure: Set `peer_community.frequency` to the rhythm that is agreed, such as monthly.

Source: Toolkit, readiness checklist and needs in all settings
"""

from collections.abc import Iterator

from jdgen.guidelines.measures import times_a_year
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_FIELD = "peer_community.frequency"


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    often = subject.get(_FIELD, "none")
    if not subject.get("role.is_new") and times_a_year(often) == 0:
        vague = often == "as needed"
        told = "only as needed" if vague else "at no time, as far as the profile says"
        yield Miss(f"The worker meets other peer workers {told}.", _FIELD)


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("every two months", {"role.is_new": False, _FIELD: "every two months"}),),
    fails=(
        Example("as needed", {"role.is_new": False, _FIELD: "as needed"}),
        Example("nothing said", {"role.is_new": False, "peer_community": None}),
    ),
)

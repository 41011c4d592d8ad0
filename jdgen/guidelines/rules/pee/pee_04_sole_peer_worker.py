"""PEE-04: A sole peer worker has peers elsewhere.

Where there is only one peer worker on the team, the profile names peer supervision, a community of
practice, or a peer community outside.

Why: A sole peer worker has nobody on the team to ask how they would do it, and stands alone when
the team pulls another way.

Cure: Name a peer supervisor, `supervision.community_of_practice` or `supervision.external_partner`,
or set `peer_community.kind` to external with its provider.

Source: Toolkit, sections on implementation and on partnership
"""

from collections.abc import Iterator

from jdgen.guidelines.measures import times_a_year
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    alone = subject.get("role.team.peer_workers") in (0, 1)
    if not alone or _meets_peers_outside(subject) or _has_peer_supervision(subject):
        return
    message = (
        "This is the only peer worker on the team, and no peer supervision or peer community "
        "outside the team is named."
    )
    yield Miss(message, "role.team.peer_workers")


def _meets_peers_outside(subject: ProfileSubject) -> bool:
    outside = subject.get("peer_community.kind") in ("external", "both")
    return outside and times_a_year(subject.get("peer_community.frequency")) > 0


def _has_peer_supervision(subject: ProfileSubject) -> bool:
    supervisors = subject.get("supervision.supervisors", ())
    return any(told.get("kind") == "peer" for told in supervisors) or any(
        subject.get(f"supervision.{name}") for name in ("community_of_practice", "external_partner")
    )


_INSIDE = {"peer_community.kind": "internal"}

RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("two on the team", {**_INSIDE, "role.team.peer_workers": 2}),
        Example("a peer supervisor", _INSIDE),
        Example("a peer community outside", {"peer_community.kind": "both"}),
    ),
    fails=(Example("alone", {**_INSIDE, "supervision.supervisors.1": None}, also=("SUP-06",)),),
)

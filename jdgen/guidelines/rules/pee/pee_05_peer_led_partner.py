"""PEE-05: There is a peer-led partner.

The profile names a peer-led organization that helps with training, support or supervision, or the
organization is peer-led itself.

Why: A partner brings what one agency cannot have by itself: trainers, other peer workers, and a
view from outside.

Cure: Name it under `supervision.external_partner`, or as `peer_community.provider` with `kind:
external`.

Source: Toolkit, readiness checklist and section on partnership
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    community = subject.get("peer_community", {})
    outside = community.get("kind") in ("external", "both") and community.get("provider")
    peer_led = subject.get("organization.setting.type") == "peer_led"
    if not outside and not peer_led and not subject.get("supervision.external_partner"):
        message = "No peer-led organization is named that helps with training or supervision."
        yield Miss(message, "supervision.external_partner")


_INSIDE = {"peer_community.kind": "internal"}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    standing="practice",
    checklists=("readiness-checklist", "supervision-plan"),
    passes=(
        Example("a peer-led organization", {**_INSIDE, "organization.setting.type": "peer_led"}),
        Example("a partner", {**_INSIDE, "supervision.external_partner": "Lakeshore Peer Centre"}),
    ),
    fails=(Example("all in house", _INSIDE),),
)

"""STR-10: The risk of the setting has its answer.

In a mainstream setting the role drifts toward clinical work: a peer supervisor or time with other
peer workers holds it. In a peer-led one it can be left to itself: a partner, a mixed team or a seat
on a committee outside opens it.

Why: Both kinds of setting have a way to fail that is easy to foresee, and hard to see from inside.

Cure: In a mainstream setting, name a peer supervisor or a peer community. In a peer-led one, name a
partner under `supervision.external_partner` or `peer_community.provider`, the disciplines that the
team works with, or a committee.

Source: Toolkit, chart of settings
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_SETTING = "organization.setting.type"
_OPENS = (
    "supervision.external_partner",
    "peer_community.provider",
    "role.team.disciplines",
    "role.committees",
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if subject.get(_SETTING) == "mainstream" and not _held(subject):
        message = (
            "In a mainstream setting the role drifts toward clinical work, and neither a peer "
            "supervisor nor time with other peer workers is named to hold it."
        )
        yield Miss(message, "supervision.supervisors")
    if subject.get(_SETTING) == "peer_led" and not any(subject.get(path) for path in _OPENS):
        message = (
            "A peer-led setting can be left to itself, and no partner, no other discipline and no "
            "committee is named that connects it."
        )
        yield Miss(message, "supervision.external_partner")


def _held(subject: ProfileSubject) -> bool:
    kinds = {told.get("kind") for told in subject.get("supervision.supervisors", ())}
    return "peer" in kinds or subject.get("peer_community.frequency") not in (None, "none")


_ALONE = {"supervision.supervisors.1": None, "peer_community": None}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    standing="practice",
    checklists=("settings-chart", "readiness-checklist"),
    passes=(
        Example("held by other peer workers", {"supervision.supervisors.1": None}),
        Example("peer-led, with a partner", {_SETTING: "peer_led"}),
    ),
    fails=(
        Example("nobody to hold it", _ALONE, also=("PEE-01", "PEE-04", "SUP-06")),
        Example(
            "peer-led and by itself",
            {_SETTING: "peer_led", "peer_community.provider": None, "role.team.disciplines": None},
        ),
    ),
)

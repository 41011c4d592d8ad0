"""TRN-03: A peer worker teaches peer support.

Training in peer support is led by an experienced peer worker or given by a peer organization.

Why: How to use one's own experience can only be taught by somebody who has done it.

Cure: Say who leads it under `delivered_by`, and ask a peer-led organization if it is nobody with
that experience.

Source: Toolkit, needs in all settings and minimum set of implementation
"""

import re
from collections.abc import Iterator
from typing import Any

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

# Peer-led organizations, whatever they are called.
_PEER_PARTNERS = ("supervision.external_partner", "peer_community.provider")
_PEER = re.compile(r"\bpeers?\b|\blived experience\b", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    peer_led = subject.get("organization.setting.type") == "peer_led"
    partners = {subject.get(path) for path in _PEER_PARTNERS}
    for number, told in enumerate(subject.get("training.provided", ())):
        if not _PEER.search(told["topic"]) or _led_by_peers(told, peer_led):
            continue
        if told.get("by") and told["by"] in partners and not told.get("delivered_by"):
            continue  # a peer-led organization, by what the profile says of it elsewhere
        trainer = told.get("delivered_by") or told.get("by")
        given = f"is given by {trainer}" if trainer else "names no trainer"
        message = f"“{told['topic']}” {given}; nothing says that a peer worker leads it."
        yield Miss(message, f"training.provided.{number}")


def _led_by_peers(told: dict[str, Any], peer_led: bool) -> bool:
    trainer = told.get("delivered_by")
    if trainer:
        return bool(_PEER.search(trainer))
    return peer_led or bool(_PEER.search(str(told.get("by", ""))))


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "an experienced peer worker",
            {
                "training.provided.0": {
                    "topic": "Core skills of peer support, with sharing on purpose and boundaries",
                    "days": 5,
                    "by": "College",
                    "delivered_by": "An experienced peer worker",
                }
            },
        ),
    ),
    fails=(
        Example("a nurse educator", {"training.provided.0.delivered_by": "Nurse educator"}),
        Example("nobody named", {"training.provided.0.by": None}),
    ),
)

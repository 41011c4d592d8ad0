"""TIM-10: Supervision, peer community and training have paid time.

Each of the three has a share of paid hours that shows in the time table. A duty of that kind counts
as well.

Why: What is not in the table is done after hours, and then not at all. Peer workers who meet no
peers and learn nothing new drift away from peer support.

Cure: Give `time.supervision`, `time.peer_community` and `time.training` a percent each.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_SHARES = {
    "supervision": ("supervision", {"supervision_training", "receiving_support"}),
    "peer_community": ("meeting other peer workers", {"receiving_support"}),
    "training": ("training", {"supervision_training"}),
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    kinds = {duty.more.get("activity_type") for duty in subject.profile.duties if duty.percent}
    missing = {
        name: says
        for name, (says, like) in _SHARES.items()
        if not subject.get(f"time.{name}") and not kinds & like
    }
    if missing:
        message = f"No paid time is set aside for {listed(missing.values())}."
        yield Miss(message, field=f"time.{next(iter(missing))}")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "supervision as a duty",
            {
                "time.supervision": 0,
                "time.meetings": 8,
                "duties.6.activity_type": "receiving_support",
            },
        ),
    ),
    fails=(
        Example("no time for peers", {"time.peer_community": 0, "time.meetings": 9}),
        Example("no time to learn", {"time.training": None, "time.meetings": 9}),
    ),
)

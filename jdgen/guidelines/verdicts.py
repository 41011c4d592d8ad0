"""Whether an activity is for peer workers here: the shipped answer, or the organization's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jdgen.guidelines.facts import Activity
from jdgen.guidelines.subjects import ProfileSubject


def verdict_here(subject: ProfileSubject, activity: Activity) -> str:
    """The verdict on an activity in this organization.

    An override of the profile wins, except over a no that rests on a conflict with the values of
    peer support: that one stands everywhere.
    """
    own = override_of(subject, activity.number)
    if own is None or (activity.effective == "no" and activity.against_values):
        return activity.effective
    return str(own["verdict"])


def is_disputed(subject: ProfileSubject, activity: Activity) -> bool:
    """Whether the source says no against its own reasons (activity 47) and nobody has answered."""
    disputed = activity.printed == "no" and activity.effective != "no"
    return disputed and override_of(subject, activity.number) is None


def override_of(subject: ProfileSubject, number: int) -> Mapping[str, Any] | None:
    """The organization's own answer on an activity; where there are several, the newest."""
    own = [o for o in subject.get("overrides.activities", ()) if o["number"] == number]
    return max(own, key=lambda told: str(told["date"]), default=None)

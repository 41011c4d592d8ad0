"""TSK-02: Every duty is one for peer workers.

No duty is linked to an activity that the role-clarity table answers with no. An own answer under
`overrides.activities` counts, unless the no rests on a conflict with the values of peer support.
Activity 47 is a warning, since the source contradicts itself there.

Why: These are tasks that clash with the values of peer support or belong to another profession. A
worker who is asked to do them loses people's trust.

Cure: Take the duty out, hand it to the profession it belongs to, or change it to the task that is
done with the person; then set the `activity` that it is now.

Source: Toolkit, role-clarity activities
"""

from collections.abc import Iterator

from jdgen.guidelines.facts import Activity, activities
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.guidelines.tasks.say import instead
from jdgen.guidelines.verdicts import is_disputed, verdict_here
from jdgen.model import Duty


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        told = activities().get(duty.activity or 0)
        if told and verdict_here(subject, told) == "no":
            yield _refused(duty, told)
        elif told and is_disputed(subject, told):
            yield _disputed(duty, told)


def _refused(duty: Duty, told: Activity) -> Miss:
    clash = " and clashes with the values of peer support" if told.against_values else ""
    message = (
        f"{quoted(duty.text)} is activity {told.number} ({told.activity}), which is not for peer "
        f"workers{clash}."
    )
    near = instead(str(told.number))
    hint = f"Write instead: {near}, or take the duty out." if near else f"{told.note} {_CURE}"
    return Miss(message, f"{duty.field}.activity", suggestion=hint.strip())


def _disputed(duty: Duty, told: Activity) -> Miss:
    message = (
        f"{quoted(duty.text)} is activity {told.number} ({told.activity}), on which the sources "
        f"disagree. {told.note}"
    )
    hint = (
        "Agree with the supervisor when and how far, and write the answer under "
        "`overrides.activities` with its reason."
    )
    return Miss(message, f"{duty.field}.activity", severity="warning", suggestion=hint)


_CURE = "Change the duty or take it out."


def _linked(says: str, number: int, text: str, also: tuple[str, ...] = ()) -> Example:
    return Example(says, {"duties.2.activity": number, "duties.2.text": text}, also=also)


_ANSWER = {
    "reason": "Our rides leave no time to talk; the whole team shares them.",
    "approved_by": "Director of Programs",
    "date": "2026-10-01",
}

RULE = rule(
    __doc__,
    "error",
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    waivable="no",
    passes=(
        _linked("shopping together", 14, "Shop for food together with participants."),
        Example(
            "a ride the organization has answered for itself",
            {
                "duties.2.activity": 11,
                "overrides.activities": [{"number": 11, "verdict": "maybe", **_ANSWER}],
                "duties.2.note": "Twice a month, shared by all.",
            },
        ),
    ),
    fails=(
        _linked("shopping for people", 13, "Do the shopping for participants.", also=("TSK-05",)),
        _linked("therapy", 20, "Hold quiet talks in the small room."),
        Example("one's own diagnosis", {"duties.2.activity": 47}, severity="warning"),
    ),
)

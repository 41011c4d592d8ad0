"""TSK-03: A task that is only perhaps for peer workers is bounded.

A duty linked to an activity with the answer maybe or preferably not has a `note` that says how it
is bounded.

Why: Such a task is peer work when it is done in one way and something else when it is not. The note
is what the worker can point to.

Cure: Write under `note` what belongs to it and what does not, such as “company and own ways of
coping only; the team is called when safety is at stake”.

Source: Toolkit, role-clarity activities
"""

from collections.abc import Iterator

from jdgen.guidelines.facts import activities
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.guidelines.verdicts import is_disputed, verdict_here

_ANSWERS = {"maybe": "a task only perhaps", "preferably_not": "a task preferably not"}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        told = activities().get(duty.activity or 0)
        if not told or is_disputed(subject, told):
            continue  # TSK-02 speaks of those
        answer = _ANSWERS.get(verdict_here(subject, told))
        if answer and not str(duty.more.get("note") or "").strip():
            message = (
                f"{quoted(duty.text)} is activity {told.number} ({told.activity}), {answer} for "
                "peer workers, and no note says how it is bounded."
            )
            yield Miss(message, duty.field, suggestion=_hint(told.note))


def _hint(note: str) -> str:
    return f"Write under `note` how it is bounded. {note}".strip()


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "recreation, with own experience",
            {"duties.4.activity": 15, "duties.4.note": "Shares what moving does for them."},
        ),
    ),
    fails=(
        Example("a panic attack, and no word on limits", {"duties.4.activity": 23}),
        Example("looking up medication", {"duties.4.activity": 28}),
        Example("risk of suicide", {"duties.4.activity": 24}),
    ),
)

"""HRX-10: The job description is approved, acknowledged and has a history.

It names who signs it, ends with a line for the worker to sign, and lists what changed when.

Why: When a duty is in dispute, the question is which version held and who had agreed to it.

Cure: Name the functions that sign under `approvals` (the name may stay empty), leave
`acknowledgment` on, and add a line to `history` for each version.

Source: HR practice
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    missing = {
        "approvals": "who approves it" if not subject.get("approvals") else "",
        "acknowledgment": (
            "a line for the worker to sign" if subject.get("acknowledgment") is False else ""
        ),
        "history": "a revision history" if not subject.get("history") else "",
    }
    told = {field: says for field, says in missing.items() if says}
    if told:
        yield Miss(f"Missing from the job description: {listed(told.values())}.", next(iter(told)))


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("the line for the worker is there by default", {"acknowledgment": None}),),
    fails=(
        Example("nobody signs", {"approvals": []}),
        Example("no line for the worker", {"acknowledgment": False}),
        Example("no history", {"history": None}),
    ),
)

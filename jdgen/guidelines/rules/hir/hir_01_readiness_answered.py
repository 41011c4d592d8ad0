"""HIR-01: The readiness checklist is answered.

Each of its 27 items has a status, an owner and a date (the day it is due or was answered).

Why: A role that starts before its ground is ready is the one that fails in the first year.

Cure: Go through the checklist with those who decide, and write each answer under `readiness` with
`status`, `owner`, and `due` or `date`.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import counted
from jdgen.guidelines.subjects import ProfileSubject

_CLOSED = "not_applicable"


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    answers = subject.get("readiness", {})
    wanted = subject.figure("HIR-01.items")
    if len(answers) < wanted:
        message = f"{len(answers)} of the {wanted} items of the readiness checklist are answered."
        yield Miss(message, "readiness")
    open_ended = [
        item
        for item, told in answers.items()
        if told["status"] != _CLOSED
        and not (told.get("owner") and (told.get("due") or told.get("date")))
    ]
    if open_ended:
        message = (
            "In the readiness checklist there is no owner or no date for "
            f"{counted(len(open_ended), 'answer')}, beginning with {open_ended[0]}."
        )
        yield Miss(message, f"readiness.{open_ended[0]}")


def _answers(count: int, last: dict[str, str] | None = None) -> dict[str, dict[str, str]]:
    told = {"status": "yes", "owner": "Human Resources", "date": "2026-11-20"}
    return {f"item-{number}": told for number in range(count)} | ({"last": last} if last else {})


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("readiness-checklist",),
    passes=(
        Example(
            "one that does not apply", {"readiness": _answers(26, {"status": "not_applicable"})}
        ),
    ),
    fails=(
        Example("never begun", {"readiness": None}),
        Example("one left out", {"readiness": _answers(26)}),
        Example("nobody sees to it", {"readiness": _answers(26, {"status": "no"})}),
    ),
)

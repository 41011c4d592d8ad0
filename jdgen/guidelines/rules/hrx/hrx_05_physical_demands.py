"""HRX-05: Physical demands belong to a duty.

Each demand on the body names the duty that needs it. A driver's licence is asked for only where the
role cannot be done without driving.

Why: Copied lines such as lifting 50 pounds keep out people who could do this job well.

Cure: Put the id of the duty under `function`, or take the demand out; set `role.driving_required`
if a duty needs driving, or drop the licence.

Source: Law, Americans with Disabilities Act, title I
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.rules.hrx import AMERICAN
from jdgen.guidelines.subjects import ProfileSubject

_LICENCE = re.compile(r"\bdriv(?:er|ing|e)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for number, told in enumerate(subject.get("qualifications.physical", ())):
        if not _names_a_duty(subject, told["function"]):
            message = f"“{told['demand']}” is tied to “{told['function']}”, which is no duty here."
            yield Miss(message, f"qualifications.physical.{number}.function")
    if subject.get("role.driving_required"):
        return
    for name in ("licences", "required"):
        for number, told in enumerate(subject.get(f"qualifications.{name}", ())):
            if _LICENCE.search(told):
                message = f"“{told}” is asked for, but driving is not said to be needed."
                yield Miss(message, f"qualifications.{name}.{number}")


def _names_a_duty(subject: ProfileSubject, function: str) -> bool:
    """By its id, or by two words of its text (one where there is only one)."""
    words = set(_WORD.findall(function.casefold()))
    wanted = min(2, len(words)) or 1
    return any(
        duty.id == function or len(words & set(_WORD.findall(duty.text.casefold()))) >= wanted
        for duty in subject.profile.duties
    )


def _lifting(function: str) -> list[dict[str, str]]:
    return [{"demand": "Lifting 50 pounds", "function": function}]


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    standing="pack",
    packs=("US",),
    passes=(
        Example("named by the id", {**AMERICAN, "qualifications.physical": _lifting("go-along")}),
        Example(
            "a licence where driving is needed",
            {
                **AMERICAN,
                "role.driving_required": True,
                "qualifications.licences": ["Driver's license"],
            },
        ),
    ),
    fails=(
        Example(
            "lifting for nothing", {**AMERICAN, "qualifications.physical": _lifting("general")}
        ),
        Example(
            "a licence out of habit", {**AMERICAN, "qualifications.licences": ["Driver's license"]}
        ),
    ),
)

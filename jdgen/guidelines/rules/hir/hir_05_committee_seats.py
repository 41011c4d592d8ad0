"""HIR-05: The hiring committee has three views.

On it sit somebody who uses the service, a member of the team, and somebody who knows peer practice.

Why: Each of them sees what the others miss. A committee of managers hires the applicant who looks
like a manager.

Cure: Name the seats under `hiring.committee`, such as “service recipient”, “team member” and “peer
worker from a partner”.

Source: Toolkit, readiness checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_SEATS = {
    "somebody who uses the service": r"recipient|participant|client|member of the public|uses? the"
    r"|service user|person supported|family member|student|patient",
    "a member of the team": r"\bteam\b|colleague|co-?worker",
    "somebody who knows peer practice": r"\bpeer\b",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    seats = [told["role"] for told in subject.get("hiring.committee", ())]
    person = str(subject.get("terms.person", ""))
    missing = [
        says
        for says, words in _SEATS.items()
        if not any(re.search(words, seat, re.IGNORECASE) for seat in seats)
    ]
    if missing[:1] == list(_SEATS)[:1] and any(person and person in seat for seat in seats):
        missing = missing[1:]
    if missing:
        message = f"The hiring committee has no seat for {listed(missing)}."
        yield Miss(message, "hiring.committee")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("readiness-checklist", "interview-guide"),
    passes=(
        Example(
            "three seats",
            {
                "hiring.committee": [
                    {"role": "A participant"},
                    {"role": "Nurse of the team"},
                    {"role": "A person who knows peer practice"},
                ]
            },
        ),
    ),
    fails=(
        Example("two managers", {"hiring.committee": [{"role": "Manager"}, {"role": "Director"}]}),
        Example("nobody named", {"hiring.committee": None}),
    ),
)

"""TSK-14: Other duties have a bound.

A line on other duties says how far it goes: within the role, not clinical, agreed with the worker
or the supervisor.

Why: “Other duties as assigned” is the door through which a peer role becomes any role. The general
job description has the line; role clarity needs its bound.

Cure: Write “other tasks that fit this non-clinical role, agreed with your supervisor beforehand”,
or take the duty `other-duties` from the library.

Source: Toolkit, general job description; task guidelines
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import facts_of, written_duties
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

_OTHER = re.compile(
    r"\b(?:other|additional|any|further|related|miscellaneous)(?: \w+)?"
    r" (?:duties|tasks|work|responsibilities|assignments|activities)\b(?: \w+){0,3}"
    r" (?:assigned|required|requested|needed|directed|necessary|given|asked|instructed)\b"
    r"|\bother(?: related)? (?:duties|tasks|responsibilities)\W*$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:within|fit\w*|in keeping with|in line with|scope|agreed?|non-?clinical|peer"
    r"|consistent with)\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        found = _OTHER.search(duty.text)
        if found and not _BOUND.search(f"{duty.text} {facts_of(duty)}"):
            place = f"{duty.field}.text"
            yield Miss(_message(duty.text), place, quote=found[0], start=found.start())


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for block in written_duties(subject):
        found = _OTHER.search(block.text)
        if found and not _BOUND.search(block.text):
            yield Miss(_message(block.text), block=block, quote=found[0], start=found.start())


def _message(text: str) -> str:
    return f"{quoted(text)} has no bound: any task fits it."


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    in_document=in_document,
    documents=("job-description",),
    alone=("word", "text"),
    passes=(
        Example(
            "bounded",
            {"duties.7.text": "Take on other duties as assigned, agreed and within this role."},
        ),
        Example(
            "a document with a bound",
            blocks=[("bullet", "Other duties as agreed with you, within this role.")],
            documents=["job-description"],
        ),
    ),
    fails=(
        Example("without bound", {"duties.7.text": "Other duties as assigned."}),
        Example(
            "a document without bound",
            blocks=[("bullet", "Perform other related duties as assigned.")],
            documents=["job-description"],
        ),
    ),
)

"""TSK-11: Peers lead peer groups.

A duty to lead a group together with other staff has a note that says why, and who speaks for what.

Why: With a nurse or social worker in the room a group of peers becomes one more group of the
service. Sometimes that is wanted; then it should be known.

Cure: Let peers lead the group alone, or write under `note` why it is led together and how the peer
side stays.

Source: Toolkit, role-clarity activity 3
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import facts_of, written_duties
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

_STAFF = (
    r"(?:nurs|social work|therapist|psycholog|psychiatr|clinician|counsell?or"
    r"|case (?:manager|worker)|staff|colleague|facilitator|team member|doctor)"
)
_SHARED = re.compile(
    r"\bco[- ]?(?:lead|led|facilitat|run|host)\w*\b[^.;]{0,80}\bgroups?\b[^.;]{0,60}\b"
    + _STAFF
    + r"|\bco[- ]?(?:lead|led|facilitat|run|host)\w*\b[^.;]{0,60}\b"
    + _STAFF
    + r"|\b(?:lead|run|hold|facilitate|host)\b[^.;]{0,60}\bgroups?\b[^.;]{0,40}"
    r"\b(?:with|alongside|and) (?:a|an|the|our|one|another|other)? ?(?:\w+ )?" + _STAFF,
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        told = f"{duty.text} {facts_of(duty)}"
        if _SHARED.search(told) and not duty.more.get("note"):
            yield Miss(_message(duty.text), f"{duty.field}.text")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for block in written_duties(subject):
        found = _SHARED.search(block.text)
        if found:
            yield Miss(_message(block.text), block=block, quote=found[0], start=found.start())


def _message(text: str) -> str:
    return f"{quoted(text)} is led together with other staff, which makes it less of a peer group."


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    in_document=in_document,
    documents=("job-description",),
    passes=(
        Example("led by peers", {"duties.2.text": "Lead two peer groups a week."}),
        Example(
            "led with a nurse, and a word on why",
            {
                "duties.2.text": "Co-lead two groups a week with a nurse.",
                "duties.2.note": "The first three months only, until the room is ours alone.",
            },
        ),
    ),
    fails=(
        Example("led with a nurse", {"duties.2.text": "Co-lead two groups a week with a nurse."}),
        Example(
            "a document with staff in the lead",
            blocks=[("heading1", "Duties"), ("bullet", "Run the group with a social worker.")],
            documents=["job-description"],
        ),
    ),
)

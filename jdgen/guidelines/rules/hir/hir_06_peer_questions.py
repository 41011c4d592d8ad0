"""HIR-06: The interview asks about peer support, in two ways.

One question is about understanding of peer support and training in it, one about how the applicant
would use a peer approach in a given situation.

Why: General questions choose the applicant with the smoothest work history. What the role needs
shows only where somebody is asked what they would do as a peer.

Cure: Write two or three situations under `hiring.scenarios`, and ask in the guide what peer support
means to the applicant, what training they have, and what they would do in each situation.

Source: Toolkit, readiness checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

_KIND = "interview-guide"
_IN_DOCUMENT = (
    "Ask what peer support means to the applicant, what training they have had, and what they "
    "would do as a peer in two or three situations of your service."
)
_ASKED = {
    "understanding of peer support": r"\bpeer (?:support|work|role|approach)\b",
    "training in peer support": r"\btrain(?:ed|ing)\b|\bcourses?\b",
    "what the applicant would do in a given situation": r"\bwould you\b|\bimagine\b"
    r"|\bsuppose\b|\bscenarios?\b|\bsituations?\b",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not subject.get("hiring.scenarios"):
        message = "No situation is written down that applicants are asked about."
        yield Miss(message, "hiring.scenarios")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.kind.name != _KIND:
        return
    texts = [block.text for block in subject.body[1:]]  # the title is no question
    missing = [
        says
        for says, words in _ASKED.items()
        if not any(re.search(words, text, re.IGNORECASE) for text in texts)
    ]
    if missing:
        top = subject.body[0] if subject.body else None
        message = f"The interview guide does not ask about {listed(missing)}."
        yield Miss(message, block=top, suggestion=_IN_DOCUMENT)


_TITLE = ("title", "Interview guide")
_MEANS = ("bullet", "What does peer support mean to you, and what training in it have you had?")

RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    in_document=in_document,
    standing="practice",
    checklists=("readiness-checklist", _KIND),
    alone=("word", "text"),
    passes=(
        Example("a situation", {"hiring.scenarios": ["Someone stops coming to the group."]}),
        Example(
            "both ways",
            blocks=[_TITLE, _MEANS, ("bullet", "Someone stops coming. What would you do?")],
            documents=[_KIND],
        ),
    ),
    fails=(
        Example("no situation", {"hiring.scenarios": None}),
        Example(
            "only general questions",
            blocks=[_TITLE, ("bullet", "What are your strengths?"), ("bullet", "Why this job?")],
            documents=[_KIND],
        ),
    ),
)

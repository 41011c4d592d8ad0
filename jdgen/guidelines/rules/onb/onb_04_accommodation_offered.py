"""ONB-04: Accommodation is offered, and never presumed.

The onboarding checklist says that the worker has a right to accommodation and how to ask for it. It
does not presume that peer workers need it.

Why: Who is told of the right asks in time. Who is taken to need it is taken to be ill.

Cure: Put in a line such as “Tell us if you need anything to do your job well, and ask …”, the same
for every new colleague, and take out what peer workers are said to need.

Source: Toolkit, onboarding checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject

_ASKED = {
    "that there is a right to accommodation": r"\baccommodat|\badjustments?\b",
    "how to ask for it": r"\b(?:tell|ask|call|write to|contact|e-?mail|speak|talk|request|apply)\b"
    r"|\bprocess\b",
}
_PRESUMED = re.compile(
    r"\b(?:peers?|peer (?:support )?(?:workers?|specialists?|supporters?)"
    r"|people with lived experience)\b"
    r"(?:\s+(?:usually|often|always|generally|typically|mostly|tend to|will|may|might)){1,2}\s+"
    r"(?:need|require|want)\b[^.\n]*",
    re.IGNORECASE,
)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    texts = [block.text for block in subject.body]
    missing = [
        says
        for says, words in _ASKED.items()
        if not any(re.search(words, text, re.IGNORECASE) for text in texts)
    ]
    if missing:
        top = subject.body[0] if subject.body else None
        yield Miss(f"The onboarding checklist does not say {listed(missing)}.", block=top)
    for block, match in subject.find(_PRESUMED, subject.body):
        message = f"“{match.group()}” presumes what nobody has asked for."
        yield Miss(message, block=block, quote=match.group(), start=match.start())


_KIND = ["onboarding-checklist"]
_OFFER = ("bullet", "Right to accommodation explained: ask Human Resources.")

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("onboarding-checklist",),
    alone=("word", "text"),
    passes=(Example("right and way", blocks=[_OFFER], documents=_KIND),),
    fails=(
        Example("nothing said", blocks=[("bullet", "Keys and badge")], documents=_KIND),
        Example(
            "a need is presumed",
            blocks=[_OFFER, ("body", "Peers usually need reduced hours.")],
            documents=_KIND,
        ),
    ),
)

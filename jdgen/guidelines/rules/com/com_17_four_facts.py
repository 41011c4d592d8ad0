"""COM-17: The brochure tells cost, choice, privacy and how to reach us.

All four facts are on it.

Why: These are the questions people have before they dare to call.

Cure: Add the sentence that is missing; `brochure.cost` and the contact fields of the organization
bring in theirs.

Source: Toolkit, service expectation statements and success checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_FACTS = {
    "what it costs": re.compile(
        r"\bcosts?\b|\bcharges?\b|\bbill\b|\bnothing to pay\b"
        r"|\bfree\b|\bfees?\b|\b(?:you|to) pay\b|[$£€]\d",
        re.IGNORECASE,
    ),
    "that it is a choice": re.compile(
        r"\byour choice\b|\bup to you\b|\bif you choose\b|\bsay no\b|\bvoluntary\b", re.IGNORECASE
    ),
    "what stays private": re.compile(r"\bprivate\b|\bprivacy\b|\bconfiden", re.IGNORECASE),
    "how to reach the service": re.compile(
        r"\S+@\S+|\b(?:phone|call|telephone)\b.*\d{3}|\d{3}[ -.]?\d{4}|\bwww\.", re.IGNORECASE
    ),
}


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    told = "\n".join(block.text for block in subject.body)
    for what, pattern in _FACTS.items():
        if not pattern.search(told):
            yield Miss(f"The brochure does not say {what}.")


_FOLDED = ["brochure"]
_COST, _CHOICE = ("body", "Peer support is free."), ("body", "It is up to you.")
_PRIVATE, _REACH = ("body", "What you say stays private."), ("bullet", "Phone: 555-0134")

RULE = rule(
    __doc__,
    "advice",
    in_document=in_document,
    documents=("brochure",),
    passes=(
        Example("all four", blocks=[_COST, _CHOICE, _PRIVATE, _REACH], documents=_FOLDED),
        Example(
            "no charge",
            blocks=[("body", "There is no charge."), _CHOICE, _PRIVATE, _REACH],
            documents=_FOLDED,
        ),
    ),
    fails=(
        Example("no number", blocks=[_COST, _CHOICE, _PRIVATE], documents=_FOLDED),
        Example("no word on cost", blocks=[_CHOICE, _PRIVATE, _REACH], documents=_FOLDED),
    ),
)

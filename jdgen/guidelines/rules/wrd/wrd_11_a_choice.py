"""WRD-11: Public texts say that it is a choice.

A text for people supported says that they may choose peer support, and may say no.

Why: Support that somebody is sent to is no peer support. People who were sent to many things before
assume that this is one more.

Cure: Keep “if you choose to meet with a peer worker”, and a sentence such as “You can say no”.

Source: Toolkit, service expectation statements; Slides, five continuums
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_CHOICE = re.compile(
    r"\bif you (?:choose|wish|like|want)\b|\byour choice\b|\bup to you\b|\byou (?:can|may) say no\b"
    r"|\byou (?:choose|decide) (?:if|whether)\b|\bvoluntary\b",
    re.IGNORECASE,
)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.kind.audience != "public":
        return
    if not any(_CHOICE.search(block.text) for block in subject.body):
        yield Miss("Nothing says that meeting with a peer worker is a choice.")


_FOLDED = ["brochure"]

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    passes=(Example("up to you", blocks=[("body", "It is up to you.")], documents=_FOLDED),),
    fails=(
        Example(
            "somebody is assigned",
            blocks=[("body", "You will be assigned a peer worker.")],
            documents=_FOLDED,
        ),
    ),
)

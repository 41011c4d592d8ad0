"""COM-04: The brochure says who a peer worker is.

A part “Who is a peer worker?” tells of both: lived experience, and training.

Why: Lived experience alone sounds like a friend, training alone like a clinician. A peer worker is
neither.

Cure: Put the part back, and say in it that the worker has been there and is trained.

Source: Toolkit, section on communicating the role
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_WHO = re.compile(r"^\s*(?:who (?:is|are)|meet|about) ", re.IGNORECASE)
_LIVED = re.compile(
    r"\b(?:lived|living|own|first-hand) experience|\bbeen (?:there|through)|\blived through\b",
    re.IGNORECASE,
)
_TRAINED = re.compile(r"\btrain(?:ed|ing)\b|\bcertified\b|\bcourses?\b", re.IGNORECASE)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    heads = [block for block in subject.headings if _WHO.search(block.text)]
    if not heads:
        yield Miss("The part that says who a peer worker is is missing.")
        return
    told = " ".join(block.text for head in heads for block in subject.section(head.text))
    for pattern, what in ((_LIVED, "lived experience"), (_TRAINED, "training")):
        if not pattern.search(told):
            message = f"“{heads[0].text.strip()}” is answered without a word on {what}."
            yield Miss(message, block=heads[0])


_FOLDED = ["brochure"]
_HEAD = ("heading1", "Who is a peer worker?")

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("brochure",),
    passes=(
        Example(
            "in your own words",
            blocks=[
                ("heading2", "Who are our peer supporters?"),
                ("body", "They have been there, and took a course."),
            ],
            documents=_FOLDED,
        ),
    ),
    fails=(
        Example("no such part", blocks=[("heading1", "How to reach us")], documents=_FOLDED),
        Example(
            "nothing on training",
            blocks=[_HEAD, ("body", "Someone with lived experience.")],
            documents=_FOLDED,
        ),
        Example(
            "nothing on lived experience",
            blocks=[_HEAD, ("body", "A trained member of staff.")],
            documents=_FOLDED,
        ),
    ),
)

"""COM-05: The brochure says what peer workers do, in general and here.

It has two lists: statements that hold for all peer support, and tasks of the worker in this place.

Why: The general list says what to expect of any peer worker. Only the local one says what somebody
can come for tomorrow.

Cure: Write three or four tasks under `brochure.local_tasks`, verb first, and keep both lists.

Source: Toolkit, section on communicating the role
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject
from jdgen.model import Block

_FIELD = "brochure.local_tasks"
_WHAT = re.compile(r"\b(?:do|does|offers?)\b", re.IGNORECASE)
_HERE = re.compile(r"\bhere\b|\bour\b|\bat \w|\bwe (?:do|offer)\b", re.IGNORECASE)
_LISTED = {"bullet", "number"}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not subject.get(_FIELD):
        yield Miss("Nothing says what the worker does in this place.", _FIELD)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    heads = [block for block in subject.headings if _WHAT.search(block.text)]
    local = [head for head in heads if _HERE.search(head.text)]
    parts = {
        "what peer workers do in general": [head for head in heads if head not in local],
        "what the worker does here": local,
    }
    for what, found in parts.items():
        if not any(_has_list(subject, head) for head in found):
            place = found[0] if found else None
            path = _FIELD if found == local else ""
            yield Miss(f"The list of {what} is missing.", path, place)


def _has_list(subject: DocumentSubject, head: Block) -> bool:
    return any(block.role in _LISTED for block in subject.section(head.text))


_FOLDED = ["brochure"]
_GENERAL = [("heading2", "What do they do?"), ("bullet", "to be listened to.")]
_LOCAL = [("heading1", "What they do here"), ("bullet", "Runs two groups a week")]

RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    in_document=in_document,
    documents=("brochure",),
    passes=(
        Example("one task here is enough", {_FIELD: ["Talks with you on the phone"]}),
        Example("both lists", blocks=[*_GENERAL, *_LOCAL], documents=_FOLDED),
    ),
    fails=(
        Example("no local tasks", {_FIELD: []}),
        Example("the general list alone", blocks=_GENERAL, documents=_FOLDED),
        Example("the local list alone", blocks=_LOCAL, documents=_FOLDED),
        Example("headings without lists", blocks=[_GENERAL[0], _LOCAL[0]], documents=_FOLDED),
    ),
)

"""STR-14: What distinct tasks bring is told under a title that says so.

A heading on what happens when tasks are not distinct is followed by what goes wrong then. The good
that distinct tasks bring stands under a title of its own.

Why: A known set of slides has the six benefits under the title of the harm. Who copies it teaches
the team the opposite of what is meant.

Cure: Head the list “What distinct tasks bring”, or say below the title what goes wrong.

Source: Slides, distinctiveness
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, is_heading

_NOT_DISTINCT = re.compile(
    r"\b(?:not|n[’']t|no longer|without)\b[^.]{0,20}\bdistinct|\bindistinct\b", re.IGNORECASE
)
_BENEFIT = re.compile(
    r"\b(?:clear(?:er)?|less|fewer|better|more|improved?|visible|valued?|teamwork|integrat\w+)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:un\w+|lack|loss|lost|lose[sd]?|drift\w*|blur\w*|burn\w*|conflicts?|more confusion"
    r"|less (?:clear|clarity|value|trust|time)|fewer hours|not|nobody|no one)\b",
    re.IGNORECASE,
)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for head in subject.headings:
        if not _NOT_DISTINCT.search(head.text):
            continue
        told = [b.text for b in subject.body[subject.body.index(head) + 1 :]]
        below = told[: next((i for i, t in enumerate(told) if _heads(subject, t)), len(told))]
        good = [text for text in below if _BENEFIT.search(text) and not _HARM.search(text)]
        if good and len(good) * 2 > len(below):
            message = "The title speaks of tasks that are not distinct, the list below of benefits."
            yield Miss(message, block=head, quote=head.text.strip())


def _heads(subject: DocumentSubject, text: str) -> bool:
    return any(is_heading(block) and block.text == text for block in subject.headings)


_TITLE = ("heading1", "What happens if tasks are not distinct?")
_KIND = ["role-definition"]

RULE = rule(
    __doc__,
    "advice",
    in_document=in_document,
    alone=("word", "text"),
    passes=(
        Example(
            "what goes wrong",
            blocks=[_TITLE, ("bullet", "The role drifts"), ("bullet", "Less clear duties")],
            documents=_KIND,
        ),
        Example(
            "another title",
            blocks=[("heading1", "What distinct tasks bring"), ("bullet", "Less confusion")],
            documents=_KIND,
        ),
    ),
    fails=(
        Example(
            "benefits under the title of the harm",
            blocks=[_TITLE, ("bullet", "Clear duties"), ("bullet", "Less confusion")],
            documents=_KIND,
        ),
    ),
)

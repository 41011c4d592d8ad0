"""HRX-09: The job description says what it is not.

It says that it does not list every task, that it is no contract, and that it may change.

Why: Without these words the list of duties can be read as a promise, by either side.

Cure: Keep the statement in the document, or write your own under `legal.disclaimer`.

Source: HR practice
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject

_PARTS = {
    "that it does not list every task": re.compile(
        r"\bnot (?:list|exhaustive|a (?:full|complete) list|all|every)|\bnot an exhaustive"
        r"|\bmain duties\b",
        re.IGNORECASE,
    ),
    "that it is no contract": re.compile(r"\b(?:not|no|nor)\b[^.]*\bcontract\b", re.IGNORECASE),
    "that it may change": re.compile(
        r"\b(?:may|can|might) (?:be )?(?:change|revised|amended|updated)", re.IGNORECASE
    ),
}


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    text = " ".join(block.text for block in subject.body)
    missing = [says for says, words in _PARTS.items() if not words.search(text)]
    if missing:
        yield Miss(f"The job description does not say {listed(missing)}.", "legal.disclaimer")


_TEXT = (
    "This document gives the main duties. It does not list every task and is not a contract of "
    "employment. It may change as needs change, and the person in the job is asked first."
)


def _edited(says: str, text: str) -> Example:
    return Example(says, edits={_TEXT: text}, documents=["job-description"])


RULE = rule(
    __doc__,
    "advice",
    in_document=in_document,
    documents=("job-description",),
    passes=(
        _edited(
            "the usual words",
            "This list is not exhaustive. It is not an employment contract and may be revised.",
        ),
    ),
    fails=(_edited("taken out", ""), _edited("no word on the contract", "It may change.")),
)

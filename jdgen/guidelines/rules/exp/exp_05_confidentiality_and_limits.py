"""EXP-05: Confidentiality is promised, and its limits are told.

Statement 11 is about confidentiality, and a paragraph of the sheet says what cannot stay private.

Why: A promise of privacy without its limits is false. People learn of the limit on the day it hurts
them most.

Cure: Keep statement 11, and below the list the paragraph on when something has to be passed on, and
that you talk about it first.

Source: Toolkit, service expectation statements and documentation guidelines
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.statements import statement_numbers
from jdgen.guidelines.subjects import DocumentSubject

_PRIVATE = re.compile(r"\bconfiden|\bprivate\b|\bprivacy\b", re.IGNORECASE)
_LIMITS = re.compile(
    r"\blimits?\b|\b(?:may|might|must|will)(?: have to| need to)? (?:tell|pass|share|report)\b"
    r"|\bmust speak\b|\b(?:law|court)\b[^.]*\bmust\b|\bunless\b|\bbadly hurt\b|\bin danger\b"
    r"|\bexcept\b",
    re.IGNORECASE,
)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    number = subject.figure("EXP-05.statement")
    statements = statement_numbers(subject.body)
    promised = statements.get(number)
    if promised is None:
        yield Miss(f"Statement {number}, on confidentiality, is missing.")
    elif not _PRIVATE.search(promised.text):
        message = f"Statement {number} does not speak of confidentiality any more."
        yield Miss(message, block=promised, quote=promised.text.strip())
    others = [block for block in subject.body if block not in statements.values()]
    if not any(_LIMITS.search(block.text) for block in others):
        yield Miss("Nothing below the statements says what cannot stay private.", block=promised)


_SHEET = ["expectation-statements"]
_PROMISE = [("cell", "11"), ("cell", "to talk about what stays private.")]
_LIMIT = ("body", "We may have to tell someone if a person may be badly hurt.")

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("expectation-statements",),
    passes=(Example("in other words", blocks=[*_PROMISE, _LIMIT], documents=_SHEET),),
    fails=(
        Example("a promise without limits", blocks=_PROMISE, documents=_SHEET),
        Example(
            "number 11 says something else",
            blocks=[("cell", "11"), ("cell", "to be heard."), _LIMIT],
            documents=_SHEET,
        ),
        Example("no number 11", blocks=[_LIMIT], documents=_SHEET),
    ),
)

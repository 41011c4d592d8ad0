"""EXP-02: The group statement begins with if.

Statement 17 is about people who take part in a group, and says so in itself.

Why: Nobody has to join a group. Without its condition the statement promises, or orders, a group to
everyone.

Cure: Begin statement 17 with “if you take part in a group”.

Source: Toolkit, service expectation statements
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.statements import statement_numbers, words_of
from jdgen.guidelines.subjects import DocumentSubject

_CONDITION = re.compile(
    r"\b(?:if|when|whenever|should) you\b|\byou (?:may|can) (?:choose|join)\b",
    re.IGNORECASE,
)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    statement = statement_numbers(subject.body).get(subject.figure("EXP-01.for_groups"))
    if statement and not _CONDITION.search(statement.text):
        told = words_of(statement)
        message = "The group statement is for everyone here, not only for people in a group."
        yield Miss(message, block=statement, quote=told)


_SHEET = ["expectation-statements"]

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("expectation-statements",),
    passes=(
        Example(
            "in other words",
            blocks=[("body", "17. When you come to a group, you are welcome.")],
            documents=_SHEET,
        ),
    ),
    fails=(
        Example(
            "a group for everyone",
            blocks=[("cell", "17"), ("cell", "to join a group each week.")],
            documents=_SHEET,
        ),
    ),
)

"""EXP-08: The self-care statement says care.

Statement 16 says that the worker shows ways to take care of themselves. In the source a word fell
out of it.

Why: Without the word the line makes no sense, and it has been copied into many sheets.

Cure: Write “takes care of themselves” or “looks after themselves”.

Source: Toolkit, service expectation statements
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.statements import statement_numbers
from jdgen.guidelines.subjects import DocumentSubject

_CARE = re.compile(r"\bcar(?:e|es|ing)\b|\blook(?:s|ing)? after\b|\bself-?care\b", re.IGNORECASE)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    number = subject.figure("EXP-08.statement")
    statement = statement_numbers(subject.body).get(number)
    if statement and not _CARE.search(statement.text):
        message = f"Statement {number} does not say that workers take care of themselves."
        yield Miss(message, block=statement, quote=statement.text.strip())


_SHEET = ["expectation-statements"]

RULE = rule(
    __doc__,
    "advice",
    in_document=in_document,
    documents=("expectation-statements",),
    passes=(
        Example(
            "in other words",
            blocks=[("body", "16. to see how the worker looks after themselves.")],
            documents=_SHEET,
        ),
    ),
    fails=(
        Example(
            "the word fell out",
            blocks=[("body", "16. to see ways in which they take of themselves.")],
            documents=_SHEET,
        ),
    ),
)

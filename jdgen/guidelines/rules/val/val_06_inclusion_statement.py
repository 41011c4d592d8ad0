"""VAL-06: The job description stands against exclusion.

It holds a statement of equal opportunity, and one that the organization works against racism and
other ways of leaving people out.

Why: Many whom the role is for have been turned away elsewhere. They look for this sentence.

Cure: Keep the part on equal opportunity, or write your own under `legal.eeo_statement` and
`organization.dei_statement`.

Source: Toolkit, section on values
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_STATEMENTS = {
    "equal opportunity": (
        "legal.eeo_statement",
        re.compile(
            r"\bequal[ -](?:opportunity|opportunities|employment)\b|\bdiscriminat"
            r"|\bapplications from (?:everyone|all)\b|\bhuman rights\b",
            re.IGNORECASE,
        ),
    ),
    "inclusion": (
        "organization.dei_statement",
        re.compile(
            r"\binclusi(?:on|ve)\b|\bdivers(?:e|ity)\b|\boppress|\bracis[mt]\b|\bevery background"
            r"|\bleaving people out\b|\bas varied as\b|\bequity\b",
            re.IGNORECASE,
        ),
    ),
}


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for what, (path, pattern) in _STATEMENTS.items():
        if not any(pattern.search(block.text) for block in subject.body):
            yield Miss(f"The job description has no statement on {what}.", path)


_JOB = ["job-description"]

RULE = rule(
    __doc__,
    "advice",
    in_document=in_document,
    documents=("job-description",),
    passes=(
        Example(
            "both in one sentence",
            blocks=[("body", "We discriminate against nobody and want a diverse team.")],
            documents=_JOB,
        ),
    ),
    fails=(
        Example(
            "equal opportunity alone",
            blocks=[("body", "We are an equal opportunity employer.")],
            documents=_JOB,
        ),
        Example("neither", blocks=[("body", "Come and work with us.")], documents=_JOB),
    ),
)

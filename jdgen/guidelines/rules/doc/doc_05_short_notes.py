"""DOC-05: Notes are short.

The form leaves room for a few lines and asks for no long account.

Why: A long note is about somebody, and is read by people who never met them. What two people can
agree on in two minutes is short.

Cure: Ask for a line or two in each field, and take out pages to be filled and words such as
“detailed narrative”.

Source: Toolkit, documentation guidelines and role-clarity activity 22
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, sentence_at

_LONG = re.compile(
    r"\bnarratives?\b|\bin (?:full|great|as much) detail\b|\bdetailed (?:account|notes?)\b"
    r"|\bas much detail\b|\bfull account\b",
    re.IGNORECASE,
)
_SAID_NOT_TO = re.compile(r"\b(?:no|not|never|without|avoid|instead of|rather than)\b", re.I)
_LINE = re.compile(r"[_.…\s]{10,}")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for block, match in subject.find(_LONG, subject.body):
        if not _SAID_NOT_TO.search(sentence_at(block.text, match.start())):
            message = f"“{match.group()}” asks for a long account of somebody."
            yield Miss(message, block=block, quote=match.group(), start=match.start())
    most = subject.figure("DOC-05.lines")
    run = 0
    for block in subject.body:
        run = run + 1 if _LINE.fullmatch(block.text) else 0
        if run == most + 1:
            message = f"The form leaves more than {most} lines in one place to be filled."
            yield Miss(message, block=block)


_FORM = ["note-form"]

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("note-form", "documentation-guide"),
    alone=("word", "text"),
    passes=(
        Example("two lines", blocks=[("body", "_" * 40)] * 2, documents=_FORM),
        Example(
            "said the other way",
            blocks=[("body", "A few words are enough, not a narrative.")],
            documents=_FORM,
        ),
    ),
    fails=(
        Example("a page to fill", blocks=[("body", "_" * 40)] * 9, documents=_FORM),
        Example(
            "a story is asked for",
            blocks=[("cell", "Detailed narrative of the session")],
            documents=_FORM,
        ),
    ),
)

"""EXP-03: All statements read on from one stem, and speak to you.

The sheet has one stem (“you can expect …”), and every statement finishes that sentence: it begins
like “to be listened to”, and never says “they will”, “I” or “me”.

Why: A sheet that changes its person halfway reads as if it were meant for someone else. The list of
the source does so in five places.

Cure: Write the statement so that it finishes the stem: “to be listened to”, “to be encouraged”.

Source: Toolkit, service expectation statements
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.statements import statement_numbers, stem_of, words_of
from jdgen.guidelines.subjects import DocumentSubject

_READS_ON = re.compile(r"(?:To|If|That|When)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|myself)\b")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if stem_of(subject.body) is None:
        message = "The words that all statements read on from, “you can expect”, are missing."
        yield Miss(message)
    for number, block in statement_numbers(subject.body).items():
        told = words_of(block)
        found = _FIRST_PERSON.search(told)
        if found:
            message = f"Statement {number} says “{found[0]}”; it speaks to the reader as you."
            yield Miss(message, block=block, quote=told)
        elif told[:1].isupper() and not _READS_ON.match(told):
            message = f"Statement {number} does not finish the sentence that the stem begins."
            yield Miss(message, block=block, quote=told)


_SHEET = ["expectation-statements"]
_STEM = ("header-cell", "If you choose to meet with a peer worker, you can expect …")


def _said(says: str, words: str) -> Example:
    return Example(says, blocks=[_STEM, ("cell", "3"), ("cell", words)], documents=_SHEET)


RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("expectation-statements",),
    passes=(
        _said("a statement of your own", "to be asked how you would like to be greeted."),
        _said("a capital at the start", "To be asked first."),
        _said("a second sentence", "to have your views taken seriously. They count."),
    ),
    fails=(
        _said("the source's own slip", "to be encouraged to do things for me."),
        _said("a sentence that stands alone", "They keep their promises."),
        Example("no stem", blocks=[("cell", "3"), ("cell", "to be heard.")], documents=_SHEET),
    ),
)

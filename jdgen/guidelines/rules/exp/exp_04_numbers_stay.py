"""EXP-04: Statements are numbered so that numbers stay.

Each number is typed, stands once, and the numbers rise. Word does not number the list, since it
would count again when a line is taken out.

Why: Workers write the number of a statement in their notes. If number 7 means something else next
year, the notes say something else too.

Cure: Type each number in its own cell or before its statement, and leave gaps where one is out.

Source: Toolkit, documentation guidelines and service expectation statements
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.statements import counted_by_word
from jdgen.guidelines.subjects import DocumentSubject

_TYPED = re.compile(r"\s*E?(\d{1,2})\.?\s*")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    counted = counted_by_word(subject.body)
    if counted:
        message = "Word numbers this list, so the numbers move when a line is taken out."
        yield Miss(message, block=counted[0])
    cells = [(b, _TYPED.fullmatch(b.text)) for b in subject.body if b.role == "cell"]
    numbers = [(block, int(found[1])) for block, found in cells if found]
    for (_, first), (block, second) in pairwise(numbers):
        if second <= first:
            message = f"Number {second} comes after number {first}: each stands once, and in order."
            yield Miss(message, block=block, quote=block.text.strip())


_SHEET = ["expectation-statements"]

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("expectation-statements",),
    passes=(
        Example(
            "one is out, and the others keep their numbers",
            blocks=[("cell", "3"), ("cell", "to rest."), ("cell", "5"), ("cell", "to talk.")],
            documents=_SHEET,
        ),
    ),
    fails=(
        Example(
            "a list that Word numbers",
            blocks=[("number", "to rest."), ("number", "to talk.")],
            documents=_SHEET,
        ),
        Example(
            "a number twice",
            blocks=[("cell", "3"), ("cell", "to rest."), ("cell", "3"), ("cell", "to talk.")],
            documents=_SHEET,
        ),
    ),
)

"""COM-14: The brochure is easy to read.

The running text has a reading grade of 8 or less, the whole of it and each longer part. The grade
is an estimate; headings, contact lines and quotations do not count.

Why: More than half of adults read below the level of most texts on health, and nobody studies a
brochure in a waiting room.

Cure: Split the sentences named, take short words that everybody knows, and say one thing at a time.

Source: Toolkit, section on communicating the role
"""

from collections.abc import Iterator

from jdgen.guidelines.plain import grade_misses
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    return grade_misses(subject, subject.figure("COM-14.grade"))


_FOLDED = ["brochure"]
_EASY = ("body", "You meet as equals. You talk, listen and do things with each other.")
_HARD = (
    "body",
    "Our organization facilitates individualized opportunities for meaningful community "
    "participation through collaborative relationships and mutually negotiated responsibilities.",
)

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("brochure",),
    passes=(
        Example("plain words", blocks=[_EASY], documents=_FOLDED),
        Example(
            "a hard quotation",
            blocks=[_EASY, ("body", f"“{_HARD[1]}”")],
            documents=_FOLDED,
        ),
    ),
    fails=(
        Example("office words", blocks=[_HARD], documents=_FOLDED),
        Example(
            "one hard part among easy ones",
            blocks=[*[_EASY] * 40, ("heading1", "Our mandate"), *[_HARD] * 5],
            documents=_FOLDED,
        ),
    ),
)

"""COM-14: The brochure is easy to read.

The running text of the brochure has a reading grade of 8 or less, the whole of it and each longer
part. Other kinds are held to the `reading_grade` of their `kind.yaml`. The grade is an estimate;
headings, contact lines and quotations do not count.

Why: More than half of adults read below the level of most texts on health, and nobody studies a
brochure in a waiting room.

Cure: Split the sentences named, take short words that everybody knows, and say one thing at a time.

Source: Toolkit, section on communicating the role
"""

from collections.abc import Iterator

from jdgen.guidelines.plain import grade_misses
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_BROCHURE, _SHEET = "brochure", "expectation-statements"


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.kind.name == _SHEET:
        return iter(())  # EXP-09 is its rule
    limit = subject.kind.reading_grade
    if subject.kind.name == _BROCHURE:
        limit = subject.figure("COM-14.grade")
    return grade_misses(subject, limit) if limit else iter(())


_FOLDED = [_BROCHURE]
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

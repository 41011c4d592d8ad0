"""EXP-09: The sheet is easy to read.

The running text of the sheet has a reading grade of 8 or less. The grade is an estimate; headings,
contact lines and quotations do not count.

Why: More than half of adults read below the level of most texts on health. A promise counts only
for those who can read it.

Cure: Split the sentences named, and take shorter words: “choose” for “self-determine”, “tell” for
“communicate”.

Source: Toolkit, section on communicating the role (plain language)
"""

from collections.abc import Iterator

from jdgen.guidelines.plain import grade_misses
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    return grade_misses(subject, subject.figure("EXP-09.grade"))


_SHEET = ["expectation-statements"]
_HARD = (
    "to collaboratively identify individualized opportunities for meaningful community "
    "participation in accordance with organizational responsibilities."
)

RULE = rule(
    __doc__,
    "advice",
    in_document=in_document,
    documents=("expectation-statements",),
    passes=(
        Example(
            "hard words in a heading",
            blocks=[("heading1", "Confidentiality"), ("body", "We keep it private.")],
            documents=_SHEET,
        ),
    ),
    fails=(Example("office words", blocks=[("cell", "1"), ("cell", _HARD)], documents=_SHEET),),
)

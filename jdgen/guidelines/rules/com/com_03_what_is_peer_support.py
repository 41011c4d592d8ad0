"""COM-03: The brochure says what peer support is.

It has a part “What is peer support?” with text below the heading.

Why: Most readers meet the words for the first time, and many will take them for treatment.

Cure: Put the heading and its text back.

Source: Toolkit, section on communicating the role
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_PART = 0  # the kind's first section


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for title in subject.kind.sections[_PART : _PART + 1]:
        head = subject.heading(title)
        if head is None:
            yield Miss(f"The part “{title}” is missing.")
        elif not subject.section(title):
            yield Miss(f"Nothing stands below “{head.text.strip()}”.", block=head)


_FOLDED = ["brochure"]
_HEAD, _NEXT = ("heading1", "What is peer support?"), ("heading1", "Who is a peer worker?")

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("brochure",),
    passes=(
        Example(
            "in your own words",
            blocks=[_HEAD, ("body", "People who have been there stand by you.")],
            documents=_FOLDED,
        ),
    ),
    fails=(
        Example("no such part", blocks=[_NEXT], documents=_FOLDED),
        Example("an empty part", blocks=[_HEAD, _NEXT], documents=_FOLDED),
    ),
)

"""JDS-01: The four main sections are there, in order.

The job description keeps its main headings and their order. First comes the nature of the work,
then the essential duties, then experience and training, last what the worker knows and can do.

Why: Human resources, the union and candidates look for each fact under its heading; a heading that
is gone leaves them searching, and a screen reader jumps past the part.

Cure: Put the heading back, in the style of a heading, in its place. Text below it may change.

Source: Toolkit, general job description
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.sections import section_misses
from jdgen.guidelines.subjects import DocumentSubject


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    return section_misses(subject)


_JOB = ["job-description"]
_NATURE, _DUTIES = ("heading1", "Nature of work"), ("heading1", "Essential duties")
_EXPERIENCE = ("heading1", "Experience and training")
_SKILLS = ("heading1", "Knowledge, skills and abilities")

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("job-description",),
    passes=(
        Example(
            "all four, and one more between",
            blocks=[_NATURE, _DUTIES, ("heading1", "Pay"), _EXPERIENCE, _SKILLS],
            documents=_JOB,
        ),
    ),
    fails=(
        Example(
            "the heading of the duties was deleted",
            blocks=[_NATURE, _EXPERIENCE, _SKILLS],
            documents=_JOB,
        ),
        Example(
            "a heading became plain text",
            blocks=[_NATURE, ("body", "Essential duties"), _EXPERIENCE, _SKILLS],
            documents=_JOB,
        ),
        Example(
            "skills come before experience",
            blocks=[_NATURE, _DUTIES, _SKILLS, _EXPERIENCE],
            documents=_JOB,
        ),
    ),
)

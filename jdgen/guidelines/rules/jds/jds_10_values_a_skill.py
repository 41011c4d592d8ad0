"""JDS-10: Work in line with the values is among the skills.

The list of knowledge, skills and abilities names the values of peer support.

Why: Values are what a hiring committee can ask about and what distinguishes good peer support from
mere kindness.

Cure: Add a skill such as “Works in line with the core values of peer support”.

Source: Toolkit, general job description
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_SKILLS = 3  # the kind's fourth section
_VALUES = re.compile(r"\bvalues\b", re.IGNORECASE)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    skills = [b for title in subject.kind.sections[_SKILLS:] for b in subject.section(title)]
    if skills and not any(_VALUES.search(block.text) for block in skills):
        message = "No skill speaks of the values of peer support."
        yield Miss(message, "qualifications.skills", skills[0])


_HEAD = ("heading1", "Knowledge, skills and abilities")
_JOB = ["job-description"]

RULE = rule(
    __doc__,
    "advice",
    in_document=in_document,
    documents=("job-description",),
    passes=(
        Example(
            "in other words",
            blocks=[_HEAD, ("bullet", "Lives the values of peer support")],
            documents=_JOB,
        ),
    ),
    fails=(Example("skills only", blocks=[_HEAD, ("bullet", "Listens well")], documents=_JOB),),
)

"""JDS-17: Keeping confidences is part of the job.

A duty or a skill of the job description speaks of confidentiality or privacy.

Why: Trust ends where something told in confidence turns up in the hallway. It is so basic that it
is easily left out.

Cure: Keep the duty on notes and privacy, or the skill on keeping confidences and their limits.

Source: Slides, sample posting; Toolkit, documentation guidelines
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_KEPT = re.compile(r"\bconfiden(?:tial|ces?\b(?! in))|\bprivacy\b|\bprivate\b", re.IGNORECASE)
_DUTIES_AND_SKILLS = (1, 3)  # the kind's sections


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    titles = [t for n, t in enumerate(subject.kind.sections) if n in _DUTIES_AND_SKILLS]
    found = [subject.section(title) for title in titles]
    read = [block for section in found for block in section] if all(found) else subject.body
    if not any(_KEPT.search(block.text) for block in read):
        message = "Neither a duty nor a skill speaks of confidentiality."
        place = next((b for b in map(subject.heading, reversed(titles)) if b), None)
        yield Miss(message, "qualifications.skills", place)


_SKILLS = ("heading1", "Knowledge, skills and abilities")
_JOB = ["job-description"]

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("job-description",),
    passes=(
        Example("a skill", blocks=[_SKILLS, ("bullet", "Keeps confidences")], documents=_JOB),
        Example(
            "a duty",
            blocks=[("heading1", "Essential duties"), ("cell", "Explain what stays private.")],
            documents=_JOB,
        ),
    ),
    fails=(
        Example(
            "self-confidence is another thing",
            blocks=[_SKILLS, ("bullet", "Has confidence in people")],
            documents=_JOB,
        ),
    ),
)

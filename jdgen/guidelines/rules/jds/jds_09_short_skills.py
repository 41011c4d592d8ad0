"""JDS-09: The list of skills is short.

Knowledge, skills and abilities are at most 21, the number of the general job description.

Why: A long list reads like a wall. People without a degree or a long work history turn back first,
and those are the people a peer role is for.

Cure: Keep the skills that a duty needs and take the others out of `qualifications.skills`.

Source: Toolkit, general job description
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_SKILLS = 3  # the kind's fourth section
_LISTED = {"bullet", "number", "cell"}


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if len(subject.kind.sections) <= _SKILLS:
        return
    title = subject.kind.sections[_SKILLS]
    listed = [block for block in subject.section(title) if block.role in _LISTED]
    most = subject.figure("JDS-09.most")
    if len(listed) > most:
        message = f"“{title}” lists {len(listed)} items; {most} are the most."
        yield Miss(message, "qualifications.skills", listed[most])


_HEAD = ("heading1", "Knowledge, skills and abilities")
_JOB = ["job-description"]

RULE = rule(
    __doc__,
    "advice",
    in_document=in_document,
    documents=("job-description",),
    passes=(Example("twelve", blocks=[_HEAD, *[("bullet", "Listens well")] * 12], documents=_JOB),),
    fails=(Example("forty", blocks=[_HEAD, *[("bullet", "Listens well")] * 40], documents=_JOB),),
)

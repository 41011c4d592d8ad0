"""WRF-08: Sections and agreed wordings are still there.

The headings that a document must keep are there. The sentences that your organization worded itself
in the profile, such as the one on equal opportunity, stand in the job description word for word.

Why: Counsel, union or human resources agreed on those words. Changed in one document, they differ
from all the others.

Cure: Put the section or the sentence back, or change the wording in the profile, so that every
document gets it.

Source: Word practice
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.sections import section_misses
from jdgen.guidelines.subjects import DocumentSubject

_OWN_RULES = {"job-description", "brochure"}  # their sections have rules of their own
_AGREED = {  # NCL-01 looks after the one that the role is not clinical
    "legal.eeo_statement": "on equal opportunity",
    "legal.accommodation_statement": "on accommodation",
    "legal.disclaimer": "on what this document is",
}


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.kind.name not in _OWN_RULES:
        yield from section_misses(subject)
    if subject.kind.name != "job-description":
        return
    told = _flat(" ".join(block.text for block in subject.body))
    for path, what in _AGREED.items():
        agreed = _flat(str(subject.get(path, "")))
        if agreed and agreed not in told:
            yield Miss(f"The sentence {what} differs from the one agreed on in the profile.", path)


def _flat(text: str) -> str:
    return " ".join(text.split()).strip(" .").casefold()


_JOB = ["job-description"]
_AGREED_ON = "We welcome applications from everyone."

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    passes=(
        Example(
            "word for word",
            {"legal.eeo_statement": _AGREED_ON},
            blocks=[("body", _AGREED_ON)],
            documents=_JOB,
        ),
    ),
    fails=(
        Example(
            "other words than those agreed on",
            {"legal.eeo_statement": _AGREED_ON},
            blocks=[("body", "Everybody may apply.")],
            documents=_JOB,
        ),
    ),
)

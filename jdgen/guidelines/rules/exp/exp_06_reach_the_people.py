"""EXP-06: The statements reach the people they are for.

The profile makes both the sheet of statements and the brochure that shows some of them.

Why: Statements in a staff manual are a promise that nobody hears. People who are supported need
their own copy, and newcomers a short one.

Cure: Put `expectation-statements` and `brochure` under `documents`.

Source: Toolkit, service expectation statements and section on communicating the role
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_SETS = {"onboarding", "public", "all"}  # each brings in both
_ASKED_FOR = {
    "expectation-statements": "the sheet of statements, their own copy of all of them",
    "brochure": "the brochure, which shows newcomers some of them",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    made = {str(name) for name in subject.get("documents", ())}
    if not made or made & _SETS:
        return
    for name, what in _ASKED_FOR.items():
        told_by_another = name == "brochure" and subject.get("organization.setting.clinical")
        if name not in made and not told_by_another:
            yield Miss(f"People supported do not get {what}.", "documents")


_JOB, _SHEET, _FOLDED = "job-description", "expectation-statements", "brochure"

RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("expectation-statements", "brochure"),
    passes=(
        Example("a set that brings in both", {"documents": ["public"]}, documents=[_FOLDED]),
        Example("a job description alone", {"documents": [_JOB]}, documents=[_JOB]),
    ),
    fails=(
        Example("a brochure alone", {"documents": [_JOB, _FOLDED]}, documents=[_FOLDED]),
        Example("a sheet alone", {"documents": [_JOB, _SHEET]}, documents=[_SHEET]),
    ),
)

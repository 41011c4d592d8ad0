"""HRX-03: Essential functions are told apart and can be done with accommodation.

At least one duty is essential, and the job description says that essential duties are done with or
without reasonable accommodation.

Why: Under disability law the list of essential functions decides who can do the job. A sentence
that is missing reads as if nothing could be adapted.

Cure: Set `kind: essential` on the duties the job exists for, and keep the sentence that stands
above them in the template.

Source: Law, Americans with Disabilities Act, title I
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.rules.hrx import AMERICAN
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

_WITH_OR_WITHOUT = re.compile(
    r"with or without (?:a )?(?:reasonable )?(?:accommodations?|adjustments?)", re.IGNORECASE
)
_DUTIES = 1  # the kind's section on essential duties


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if all(duty.kind != "essential" for duty in subject.profile.duties):
        yield Miss("No duty is marked essential: all of them are marginal.", "duties")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if not any(subject.find(_WITH_OR_WITHOUT)):
        head = subject.heading(next(iter(subject.kind.sections[_DUTIES:]), ""))
        message = "The words “with or without reasonable accommodation” are missing."
        yield Miss(message, block=head)


_SENTENCE = (
    "These are the results the job exists for. The person in the job brings them about with or "
    "without reasonable accommodation. Each duty says what is to be reached and how the values of "
    "peer support show in the work."
)

RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    in_document=in_document,
    documents=("job-description",),
    standing="pack",
    packs=("US",),
    passes=(Example("essential duties and a marginal one", AMERICAN),),
    fails=(
        Example(
            "all marginal",
            {**AMERICAN, **{f"duties.{number}.kind": "marginal" for number in range(7)}},
            also=("LEX-04",),
        ),
        Example(
            "taken out in Word", AMERICAN, edits={_SENTENCE: ""}, documents=["job-description"]
        ),
    ),
)

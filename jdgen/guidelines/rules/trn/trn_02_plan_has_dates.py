"""TRN-02: A plan for learning on the job says by when.

Where training comes after hiring, the written plan has a date or a time for each step.

Why: A plan without a date is put off each busy week, and the worker goes on untrained.

Cure: Write into `training.on_job_plan` what is learned by when, such as “core course in the first
three months”.

Source: Toolkit, readiness checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_FIELD = "training.on_job_plan"
_WHEN = re.compile(
    r"\d|\b(?:days?|weeks?|months?|years?|quarter|spring|summer|autumn|fall|winter|january"
    r"|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    plan = str(subject.get(_FIELD, ""))
    if plan and not _WHEN.search(plan):
        yield Miss(f"The plan for learning on the job does not say by when: “{plan}”", _FIELD)


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("a time for it", {_FIELD: "Core course in the first three months"}),),
    fails=(Example("some day", {_FIELD: "Training will be arranged"}),),
)

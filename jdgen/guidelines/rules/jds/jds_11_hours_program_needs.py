"""JDS-11: Hours are those that the program needs.

Evenings, weekends and flexible hours come with the need behind them, such as a group. Short hours
are never explained by what peer workers are believed to bear.

Why: A real need can be planned for. A belief about peer workers' strength is a prejudice, and in
print it is evidence of one.

Cure: Name the need under `role.flexible_reason`, such as “The Thursday group meets in the evening”,
and take out any remark on what peer workers can bear.

Source: Toolkit, readiness checklist and general job description
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_FIELDS = ("role.schedule", "role.flexible_reason", "role.employment_type")
_BELIEF = re.compile(
    r"\b(?:tire|tires|tired|fragile|vulnerable|relapse|unwell|unstable|stay well|their illness"
    r"|burn(?:ed|t)? out|overwhelmed|cannot cope|can't cope|too much for (?:them|peer))\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for path in _FIELDS:
        told = str(subject.get(path, ""))
        found = _BELIEF.search(told)
        if found:
            message = f"“{told}” explains the hours by a belief about peer workers."
            yield Miss(message, path, quote=found[0])
    asked = subject.get("role.evenings_weekends") is True
    if asked and not str(subject.get("role.flexible_reason", "")).strip():
        message = "Evenings or weekends are asked for, but not the need behind them."
        yield Miss(message, "role.evenings_weekends")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "an evening for the group",
            {
                "role.evenings_weekends": True,
                "role.flexible_reason": "The Thursday group meets in the evening.",
            },
        ),
    ),
    fails=(
        Example(
            "because peers tire",
            {"role.schedule": "Short shifts, because peer workers tire easily"},
        ),
        Example("evenings without a reason", {"role.evenings_weekends": True}),
    ),
)

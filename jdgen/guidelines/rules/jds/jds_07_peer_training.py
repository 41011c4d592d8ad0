"""JDS-07: Training in peer support is asked for.

The requirements name training in peer support, a core course or its equal, or the profile has a
plan for learning it on the job.

Why: Lived experience is the ground, training is what is built on it. Without it workers are left to
find limits and methods alone.

Cure: Name the course under `qualifications.training_required` or `required`, set
`training_days_min`, or write the plan under `training.on_job_plan`.

Source: Toolkit, general job description and readiness checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_AT = "qualifications"
_TRAINING = re.compile(r"\b(?:train|course|certif|curriculum|workshop)", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -](?:days?|hours?)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:hours?|days?) (?:of|in|as) [^.;]{0,20}\b(?:work|role|volunt)", re.IGNORECASE
)
_PEER = re.compile(r"\b(?:peer|lived experience|family support|caregiver)", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    enough = (
        f"{_AT}.training_required",
        f"{_AT}.training_days_min",
        f"{_AT}.certification",
        "training.on_job_plan",
    )
    asked = [str(text) for text in subject.get(f"{_AT}.required", ())]
    named = any(_is_training(text) for text in asked)
    if not named and not any(subject.get(path) for path in enough):
        message = "No training in peer support is asked for, and there is no plan to learn it."
        yield Miss(message, f"{_AT}.required")


def _is_training(text: str) -> bool:
    """Whether a requirement names training, or a course by its name and its days."""
    named = _TRAINING.search(text) or _LENGTH.search(text)
    return bool(named and _PEER.search(text) and not _WORK.search(text))


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "a course by its name and its days",
            {f"{_AT}.required.0": "Intentional Peer Support, five days (we pay)"},
        ),
        Example(
            "learned on the job",
            {
                f"{_AT}.required": ["A year as a volunteer in a peer role"],
                "training.on_job_plan": "Core course in the first three months",
            },
        ),
    ),
    fails=(
        Example(
            "a volunteer year only", {f"{_AT}.required": ["A year as a volunteer in a peer role"]}
        ),
        Example(
            "training of another kind",
            {f"{_AT}.required": ["First aid course", "A volunteer year"]},
        ),
    ),
)

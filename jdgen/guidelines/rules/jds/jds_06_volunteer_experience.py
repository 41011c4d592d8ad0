"""JDS-06: A volunteer year is asked for, and paid work is an asset.

The requirements name the least experience as a volunteer in a peer role, a year in the source, or
such a year is welcome. Paid peer work before is welcome and not required.

Why: Peer jobs are few. Whoever asks for paid years shuts out those who learned the work as
volunteers, and they are most.

Cure: Set `qualifications.volunteer_years_min: 1`, or name the year under `required`; move paid work
to `preferred` or set `paid_experience: asset`.

Source: Toolkit, general job description
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_AT = "qualifications"
_PAID = re.compile(
    r"\bpaid\b.*\b(?:work|experience|employment|role|peer)\b"
    r"|\byears?\b.*\b(?:employment|employed|on the job)\b",
    re.IGNORECASE,
)
# Unpaid peer work, by that name or as people say it.
_VOLUNTEER = re.compile(
    r"\bvolunt|\bunpaid\b|\bpaid or not\b|\bnot paid\b|\binformal(?:ly)?\b|\bless official\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    asked = [str(text) for text in subject.get(f"{_AT}.required", ())]
    welcome = [str(text) for text in subject.get(f"{_AT}.preferred", ())]
    if subject.get(f"{_AT}.paid_experience") == "required":
        yield Miss("Paid peer work is required; it is an asset.", f"{_AT}.paid_experience")
    paid = False
    for number, text in enumerate(asked):
        if _PAID.search(text) and not _VOLUNTEER.search(text):
            paid = True
            message = f"“{text}” is required; paid work is an asset."
            yield Miss(message, f"{_AT}.required.{number}", quote=text)
    years = subject.get(f"{_AT}.volunteer_years_min")
    least = subject.figure("JDS-06.years")
    if years is not None and years < least:
        message = f"{years} years as a volunteer are asked for; at least {least} is usual."
        yield Miss(message, f"{_AT}.volunteer_years_min")
    elif years is None and not paid and not any(map(_VOLUNTEER.search, [*asked, *welcome])):
        message = "No experience as a volunteer in a peer role is asked for."
        yield Miss(message, f"{_AT}.volunteer_years_min")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "a year, as a figure",
            {f"{_AT}.required": ["Peer support training"], f"{_AT}.volunteer_years_min": 1},
        ),
        Example("not called so", {f"{_AT}.required.1": "A year of helping out, paid or not"}),
        Example(
            "welcome and not required",
            {
                f"{_AT}.required": ["Training in peer support"],
                f"{_AT}.preferred": ["A year or more as a volunteer in a drop-in"],
            },
        ),
        Example(
            "paid or as a volunteer", {f"{_AT}.required.1": "A year of paid or volunteer work"}
        ),
    ),
    fails=(
        Example("paid years", {f"{_AT}.required.1": "Three years of paid work as a peer worker"}),
        Example("paid work by its field", {f"{_AT}.paid_experience": "required"}),
        Example("none at all", {f"{_AT}.required": ["Training in peer support"]}),
        Example("no year", {f"{_AT}.volunteer_years_min": 0}),
    ),
)

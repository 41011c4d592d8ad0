"""JDS-12: No degree is asked for that no duty needs.

The general job description asks for none. Where a degree is required, the line says what for, or
that other ways to the same knowledge count.

Why: Illness or hardship often cut people's schooling short. A needless degree shuts out just those
whose experience the role is for.

Cure: Take the degree out of the requirements, or say which duty needs it and what counts instead.

Source: Toolkit, general job description and myths on peer workers
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_DEGREE = re.compile(
    r"(?i:\bdegree\b(?! of)|\b(?:bachelor|master)['’]?s?\b|\bpost-?secondary\b"
    r"|\b(?:college|university)[ -](?:degree|diploma|education|studies|graduate)"
    r"|\bgraduate of\b|\bdiploma in\b)|\b(?:BA|BSc|BSW|MSW|RN)\b"
)
_GIVES_WAY = re.compile(
    r"\b(?:or (?:an? )?(?:equal|equivalent|similar|other|lived|experience)|instead|in place of"
    r"|not (?:\w+ )?(?:needed|required|necessary|asked)|no(?: \w+){1,5}(?: (?:is|are))?"
    r" (?:\w+ )?(?:needed|required|necessary|asked)|no degree|do(?:es)? not (?:ask|need|require)"
    r"|whether or not|welcome|none|because|so that|needed for)\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    lines = {
        f"qualifications.required.{number}": str(text)
        for number, text in enumerate(subject.get("qualifications.required", ()))
    }
    lines["qualifications.education"] = str(subject.get("qualifications.education", ""))
    for path, line in lines.items():
        if _DEGREE.search(line) and not _GIVES_WAY.search(line):
            yield Miss(f"“{line}” is required, and no duty is named that needs it.", path)


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("other ways count", {"qualifications.education": "College diploma or equivalent"}),
        Example("a word with two senses", {"qualifications.education": "A high degree of care"}),
        Example("none of several", {"qualifications.education": "No diploma or degree required"}),
        Example("none, in a sentence", {"qualifications.education": "We do not ask for a degree"}),
        Example("none", {"qualifications.education": "No degree is asked for"}),
    ),
    fails=(Example("a degree", {"qualifications.education": "A bachelor's degree"}),),
)

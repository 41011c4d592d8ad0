"""LEX-01: Lived experience is an essential requirement.

The profile asks for lived experience and says of which kind; the job description names it among
what candidates must bring.

Why: Peer support rests on having been there. A posting that asks only for office skills finds other
people, and leaves those who were meant to apply in doubt.

Cure: Set `qualifications.lived_experience` with `required: true` and the kinds, and keep its
sentence in the job description. Ask for the experience, never for a diagnosis or a history.

Source: Toolkit, general job description; Slides, sample posting (which leaves it out)
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.own_experience import asks_own_experience
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject, sentences
from jdgen.model import Block

_FIELD = "qualifications.lived_experience"
_REQUIREMENTS = slice(2, 4)  # the kind's sections on experience, and on skills
_NAMED = re.compile(
    r"\b(?:lived|living|first-hand|family|caregiver)(?: or \w+)? experience\b"
    r"|\b(?:personal|own)(?: or \w+)? experience (?:of|with)\b"
    r"|\bexperience of (?:their|your) own\b",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(
    r"\b(?:asset|preferred|not (?:required|needed|essential)|optional|nice to have)\b", re.I
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not subject.get(_FIELD):
        yield Miss("Nothing says that candidates need lived experience.", _FIELD)
    elif subject.get(f"{_FIELD}.required", True) is not True:
        yield Miss("Lived experience is not required of candidates.", f"{_FIELD}.required")
    elif not subject.get(f"{_FIELD}.kinds"):
        yield Miss("The profile does not say which lived experience the role needs.", _FIELD)
    else:
        yield from _of_wording(subject)


def _of_wording(subject: ProfileSubject | DocumentSubject) -> Iterator[Miss]:
    """The profile's own sentence, where it speaks of something else."""
    own = str(subject.get(f"{_FIELD}.wording") or "")
    if own and not _speaks_of_it(own):
        message = f"{quoted(own)} says nothing of what candidates have lived themselves."
        yield Miss(message, f"{_FIELD}.wording")


def _speaks_of_it(text: str) -> bool:
    return bool(_NAMED.search(text)) or asks_own_experience(text)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    sections = [subject.section(title) for title in subject.kind.sections[_REQUIREMENTS]]
    asked = [block for section in sections for block in section] if all(sections) else []
    named = [
        (block, sentence)
        for block in asked or subject.body
        for sentence in sentences(block.text)
        if _NAMED.search(sentence) or _is_own_wording(subject, block, sentence)
    ]
    if not named:
        told = list(_of_wording(subject))  # as the profile's own check tells it, to be told once
        yield from told or [Miss("The job description does not ask for lived experience.", _FIELD)]
    elif all(_OPTIONAL.search(sentence) for _, sentence in named):
        block, sentence = named[0]
        yield Miss("Lived experience stands here as a mere asset.", _FIELD, block, quote=sentence)


def _is_own_wording(subject: DocumentSubject, block: Block, sentence: str) -> bool:
    """Whether it is the profile's own sentence on lived experience, in whatever words."""
    own = any(path.startswith(_FIELD) for path in subject.fields_of(block))
    return own and asks_own_experience(sentence)


_BULLET = (
    "You have lived experience of mental health challenges or substance use, and you are at ease "
    "with sharing some of it on purpose to support others."
)

RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    in_document=in_document,
    documents=("job-description",),
    passes=(
        Example(
            "a family role",
            edits={_BULLET: "Family experience of supporting someone close to you."},
            documents=["job-description"],
        ),
        *(
            Example(f"own words: {text}", {f"{_FIELD}.wording": text})
            for text in (
                "You have been homeless yourself and do not mind saying so.",
                "You have done time, and are willing to talk about coming home.",
                "You went through a rough patch as a teenager.",
            )
        ),
    ),
    fails=(
        Example(
            "own words on something else",
            {f"{_FIELD}.wording": "Good computer skills and a friendly manner."},
        ),
        Example("an asset only", {f"{_FIELD}.required": False}),
        Example("not asked for at all", {_FIELD: None}),
        Example("no kind named", {f"{_FIELD}.kinds": []}),
        Example(
            "a document that asks for computer skills alone",
            blocks=[("heading1", "Experience and training"), ("bullet", "Good computer skills.")],
            documents=["job-description"],
        ),
        Example(
            "the requirement was taken out in Word",
            edits={_BULLET: ""},
            documents=["job-description"],
        ),
        Example(
            "a document that makes it optional",
            blocks=[("bullet", "Lived experience is an asset.")],
            documents=["job-description"],
        ),
    ),
)

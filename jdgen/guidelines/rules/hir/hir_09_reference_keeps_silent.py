"""HIR-09: A reference check does not reveal lived experience.

What a referee reads or hears says nothing of lived experience, and gives a neutral title. It holds
for `hiring.reference_script`, for a reference summary, and for a file that calls itself a reference
check, request or letter.

Why: A referee who learns that the job needs lived experience learns something of the applicant's
health. It may be a manager who never knew, and it cannot be taken back.

Cure: Ask about work with the team and the public, name the job by a neutral title, and never attach
the job description.

Source: Toolkit, readiness checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject, sentence_at

_FIELD = "hiring.reference_script"
_KIND = "reference-summary"
_REVEALS = re.compile(
    r"\b(?:lived|living) experiences?\b"
    r"|\bpeer[- ](?:support|work|specialist|role|navigat|mentor|counsel)\w*"
    r"(?: (?:worker|specialist|role))?|\bin recovery\b|\brecovery (?:journey|story|history)\b"
    r"|\bmental (?:illness|health (?:challenge|condition|histor|problem|diagnos|issue)\w*)"
    r"|\bsubstance use\b|\baddictions?\b|\bdiagnos[ei]s\b|\bpsychiatr\w+"
    r"|\b(?:former|past|current) (?:client|patient|participant|service user|consumer)s?\b",
    re.IGNORECASE,
)
_SAID_NOT_TO = re.compile(
    r"\b(?:not|never|no|nothing|without|leave out|leaves out|avoid|n[’']t)\b", re.IGNORECASE
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for found in _revealing(str(subject.get(_FIELD, ""))):
        yield Miss(_told(found.group()), _FIELD, quote=found.group(), start=found.start())


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.kind.name != _KIND:
        return
    for block in subject.body:  # a letterhead may name the organization and what it does
        for found in _revealing(block.text):
            told = _told(found.group())
            yield Miss(told, block=block, quote=found.group(), start=found.start())


def _revealing(text: str) -> Iterator[re.Match[str]]:
    for found in _REVEALS.finditer(text):
        if not _SAID_NOT_TO.search(sentence_at(text, found.start())):
            yield found


def _told(words: str) -> str:
    return f"“{words}” lets a referee guess what the applicant has lived through."


RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    in_document=in_document,
    alone=("word", "text"),
    waivable="by-sentence",
    passes=(
        Example("work alone", {_FIELD: "We ask about work in a team and with the public."}),
        Example(
            "a rule for those who call",
            blocks=[("body", "Never mention lived experience on the phone.")],
            documents=[_KIND],
        ),
    ),
    fails=(
        Example("the script tells", {_FIELD: "The job asks for lived experience of addiction."}),
        Example(
            "the title tells",
            blocks=[("body", "Kim has applied to be a peer support worker with us.")],
            documents=[_KIND],
        ),
    ),
)

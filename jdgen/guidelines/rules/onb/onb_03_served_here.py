"""ONB-03: Precautions are ready for a worker who is or was served here, and nobody is named.

The onboarding checklist has three of them as lines for everyone: privacy, boundaries, and extra
supervision for both sides. The profile never says whether they are needed.

Why: A colleague who can open the worker's own file, or a helper who becomes a co-worker overnight,
harms both. And a profile that says “not applicable” tells all its readers who has used the service.

Cure: Keep the three lines, the same for every worker. Answer `onboarding.item-2` by whether the
precautions are ready, never by “not_applicable”.

Source: Toolkit, onboarding checklist
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

_ANSWER = "onboarding.item-2.status"
_KIND = "onboarding-checklist"
_PRECAUTIONS = {
    "privacy": r"\bprivacy\b|\bprivate\b|\bconfiden|\bown (?:file|record|chart)",
    "boundaries": r"\bboundar|\blimits?\b",
    "extra supervision for both sides": r"\bsupervision\b[^.\n]*\b(?:both|each|everyone|extra)"
    r"|\b(?:extra|more|additional)\b[^.\n]*\bsupervision\b",
}
_IN_DOCUMENT = (
    "Put in a line, the same for every worker, such as “For a worker who is or was served here: "
    "privacy of their own file, boundaries, and extra supervision for both sides”."
)
_SERVED = re.compile(
    r"\b(?:is|was|were|been|has|have|had|who)\b[^.\n]{0,30}\b(?:served|supported|treated|used|use|uses)\b"
    r"|\b(?:current|former|past)(?: or (?:current|former|past))?[- ]\w+(?: \w+)?",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if subject.get(_ANSWER) == "not_applicable":
        message = (
            "“not_applicable” tells every reader of the profile that nobody in the role was served "
            "here, and any other answer the opposite."
        )
        yield Miss(message, _ANSWER)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.kind.name != _KIND:
        return
    texts = [block.text for block in subject.body]
    missing = [
        says
        for says, words in _PRECAUTIONS.items()
        if not any(re.search(words, text, re.IGNORECASE) for text in texts)
    ]
    if not any(_SERVED.search(text) for text in texts):
        missing.insert(0, "a line on workers who are or were served here")
    if missing:
        top = subject.body[0] if subject.body else None
        message = f"The onboarding checklist lacks {listed(missing)}."
        yield Miss(message, block=top, suggestion=_IN_DOCUMENT)


_LINE = (
    "For a worker who is or was served here: privacy of their own file, boundaries, and extra "
    "supervision for both sides."
)

RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    in_document=in_document,
    alone=("word", "text"),
    passes=(
        Example("the precautions are still being settled", {_ANSWER: "in_progress"}),
        Example("one line for everyone", blocks=[("bullet", _LINE)], documents=[_KIND]),
    ),
    fails=(
        Example("it tells on somebody", {_ANSWER: "not_applicable"}),
        Example(
            "privacy alone",
            blocks=[("bullet", "Privacy, if the worker was served here")],
            documents=[_KIND],
        ),
    ),
)

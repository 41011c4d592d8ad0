"""TSK-15: Each duty stands there once.

No two duties say nearly the same.

Why: A duty told twice takes two shares of time, and leaves readers to guess the difference. The
general job description tells “work collaboratively” twice.

Cure: Put the two together and add their shares, or say what sets them apart.

Source: Toolkit, general job description
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from jdgen.guidelines.duty_verdicts import written_duties
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject
from jdgen.guidelines.tasks.words import forms_of

_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = re.compile(
    r"and|the|with|for|that|this|they|their|them|when|where|who|from|your|own|you|one|others?|into"
    r"|are|has|have|not|but|its|which|may|can"
)
Told = TypeVar("Told")


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    duties = [(duty, duty.text) for duty in subject.profile.duties]
    for first, second in _alike(duties, subject.figure("TSK-15.alike")):
        yield Miss(_message(first.text, second.text), f"{second.field}.text")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    written = [(block, block.text) for block in written_duties(subject)]
    for first, second in _alike(written, subject.figure("TSK-15.alike")):
        yield Miss(_message(first.text, second.text), block=second)


def _alike(told: Sequence[tuple[Told, str]], least: float) -> Iterator[tuple[Told, Told]]:
    """Pairs of texts whose words are nearly the same."""
    known = [(one, _words(text)) for one, text in told]
    for (first, left), (second, right) in combinations(known, 2):
        both = left | right
        if min(len(left), len(right)) > 1 and len(left & right) >= float(least) * len(both):
            yield first, second


def _words(text: str) -> frozenset[str]:
    """The words that carry a duty, each in its shortest form."""
    found = (word for word in _WORD.findall(text.lower()) if not _SMALL.fullmatch(word))
    return frozenset(min(forms_of(word), key=lambda form: (len(form), form)) for word in found)


def _message(first: str, second: str) -> str:
    return f"{quoted(second)} says nearly the same as {quoted(first)}."


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    in_document=in_document,
    documents=("job-description",),
    passes=(Example("two kinds of groups", {"duties.7.text": "Lead the Tuesday walking group."}),),
    fails=(
        Example(
            "work together, twice",
            {
                "duties.6.text": "Work collaboratively with the team and other services.",
                "duties.7.text": "Work collaboratively with team members and services.",
            },
        ),
        Example(
            "a document with a line told twice",
            blocks=[
                ("heading1", "Duties"),
                ("bullet", "Work collaboratively with community partners."),
                ("bullet", "Works collaboratively with partners in the community."),
            ],
            documents=["job-description"],
        ),
    ),
)

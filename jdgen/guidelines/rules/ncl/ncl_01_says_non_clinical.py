"""NCL-01: The text says that the role is not clinical.

The job description says so near its top, before the duties. The brochure says so anywhere.

Why: Readers who do not know peer support take it for a kind of treatment. One plain sentence tells
candidates, colleagues and the people supported what to expect, and it keeps clinical tasks out.

Cure: Put a sentence such as “This is a non-clinical role” back: in the job description before the
duties, in the brochure where it says what peer support is.

Source: Toolkit, general job description and task guidelines; Functions page, the explicitly
non-clinical role
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, sentences

_SAYS_SO = re.compile(r"\bnon-?\s?clinical\b|\b(?:not|never) (?:a |any )?clinical\b", re.I)
_ABOUT = re.compile(
    r"\b(?:role|work|worker|position|job|support|peers?|service|it|this|we)\b", re.I
)
_DENIED = re.compile(r"\b(?:not|never|no longer|hardly)\b[^,;]{0,24}\bnon-?\s?clinical", re.I)
_DUTIES = 1  # the kind's second section


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    limit = subject.figure("NCL-01.paragraphs")
    public = subject.kind.audience == "public"
    searched = subject.body if public else subject.before_section(_DUTIES, limit)
    if not any(_says_so(block.text) for block in searched):
        where = "The text never says" if public else "Nothing before the duties says"
        place = searched[0] if searched else None
        yield Miss(f"{where} that the role is not clinical.", "role.non_clinical_statement", place)


def _says_so(text: str) -> bool:
    return any(
        _SAYS_SO.search(told) and _ABOUT.search(told) and not _DENIED.search(told)
        for told in sentences(text)
    )


_TOP = "This is a non-clinical role."
_FOLDED = (
    "Peer support is non-clinical. This means it is not treatment or therapy. The peer worker "
    "does not test you, diagnose you or check on your medication."
)

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("job-description", "brochure"),
    passes=(
        Example(
            "in other words",
            edits={_TOP: "The position is not clinical."},
            documents=["job-description"],
        ),
    ),
    fails=(
        Example(
            "the sentence was taken out in Word", edits={_TOP: ""}, documents=["job-description"]
        ),
        Example(
            "the sentence was turned round",
            edits={_TOP: "This is not a non-clinical role."},
            documents=["job-description"],
        ),
        Example(
            "a brochure without it",
            edits={_FOLDED: "Come as you are."},
            documents=["brochure"],
        ),
    ),
)

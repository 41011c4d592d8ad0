"""HRX-06: Equal opportunity and accommodation are offered, with a contact.

The profile names whom to ask for accommodation; the job description says that everyone is welcome
to apply and how to ask.

Why: Many who are meant to apply will need an adaptation. Without a name to ask they do not apply,
and the law asks for the offer in most places.

Cure: Set `legal.accommodation_contact`, and keep both statements in the document.

Source: HR practice
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

_CONTACT = "legal.accommodation_contact"
_ASKED = {
    "a statement on equal opportunity": re.compile(
        r"\bequal(?:ity)?\b[^.]*\b(?:opportunit|employ)|\bdiscriminat|\bdiversity\b"
        r"|\b(?:all|every) backgrounds?\b",
        re.IGNORECASE,
    ),
    "an offer of accommodation": re.compile(
        r"\baccommodat(?:e|es|ions?)\b|\breasonable adjustments?\b|\badjustments?\b", re.IGNORECASE
    ),
}
_ESSENTIAL = re.compile(r"with or without (?:reasonable )?\w+", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not str(subject.get(_CONTACT, "")).strip():
        yield Miss("Nobody is named whom applicants can ask for accommodation.", _CONTACT)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    texts = [_ESSENTIAL.sub("", block.text) for block in subject.body if block.role == "body"]
    for says, words in _ASKED.items():
        if not any(words.search(text) for text in texts):
            yield Miss(f"The document does not hold {says}.", "legal")


_OPPORTUNITY = (
    "Riverbend is an equal opportunity employer. We choose people by what they bring to the job, "
    "and put nobody at a disadvantage on any ground that human rights law protects. Lived "
    "experience is welcome here as knowledge."
)
_OFFER = (
    "Please tell us if you need accommodation, in hiring or at any time in the job. Ask "
    "hr@riverbend.example. Asking does not count against you, and you do not have to name a "
    "diagnosis."
)

RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    in_document=in_document,
    documents=("job-description",),
    passes=(
        Example(
            "other words",
            edits={_OFFER: "Do you need an adjustment? Call 555-0134."},
            documents=["job-description"],
        ),
    ),
    fails=(
        Example("nobody to ask", {_CONTACT: None}),
        Example("no statement", edits={_OPPORTUNITY: ""}, documents=["job-description"]),
        Example("no offer", edits={_OFFER: ""}, documents=["job-description"]),
    ),
)

"""LEX-03: The text that explains a peer worker has both halves.

It says that a peer worker has lived experience, and that they use it on purpose to support others.

Why: With the first half alone a peer worker is somebody who was once unwell; with the second alone
a helper like all others.

Cure: Add the missing half: they have been there, and they use what they learned to support others.

Source: Toolkit, glossary and brochure section
"""

import re
from collections.abc import Iterator, Sequence

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block

_HAS_LIVED_IT = re.compile(
    r"\b(?:lived|living|own|personal|family|first-hand) experience\b"
    r"|\b(?:been|gone|went|lived) (?:there|through)\b|\bcared for\b",
    re.IGNORECASE,
)
_USES_IT = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|shar(?:e|es|ed|ing)|draw(?:s|ing)?)\b[^.;]*"
    r"\b(?:on purpose|to (?:support|help|be of use)|(?:may|might|can) help)\b",
    re.IGNORECASE,
)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    blocks = _explaining(subject)
    text = " ".join(block.text for block in blocks)
    first = blocks[0] if blocks else None
    if not _HAS_LIVED_IT.search(text):
        yield Miss("It is not said that a peer worker has lived experience.", block=first)
    if not _USES_IT.search(text):
        message = "It is not said that a peer worker uses lived experience on purpose for others."
        yield Miss(message, block=first)


def _explaining(subject: DocumentSubject) -> Sequence[Block]:
    """The part that says who a peer worker is; where no heading announces it, all of the text."""
    asked = next((h for h in subject.headings if h.text.casefold().startswith("who is")), None)
    title = asked.text if asked else next(iter(subject.kind.sections), "")
    return subject.section(title) or subject.body


_BROCHURE = (
    "A peer worker has lived experience. This means they have been through hard times themselves "
    "and know what helped. They are trained to use what they know to support you."
)
RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("job-description", "brochure"),
    passes=(
        Example(
            "other words for both",
            edits={_BROCHURE: "Someone who has been there, and shares it to support you."},
            documents=["brochure"],
        ),
    ),
    fails=(
        Example(
            "someone in recovery who works here",
            edits={_BROCHURE: "A trained person with lived experience who works here."},
            documents=["brochure"],
        ),
        Example(
            "lived experience, but no word on what it is for",
            blocks=[
                ("heading1", "Nature of work"),
                ("body", "The peer worker has lived experience and meets people in groups."),
            ],
            documents=["job-description"],
        ),
    ),
)

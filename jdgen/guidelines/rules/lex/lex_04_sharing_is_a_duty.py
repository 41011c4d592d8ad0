"""LEX-04: Sharing lived experience is an essential duty.

At least one essential duty is to share own lived experience on purpose, where it may help.

Why: It is the one thing that only a peer worker can do. A list of rides, forms and referrals is
another job under the same name.

Cure: Add the duty `use: share-experience` from the library, or say in an essential duty that the
worker shares their own experience in it.

Source: Toolkit, general job description and task guidelines
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject
from jdgen.model import Duty

_SHARES = re.compile(
    r"\bshar(?:e|es|ing)\b[^.;]*\b(?:experiences?|story|stories|been through|lived|cared for)\b",
    re.IGNORECASE,
)
_DUTIES = 1  # the kind's section on essential duties
_MESSAGE = "Sharing one's own lived experience is no essential duty here."


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not any(_is_sharing(duty) for duty in subject.profile.duties):
        yield Miss(_MESSAGE, "duties")


def _is_sharing(duty: Duty) -> bool:
    sharing = duty.more.get("activity_type") == "experiential_sharing"
    lived = duty.uses_lived_experience != "no"
    return duty.kind == "essential" and lived and (sharing or bool(_SHARES.search(duty.text)))


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    title = next(iter(subject.kind.sections[_DUTIES:]), "")
    blocks = subject.section(title) or subject.body
    if not any(_SHARES.search(block.text) for block in blocks):
        yield Miss(_MESSAGE, "duties", blocks[0] if blocks else None)


_SHARE = (
    "Share your own experience, and how you look after yourself, when it may help and participants "
    "want to hear it."
)

RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    in_document=in_document,
    documents=("job-description",),
    passes=(
        Example(
            "sharing inside another duty",
            {
                "duties.0.activity_type": "advocacy",
                "duties.0.text": "Meet participants.",
                "duties.2.text": "Lead two groups a week and share your own story in them.",
            },
        ),
    ),
    fails=(
        Example(
            "a navigator with a car",
            {"duties.0.activity_type": "advocacy", "duties.0.text": "Meet participants."},
        ),
        Example("shared as a side task only", {"duties.0.kind": "marginal"}),
        Example("taken out in Word", edits={_SHARE: ""}, documents=["job-description"]),
    ),
)

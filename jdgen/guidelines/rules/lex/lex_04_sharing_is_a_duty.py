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

from jdgen.guidelines.own_experience import shares_own_experience
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject
from jdgen.model import Duty

_MANNER = re.compile(r"(?:result|how):", re.IGNORECASE)  # how a duty is done, below its text
_DUTIES = 1  # the kind's section on essential duties
_MESSAGE = "Sharing one's own lived experience is no essential duty here."


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    if not any(_is_sharing(duty) for duty in subject.profile.duties):
        yield Miss(_MESSAGE, "duties")


def _is_sharing(duty: Duty) -> bool:
    sharing = duty.more.get("activity_type") == "experiential_sharing"
    lived = duty.uses_lived_experience != "no"
    told = shares_own_experience(duty.text)
    return duty.kind == "essential" and lived and (sharing or told)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    title = next(iter(subject.kind.sections[_DUTIES:]), "")
    blocks = subject.section(title) or subject.body
    duties = [block.text for block in blocks if not _MANNER.match(block.text)]
    if not any(map(shares_own_experience, duties)):
        yield Miss(_MESSAGE, "duties", blocks[0] if blocks else None)


_SHARE = (
    "Share your own experience, and how you look after yourself, when it may help and participants "
    "want to hear it."
)

_UNSAID = {"duties.0.activity_type": "advocacy", "duties.0.text": "Meet participants."}

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
        *(
            Example(f"in plain words: {text}", {**_UNSAID, "duties.2.text": text})
            for text in (
                "Chat with young people about whatever comes up, your own teens included.",
                "Visit parents and tell them what the early months were like for you.",
                "Keep company with veterans and swap stories of your own homecoming.",
                "Sit with people and talk about what helped you.",
            )
        ),
    ),
    fails=(
        *(
            Example(f"others' words: {text}", {**_UNSAID, "duties.2.text": text})
            for text in (
                "Share leaflets with people, and let them choose at their own pace.",
                "Talk with people about their goals and offer rides in your own car.",
            )
        ),
        Example(
            "a navigator with a car",
            {"duties.0.activity_type": "advocacy", "duties.0.text": "Meet participants."},
        ),
        Example("shared as a side task only", {"duties.0.kind": "marginal"}),
        Example("taken out in Word", edits={_SHARE: ""}, documents=["job-description"]),
    ),
)

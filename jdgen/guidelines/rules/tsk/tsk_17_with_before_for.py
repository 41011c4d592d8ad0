"""TSK-17: The worker speaks with people first.

A duty of advocacy is done with the person; the worker speaks or decides for them only when asked
and with their consent.

Why: Speaking for a person is a last step. Speaking together teaches both sides who is to be heard.

Cure: Write “help people say what they need, and speak for them only when asked and with their
consent”.

Source: Toolkit, general duties
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import SPEAKING_FOR, facts_of
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.guidelines.words import with_words

_ASKED = re.compile(
    r"\b(?:consent|permission|asked?|asks|wish(?:es)?|agree(?:s|d|ment)?|invited?"
    r"|with (?:them|people)|together|alongside|beside)\b",
    re.IGNORECASE,
)


# "The nurse, who speaks for the clinic": somebody else's part.
_OF_ANOTHER = re.compile(r",? \b(?:who|which|that)\b[^.;,]*$", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        found = SPEAKING_FOR.search(duty.text)
        if found and _OF_ANOTHER.search(duty.text[: found.start()]):
            continue
        if found and not _ASKED.search(f"{duty.text} {facts_of(duty)}"):
            message = f"{quoted(duty.text)} puts the worker in the place of people."
            yield Miss(message, f"{duty.field}.text", quote=found[0], start=found.start())


_PLAIN = {"duties.5.activity": None, "duties.5.approach": "Be clear and polite."}

RULE = with_words(
    rule(
        __doc__,
        "warning",
        in_profile=in_profile,
        passes=(
            Example(
                "with people, and for them with consent",
                {
                    **_PLAIN,
                    "duties.5.text": "Advocate with participants, and for them with their consent.",
                },
            ),
        ),
        fails=(
            Example(
                "on behalf of people",
                {**_PLAIN, "duties.5.text": "Advocate on behalf of participants."},
            ),
            Example(
                "speaking for people",
                {**_PLAIN, "duties.5.text": "Speak for participants at team meetings."},
            ),
            Example(
                "in people's place in a posting",
                blocks=[
                    ("heading1", "Duties"),
                    ("bullet", "Represent tenants in meetings with landlords"),
                ],
                documents=["job-description"],
            ),
        ),
    ),
    judges="duties",
)

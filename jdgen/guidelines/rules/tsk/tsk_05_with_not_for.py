"""TSK-05: Things are done with people, not for them.

No duty has the worker call, shop, clean, fill in papers or decide in place of the people supported,
where they could take part. What a duty says of its approach, condition or note counts as well.

Why: Doing things for people takes skills and say away from them. Side by side the same hour builds
both, and leaves room for lived experience.

Cure: Say how the person takes part, such as “sit beside people while they phone”.

Source: Toolkit, role-clarity activities 1, 13, 21, 30 and 32
"""

from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import DONE_FOR, SPEAKING_FOR, refused_duties
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.guidelines.words import with_words


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for judged in refused_duties(subject, DONE_FOR):
        duty = judged.duty
        if judged.sign == "in_place" and SPEAKING_FOR.search(duty.text):
            continue  # TSK-17 tells of speaking for people
        message = f"{quoted(duty.text)} is done for people, and not with them."
        yield Miss(message, f"{duty.field}.text", suggestion=judged.suggestion)


def _says(says: str, text: str, **more: str) -> Example:
    changed = {f"duties.4.{name}": value for name, value in more.items()}
    bare = {f"duties.4.{name}": None for name in ("activity", "condition", "distinct_how")}
    return Example(says, {**bare, "duties.4.text": text, **changed})


RULE = with_words(
    rule(
        __doc__,
        "warning",
        in_profile=in_profile,
        passes=(
            _says("side by side", "Phone landlords and offices together with participants."),
            _says(
                "the approach says with whom",
                "Phone landlords for participants.",
                approach="Sit beside them while they do the talking.",
            ),
        ),
        fails=(
            _says("calls", "Phone landlords and offices for participants.", approach="Be quick."),
            _says(
                "papers", "Fill in benefit forms on behalf of participants.", approach="Be exact."
            ),
            Example(
                "calls in a posting",
                blocks=[
                    ("heading1", "Duties"),
                    ("bullet", "Make phone calls to landlords on behalf of residents"),
                ],
                documents=["job-description"],
            ),
        ),
    ),
    judges="duties",
)

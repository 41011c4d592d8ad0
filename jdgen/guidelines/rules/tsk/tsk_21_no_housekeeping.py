"""TSK-21: Housekeeping is not a peer duty.

No duty is to clean, restock or look after rooms. Doing a chore together with a person, as part of a
talk, is another matter.

Why: Cleaning uses no lived experience. Where peer workers do it, it is seen as their place in the
team.

Cure: Leave it to the people hired for it, or share it among all staff and set `duty_of_all`.

Source: Toolkit, role-clarity activity 32
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import DONE_FOR, facts_of, judged_duty
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.guidelines.tasks.reading import read_task

_CHORES = re.compile(
    r"\b(?:clean(?:s|ing)?(?! (?:gear|needle|syringe|suppl|socks|cloth|kit|pipe|and sober|time))"
    r"|re-?stock\w*|housekeep\w*"
    r"|mop(?:s|ping)?|vacuum\w*|laundr\w*|wash(?:es|ing)? (?:up|dishes|the)|dishes"
    r"|tid(?:y|ies|ying)|janitor\w*"
    r"|(?:take|put|empt(?:y|ies))s? (?:out )?the (?:garbage|trash|rubbish|bins?|recycling))\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        found = _CHORES.search(duty.text)
        if not found or duty.more.get("duty_of_all"):
            continue
        beside = read_task(f"{duty.text} {facts_of(duty)}").has("WITH")
        if not beside and judged_duty(subject, duty).sign not in DONE_FOR - {"32"}:
            message = f"{quoted(duty.text)} is housekeeping."
            yield Miss(message, f"{duty.field}.text", quote=found[0], start=found.start())


def _says(says: str, text: str) -> Example:
    plain = {"duties.7.activity": None, "duties.7.approach": "Be thorough."}
    told = {**plain, "duties.7.distinct_how": None, "duties.7.text": text}
    return Example(says, told)


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        _says("side by side", "Do the dishes together with participants after supper."),
        _says("clean is no chore here", "Offer tea, socks and clean supplies on the street."),
    ),
    fails=(
        _says("the unit", "Clean the unit and restock supplies."),
        _says("the bins", "Clean up and put out the bins."),
    ),
)

"""COM-07: The local tasks name real offers.

At least one local task names something a person can come for: a group, a call, a meeting in the
community, help to say what one wants.

Why: “Supports your recovery” could be said of anyone. “Runs two groups a week” is a reason to
come.

Cure: Write what happens, where and how often: “Talks on the phone”, “Meets you at home or in a
café”.

Source: Toolkit, section on communicating the role
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.service_words import WORDS
from jdgen.guidelines.subjects import ProfileSubject

_FIELD = "brochure.local_tasks"
_OTHERS = re.compile(
    r"\b(?:says?|speaks?|tell|talks?|voice|heard|goes? (?:with|along|to)|walks?|visits?|meets?"
    r"|picks? up|answers?|rings?|chats?|texts?|online|warmline|hours?|open|hosts?|cooks?"
    r"|eats?|plays?|brings?|sits?|goes|comes?|drives?|drinks?|makes?|hangs? out"
    r"|nights?|evenings?|mornings?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekly|shows? you"
    r"|appointments?|forms?|classes|drop-in|kitchen|garden|campus|ward|unit)\b",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    tasks = [str(task) for task in subject.get(_FIELD, ())]
    real = [task for task in tasks if any(p.search(task) for p in (*WORDS.values(), _OTHERS))]
    if tasks and not real:
        told = f"“{tasks[0]}”" if len(tasks) == 1 else f"“{tasks[0]}” and the like"
        message = f"The local tasks name nothing that a person can come for: {told}."
        yield Miss(message, _FIELD)


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("brochure",),
    passes=(Example("help to be heard", {_FIELD: ["Helps you say what you want"]}),),
    fails=(Example("generic words", {_FIELD: ["Supports wellness", "Gives hope"]}),),
)

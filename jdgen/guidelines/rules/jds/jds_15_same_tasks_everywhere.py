"""JDS-15: Job description and brochure promise the same.

What the brochure says the worker does here is something the role offers: groups, talk by phone,
meetings in the community.

Why: People come for what the brochure promises. If the job has no time for it, the worker has to
turn them away.

Cure: Take the task out of `brochure.local_tasks`, or make it part of the role: under
`role.services`, `role.support_modes` and as a duty.

Source: Toolkit, onboarding checklist and success checklist (consistent information)
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.service_words import WORDS
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.services import offers

_NAMES = {"groups": "groups", "phone": "talks by phone", "community": "meetings in the community"}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    duties = " ".join(f"{duty.text} {duty.result}" for duty in subject.profile.duties)
    for number, task in enumerate(map(str, subject.get("brochure.local_tasks", ()))):
        for service, words in WORDS.items():
            if words.search(task) and not offers(subject, service) and not words.search(duties):
                message = f"The brochure promises “{task}”, but the role has no {_NAMES[service]}."
                yield Miss(message, f"brochure.local_tasks.{number}", quote=task)


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("brochure",),
    passes=(
        Example(
            "a walk, where people are met outside",
            {"brochure.local_tasks.1": "Walks with you in the park"},
        ),
    ),
    fails=(
        Example(
            "talks by phone that the role does not have",
            {"role.services.phone": False},
        ),
    ),
)

"""STR-07: What strains and what protects is written down on three levels.

The profile holds notes on culture, on structure, and on what anyone can do. They are about the team
and never about one worker.

Why: Where strain is looked for in the person alone, the person is what gets changed.

Cure: Write a line each under `factors.cultural`, `factors.structural` and `factors.individual`,
best after the team has filled in a worksheet together.

Source: Slides, risk and protective factors
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject

_LEVELS = {
    "cultural": "the culture",
    "structural": "the structure",
    "individual": "what anyone can do",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    missing = [says for name, says in _LEVELS.items() if not subject.get(f"factors.{name}")]
    if missing:
        message = f"On what strains and what protects, nothing is noted about {listed(missing)}."
        yield Miss(message, "factors")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    standing="practice",
    checklists=("wellness-factors-worksheet",),
    passes=(
        Example(
            "a line each",
            {
                "factors": {
                    "cultural": "Colleagues ask for the peer view.",
                    "structural": "One peer worker among twelve staff.",
                    "individual": "Time to think after hard visits.",
                }
            },
        ),
    ),
    fails=(
        Example("nothing at all", {"factors": None}),
        Example("culture alone", {"factors": {"cultural": "People say what is hard."}}),
    ),
)

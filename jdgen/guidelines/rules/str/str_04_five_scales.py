"""STR-04: The role has a place on five scales.

On each of five scales from 0 to 100 the profile says where the role stands: direct or indirect,
volunteer or professional, mutual or mentoring, voluntary or not, led by people or by the
institution.

Why: Peer roles differ widely. A place on a scale is quicker to agree on, or to quarrel about, than
a page of text.

Cure: Set each number under `dimensions`; 0 is the first pole. Do it with the worker and the team.

Source: Slides, continuums; Handout, dimensions
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import counted, listed
from jdgen.guidelines.subjects import ProfileSubject

_SCALES = {
    "direct_indirect": "direct or indirect",
    "volunteer_professional": "volunteer or professional",
    "mutual_mentoring": "mutual or mentoring",
    "voluntary_involuntary": "voluntary or not",
    "people_institution": "led by people or by the institution",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    missing = {k: v for k, v in _SCALES.items() if subject.get(f"dimensions.{k}") is None}
    if missing:
        told = listed(missing.values())
        message = f"The role has no place yet on {counted(len(missing), 'scale')} of 5: {told}."
        yield Miss(message, f"dimensions.{next(iter(missing))}")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("role-definition",),
    passes=(
        Example("at the end of a scale", {"dimensions.voluntary_involuntary": 0}),
        Example(
            "a number with a comment",
            {"dimensions.mutual_mentoring": {"value": 40, "comment": "More mentoring in groups."}},
        ),
    ),
    fails=(
        Example(
            "three of five",
            {"dimensions.mutual_mentoring": None, "dimensions.people_institution": None},
        ),
    ),
)

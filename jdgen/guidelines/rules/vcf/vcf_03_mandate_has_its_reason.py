"""VCF-03: A task that strains a value has its reason, its value and a day to look again.

Where the mandate asks for a duty that goes against a value of peer support, the duty says why and
names the value, and the profile has a day of review.

Why: An exception without a reason becomes the rule, and one without a day is never looked at again.

Cure: Write `mandate_reason` and `values` with the duty, and set `review_by`. A duty that conflicts
with the values as a whole, such as therapy, stays an error all the same.

Source: Toolkit, value conflicts
"""

from collections.abc import Iterator

from jdgen.guidelines.facts import activities
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed, quoted
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.model import Duty


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for duty in subject.profile.duties:
        reason = str(duty.more.get("mandate_reason") or "").strip()
        if not (reason or _strains(duty)):
            continue
        missing = {
            "the reason in the mandate": reason,
            "the value that it strains": duty.values,
            "a day of review": subject.get("review_by"),
        }
        lacking = [says for says, told in missing.items() if not told]
        if lacking:
            message = f"{quoted(duty.text)} strains a value of peer support and lacks "
            yield Miss(f"{message}{listed(lacking)}.", duty.field)


def _strains(duty: Duty) -> bool:
    return duty.activity is not None and activities()[duty.activity].against_values


_REASON = "duties.2.mandate_reason"

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description", "value-conflict-worksheet"),
    passes=(Example("all three", {_REASON: "Asked for by the order on community treatment"}),),
    fails=(
        Example("a bare duty", {"duties.2.activity": 52}, also=("TSK-02",)),
        Example(
            "no value named",
            {_REASON: "Asked for by the funder", "duties.2.values": []},
            also=("VAL-02",),
        ),
        Example("never looked at again", {_REASON: "Asked for by the funder", "review_by": None}),
    ),
)

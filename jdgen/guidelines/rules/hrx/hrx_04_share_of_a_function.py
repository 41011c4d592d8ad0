"""HRX-04: An essential function takes between 5 and 25 percent.

Wide blocks are split into several functions; slivers are joined or become marginal. Rows under
`time` are not counted.

Why: A function of 60 percent says nothing about what is done, and one of 2 percent is hardly what
the job exists for.

Cure: Split the duty by its results, or join small ones; set `kind: marginal` where it is one.

Source: HR practice, guides of UVM and UMass
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.rules.hrx import AMERICAN
from jdgen.guidelines.say import percent, quoted
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    least, most = subject.figure("HRX-04.at_least"), subject.figure("HRX-04.at_most")
    for duty in subject.profile.duties:
        if duty.kind == "essential" and not least <= duty.percent <= most:
            way = "split it" if duty.percent > most else "join it with another or call it marginal"
            message = f"{quoted(duty.text)} takes {percent(duty.percent)} of the time: {way}."
            yield Miss(message, f"{duty.field}.percent")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    standing="pack",
    packs=("US",),
    passes=(
        Example("just 25 and just 5", {**AMERICAN, "duties.0.percent": 25, "duties.3.percent": 5}),
    ),
    fails=(
        Example("one row of 30", {**AMERICAN, "duties.0.percent": 30, "duties.1.percent": 4}),
        Example("a sliver", {**AMERICAN, "duties.5.percent": 2, "duties.0.percent": 24}),
    ),
)

"""HRX-11: The job description is looked at again within a year.

The day under `review_by` is no more than 12 months after it came into force. More than 36 months is
too long for any job, and a day that has passed asks for the review now.

Why: Peer roles change fast in their first years. A description of three years ago is the one that
everybody works around.

Cure: Set `review_by` to a day within a year of `effective_date`, and put it into your calendar.

Source: Toolkit, success checklist (yearly); HR practice (three years at most)
"""

from collections.abc import Iterator
from datetime import date

from jdgen.guidelines.measures import months_between
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    start, review = subject.get("effective_date"), subject.get("review_by")
    if not review or not start:
        yield Miss("No day is set for looking at this job description again.", "review_by")
        return
    months = months_between(start, review)
    usual, most = subject.figure("HRX-11.usual"), subject.figure("HRX-11.at_most")
    if review < subject.today:
        yield Miss(f"The review was due by {review.isoformat()}.", "review_by")
    elif months > most:
        message = f"The next review is {months} months off; more than {most} is too long."
        yield Miss(message, "review_by")
    elif months > usual:
        message = f"The next review is {months} months off; {usual} are usual for peer roles."
        yield Miss(message, "review_by")


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("a year on", {"review_by": date(2027, 12, 1)}),),
    fails=(
        Example("five years on", {"review_by": date(2031, 12, 1)}),
        Example("two years on", {"review_by": date(2028, 12, 1)}),
        Example("overdue", today=date(2027, 12, 2)),
        Example("no day set", {"review_by": None}),
    ),
)

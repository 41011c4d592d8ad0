"""TSK-01: Each task fits the role.

Each duty that is not shared by all staff passes five tests: it uses lived experience, builds the
connection, fits the person's own goals, uses the worker's skills, and is not clinical. A declared
activity and what the duty says of itself come before what its words seem to say.

Why: A task that fails a test is someone else's work. Week by week such tasks push the peer work
out.

Cure: Change the duty as suggested, hand it to the profession it belongs to, or declare what the
words leave open: `activity`, `uses_lived_experience`, `duty_of_all`, `condition` or `note`.

Source: Toolkit, task guidelines
"""

from collections.abc import Iterator

from jdgen.guidelines.duty_verdicts import DONE_FOR, DutyVerdict, judged_duties
from jdgen.guidelines.registry import prefix
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.model import Severity

# Reasons that another rule of this group tells of.
_ELSEWHERE = DONE_FOR | {"11", "12", "deliveries", "27", "boundaries", "34", "hidden_experience"}
_CLINICAL = frozenset({"clinical", "20", "37", "46"})
_CONNECTION = frozenset({"22", "45", "confidences", "humiliation"})
_NO_TIE = frozenset({"elsewhere", "nothing_for_it"})


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for judged in judged_duties(subject):
        miss = _of_facts(judged) or _of_words(judged, subject)
        if miss:
            yield miss


def _of_words(judged: DutyVerdict, subject: ProfileSubject) -> Miss | None:
    """What the words of a duty without a declared activity say, where no other rule tells it."""
    duty, told = judged.duty, judged.told
    if judged.declared or told is None or judged.verdict not in ("no", "unsure"):
        return None
    field = f"{duty.field}.text"
    if judged.verdict == "unsure":
        message = f"Whether {quoted(duty.text)} fits the role stays open: {told.question}"
        return Miss(message, field, severity="advice", suggestion=_ANSWER)
    if judged.sign in _ELSEWHERE or judged.sign in _NO_TIE or _told_by_wording(field, subject):
        return None
    if judged.sign == "alike":  # by likeness to known tasks alone: a hint, no more
        message = f"{quoted(duty.text)} may not fit the role. {told.reason}"
        return Miss(message, field, severity="advice", suggestion=judged.suggestion or _ANSWER)
    test, severity = _failed(judged.sign)
    message = f"{quoted(duty.text)} fails the test “{test}”. {told.reason}"
    return Miss(message, field, severity=severity, suggestion=judged.suggestion)


def _of_facts(judged: DutyVerdict) -> Miss | None:
    """A core duty that says itself that lived experience is of no use in it."""
    duty = judged.duty
    group = duty.more.get("activity_type") == "group_facilitation"  # TSK-10 tells of those
    core = duty.kind == "essential" and not duty.more.get("duty_of_all")
    if judged.declared or group or not core or duty.uses_lived_experience != "no":
        return None
    if judged.verdict == "no" and judged.sign not in _NO_TIE | {"alike"}:
        return None
    message = (
        f"{quoted(duty.text)} fails the test “it uses lived experience”: the duty is essential, "
        "uses none, and is not marked as a duty of all staff."
    )
    return Miss(message, f"{duty.field}.uses_lived_experience", severity="warning")


def _told_by_wording(field: str, subject: ProfileSubject) -> bool:
    """Whether a rule on clinical work has its say on this duty already."""
    return any(
        told.block.place == field and prefix(told.finding.rule) == "NCL"
        for told in subject.wording.findings
    )


def _failed(sign: str) -> tuple[str, Severity]:
    if sign in _CLINICAL:
        return "it is not clinical", "error"
    if sign in _CONNECTION:
        return "it builds the connection", "warning"
    return "it fits the person's own goals", "warning"


_ANSWER = (
    "Say it in the text, declare the `activity`, or write under `condition` or `note` how it is "
    "bounded."
)


def _says(
    says: str,
    text: str,
    *,
    severity: Severity = "error",
    also: tuple[str, ...] = (),
    **more: str | None,
) -> Example:
    changed = {f"duties.4.{name}": value for name, value in more.items()}
    told = {"duties.4.activity": None, "duties.4.text": text, **changed}
    return Example(says, told, severity=severity, also=also)


RULE = rule(
    __doc__,
    "error",
    "warning",
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        _says("going along", "Go along with participants to the doctor and stay with them."),
        _says(
            "the duty says how it is meant",
            "Look after participants on hard days.",
            condition="Company and own ways of coping, in service hours.",
        ),
        Example(
            "a duty of all staff",
            {
                "duties.7.activity": None,
                "duties.7.text": "Attend meetings.",
                "duties.7.uses_lived_experience": "no",
                "duties.7.duty_of_all": True,
            },
        ),
    ),
    fails=(
        _says("clinical work", "Take participants' temperatures."),
        _says(
            "control",
            "Do hourly checks.",
            severity="warning",
        ),
        _says(
            "no lived experience in a core duty",
            "Meet with participants.",
            severity="warning",
            uses_lived_experience="no",
        ),
        _says(
            "words that leave it open",
            "Teach participants to manage their symptoms.",
            severity="advice",
            condition=None,
        ),
    ),
)

"""JDS-11: Hours are those that the program needs.

Evenings, weekends and flexible hours come with the need behind them, such as a group. Short hours
are never explained by what peer workers are believed to bear.

Why: A real need can be planned for. A belief about peer workers' strength is a prejudice, and in
print it is evidence of one.

Cure: Name the need under `role.flexible_reason`, such as “The Thursday group meets in the evening”,
and take out any remark on what peer workers can bear.

Source: Toolkit, readiness checklist and general job description
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.guidelines.words import with_words


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    asked = subject.get("role.evenings_weekends") is True
    reason = str(subject.get("role.flexible_reason", "")).strip()
    if asked and not reason and subject.builds("job-description"):
        message = "Evenings or weekends are asked for, but not the need behind them."
        yield Miss(message, "role.evenings_weekends")


RULE = with_words(
    rule(
        __doc__,
        "warning",
        in_profile=in_profile,
        passes=(
            Example(
                "an evening for the group",
                {
                    "role.evenings_weekends": True,
                    "role.flexible_reason": "The Thursday group meets in the evening.",
                },
            ),
        ),
        fails=(
            Example(
                "because peers tire",
                {"role.schedule": "Short shifts, because peer workers tire easily"},
            ),
            Example("evenings without a reason", {"role.evenings_weekends": True}),
            Example(
                "light duties in a posting",
                blocks=[
                    ("heading1", "Working conditions"),
                    ("bullet", "Light duties only, because peers cannot handle stress"),
                ],
                documents=["job-description"],
            ),
        ),
    )
)

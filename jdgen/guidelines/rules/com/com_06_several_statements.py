"""COM-06: The brochure shows three to six of the statements.

Its general part shows several of the service expectation statements, and the one for groups only
where there are groups.

Why: One or two say little, and all seventeen fill the sheet. The full list is the other document.

Cure: Choose three to six numbers under `brochure.statements`.

Source: Toolkit, section on communicating the role and service expectation statements
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import counted
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject
from jdgen.services import offers

_FIELD = "brochure.statements"
_LISTED = {"bullet", "number"}
_GENERAL = 1  # the kind's second section


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for_groups = subject.figure("EXP-01.for_groups")
    chosen = list(subject.get(_FIELD, ()))
    if for_groups in chosen and not offers(subject, "groups"):
        message = f"Statement {for_groups} is about groups; the service has none."
        cure = (
            f"Take {for_groups} out, or set `role.services.groups` if there are groups after all."
        )
        yield Miss(message, f"{_FIELD}.{chosen.index(for_groups)}", suggestion=cure)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    least, most = subject.figure("COM-06.least"), subject.figure("COM-06.most")
    for title in subject.kind.sections[_GENERAL : _GENERAL + 1]:
        shown = [block for block in subject.section(title) if block.role in _LISTED]
        if shown and not least <= len(shown) <= most:
            message = f"“{title}” shows {counted(len(shown), 'statement')}; {least} to {most} fit."
            yield Miss(message, _FIELD, shown[-1])


_FOLDED = ["brochure"]
_HEAD, _LINE = ("heading2", "What do they do?"), ("bullet", "to be listened to.")

RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    in_document=in_document,
    documents=("brochure",),
    passes=(
        Example("the one for groups, where there are groups", {f"{_FIELD}.4": 17}),
        Example("three of them", blocks=[_HEAD, _LINE, _LINE, _LINE], documents=_FOLDED),
    ),
    fails=(
        Example("one of them", blocks=[_HEAD, _LINE], documents=_FOLDED),
        Example("all of them", blocks=[_HEAD, *[_LINE] * 17], documents=_FOLDED),
        Example(
            "groups that the service does not have",
            {
                f"{_FIELD}.4": 17,
                "role.services.groups": False,
                "brochure.local_tasks.0": "Goes for walks with you",
            },
        ),
    ),
)

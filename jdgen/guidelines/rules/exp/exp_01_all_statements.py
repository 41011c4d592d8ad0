"""EXP-01: Every expectation statement is there.

The sheet holds statements 1 to 16. It holds number 17, on groups, only where the service has
groups.

Why: People who are supported hold the sheet as their copy of what was promised, and workers use the
numbers in their notes. A missing number breaks both.

Cure: Put the missing statement back under its number; its words may change, its number may not.
Take number 17 out where there are no groups, or set `role.services.groups` if there are.

Source: Toolkit, service expectation statements and documentation guidelines
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.statements import statement_numbers
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.services import offers


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    always, for_groups = subject.figure("EXP-01.always"), subject.figure("EXP-01.for_groups")
    groups = offers(subject, "groups")
    printed = statement_numbers(subject.body)
    wanted = {*range(1, always + 1), *([for_groups] if groups else [])}
    missing = sorted(wanted - printed.keys())
    if missing:
        some = "statement" if len(missing) == 1 else "statements"
        yield Miss(f"The sheet lacks {some} {listed(map(str, missing))} of {max(wanted)}.")
    if for_groups in printed and not groups:
        message = f"Statement {for_groups} speaks of groups, but the profile says there are none."
        yield Miss(message, "role.services.groups", printed[for_groups])


_FOURTH = "to find out what your community has to offer and where you can learn new things."
_LAST = (
    "if you take part in a group, to be welcome to join in whatever way suits you and the group."
)
_SHEET = ["expectation-statements"]
_LIST = [("number", f"to be met with care, line {line}.") for line in range(1, 18)]

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("expectation-statements",),
    passes=(
        Example(
            "other words under the same number",
            edits={_FOURTH: "to learn what our town offers."},
            documents=_SHEET,
        ),
        Example(
            "no groups, no statement on groups",
            {"role.services.groups": False},
            edits={"17": "", _LAST: ""},
            documents=_SHEET,
        ),
        Example("a list that Word numbers", blocks=_LIST, documents=_SHEET),
    ),
    fails=(
        Example("number 4 was deleted", edits={"4": "", _FOURTH: ""}, documents=_SHEET),
        Example("the words of number 4 were deleted", edits={_FOURTH: ""}, documents=_SHEET),
        Example("a shorter list that Word numbers", blocks=_LIST[:15], documents=_SHEET),
        Example(
            "a group statement without groups",
            {"role.services.groups": False},
            word={"title": "What you can expect"},
            documents=_SHEET,
        ),
    ),
)

"""EXP-01: Every expectation statement is there.

The sheet holds statements 1 to 16. It holds number 17, on groups, only where the service has
groups.

Why: People who are supported hold the sheet as their copy of what was promised, and workers use the
numbers in their notes. A missing number breaks both.

Cure: Put the missing statement back under its number; its words may change, its number may not.
Take number 17 out where there are no groups, or set `role.services.groups` if there are.

Source: Toolkit, service expectation statements and documentation guidelines
"""

import re
from collections.abc import Iterator, Sequence

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block

_NUMBER = re.compile(r"\s*(?:E|No\.\s*)?0?(\d{1,2})(?:[.):\s]|$)")
_ROLES = ("number", "cell", "body", "bullet")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    always, for_groups = subject.figure("EXP-01.always"), subject.figure("EXP-01.for_groups")
    groups = bool(subject.get("role.services.groups"))
    printed = statement_numbers(subject.body)
    wanted = {*range(1, always + 1), *([for_groups] if groups else [])}
    missing = sorted(wanted - printed.keys())
    if missing:
        some = "statement" if len(missing) == 1 else "statements"
        yield Miss(f"The sheet lacks {some} {listed(map(str, missing))} of {max(wanted)}.")
    if for_groups in printed and not groups:
        message = f"Statement {for_groups} speaks of groups, but the profile says there are none."
        yield Miss(message, "role.services.groups", printed[for_groups])


def statement_numbers(blocks: Sequence[Block]) -> dict[int, Block]:
    """The statements by the number they begin with; where Word numbers the list, by their order."""
    typed: dict[int, Block] = {}
    for block in blocks:
        found = _NUMBER.match(block.text) if block.role in _ROLES else None
        if found:
            typed.setdefault(int(found[1]), block)
    counted = [block for block in blocks if block.role == "number"]
    return typed or dict(enumerate(counted, start=1))


_FOURTH = "4. hear about places and chances in the community."
_LAST = "17. take part in a group in the way that suits you, if you join one."

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("expectation-statements",),
    passes=(
        Example(
            "other words under the same number",
            edits={_FOURTH: "4. learn what our town offers."},
            documents=["expectation-statements"],
        ),
        Example(
            "no groups, no statement on groups",
            {"role.services.groups": False},
            edits={_LAST: ""},
            documents=["expectation-statements"],
        ),
    ),
    fails=(
        Example("number 4 was deleted", edits={_FOURTH: ""}, documents=["expectation-statements"]),
        Example(
            "a group statement without groups",
            {"role.services.groups": False},
            edits={_LAST: _LAST[:-1]},
            documents=["expectation-statements"],
        ),
    ),
)

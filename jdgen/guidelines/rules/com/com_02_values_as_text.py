"""COM-02: The core values can be read as text.

All thirteen core values also stand as ordinary text in the brochure, not only behind it.

Why: A watermark is pale and screen readers pass over it. Guides for accessible Word files advise
against watermarks; as text the values reach everyone.

Cure: Put the line of the values back, at the foot of a panel.

Source: Toolkit, section on communicating the role; Word practice
"""

from collections.abc import Iterator

from jdgen.guidelines.core_values import core_values, values_missing_from
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    missing = values_missing_from(block.text for block in subject.body)
    if missing:
        yield Miss(f"Of the core values, {listed(missing)} cannot be read as text here.")


_FOLDED = ["brochure"]
_LINE = ", ".join(core_values().values())

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("brochure",),
    passes=(Example("in one line", blocks=[("body", _LINE)], documents=_FOLDED),),
    fails=(
        Example("hope alone", blocks=[("body", "We believe in hope.")], documents=_FOLDED),
        Example(
            "dignity was taken out",
            blocks=[("body", _LINE.replace("Dignity, ", ""))],
            documents=_FOLDED,
        ),
    ),
)

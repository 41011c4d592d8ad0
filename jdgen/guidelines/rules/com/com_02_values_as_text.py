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
from jdgen.guidelines.sections import parts
from jdgen.guidelines.subjects import DocumentSubject


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    named = [(values_missing_from(b.text for b in part), part) for _, part in parts(subject.body)]
    missing, part = min(named, key=lambda found: len(found[0]))
    if len(missing) == len(core_values()):
        yield Miss("No core value can be read as text here.")
    elif missing:
        message = f"Of the core values, {listed(missing)} cannot be read as text here."
        yield Miss(message, block=part[0])


_FOLDED = ["brochure"]
_LINE = ", ".join(core_values().values())

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("brochure",),
    passes=(Example("in one line", blocks=[("body", _LINE)], documents=_FOLDED),),
    fails=(
        Example("none of them", blocks=[("body", "Welcome.")], documents=_FOLDED),
        Example("hope alone", blocks=[("body", "We believe in hope.")], documents=_FOLDED),
        Example(
            "dignity was taken out",
            blocks=[("body", _LINE.replace("Dignity, ", ""))],
            documents=_FOLDED,
        ),
    ),
)

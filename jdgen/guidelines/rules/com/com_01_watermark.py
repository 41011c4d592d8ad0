"""COM-01: The core values stand behind the brochure.

The brochure has a watermark with all thirteen core values. With `brochure.watermark: false` it is
left out for readers who need a plain page, and the report says so.

Why: The values are what peer support rests on. Behind every panel they are there however the sheet
is folded.

Cure: Put the watermark back in Word under Design, Watermark, or write the document again; if you
want a plain copy, set `brochure.watermark: false`.

Source: Toolkit, section on communicating the role
"""

from collections.abc import Iterator

from jdgen.guidelines.core_values import core_values, values_missing_from
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject

_FIELD = "brochure.watermark"


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.get(_FIELD, True) is False:
        message = "The watermark is switched off: this is the plain copy of the brochure."
        yield Miss(message, _FIELD, severity="advice")
        return
    missing = values_missing_from(subject.text.watermarks)
    if len(missing) == len(core_values()):
        yield Miss("The brochure has no watermark of the core values.", _FIELD)
    elif missing:
        yield Miss(f"The watermark lacks {listed(missing)}.", _FIELD)


_FOLDED = ["brochure"]
_SOME = ("Hope · Recovery · Integrity · Trust", "Authenticity · Lifelong learning")

RULE = rule(
    __doc__,
    "error",
    "advice",
    in_document=in_document,
    documents=("brochure",),
    passes=(
        Example(
            "one line with all of them",
            word={"watermarks": (", ".join(core_values().values()),)},
            documents=_FOLDED,
        ),
    ),
    fails=(
        Example("none", word={"watermarks": ()}, documents=_FOLDED),
        Example("some of the values only", word={"watermarks": _SOME}, documents=_FOLDED),
        Example(
            "switched off",
            {_FIELD: False},
            word={"watermarks": ()},
            documents=_FOLDED,
            severity="advice",
        ),
    ),
)

"""COM-08: There is a quote, or a word that there is none yet.

The brochure shows at least one quote in quotation marks, or says that there is none to share yet.

Why: An empty panel looks like a mistake, and tempts somebody to fill it with invented words.

Cure: Ask people for a sentence, with consent, and add it under `brochure.quotes`; until then keep
the line that says there is none yet.

Source: Toolkit, section on communicating the role
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject

_FIELD = "brochure.quotes"
_QUOTE = re.compile(r"^\s*[“\"‘«].{2,}")
_NONE_YET = re.compile(
    r"\bno quotes?\b|\bquotes? (?:yet|to share|will|soon)\b|\bin their own words soon\b",
    re.IGNORECASE,
)


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if not any(_QUOTE.search(b.text) or _NONE_YET.search(b.text) for b in subject.body):
        head = next((b for b in subject.headings if "say" in b.text.casefold()), None)
        yield Miss("There is no quote, and no word that there is none yet.", _FIELD, head)


_FOLDED = ["brochure"]

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    documents=("brochure",),
    passes=(
        Example("a quote", blocks=[("body", "“I felt heard.”")], documents=_FOLDED),
        Example("none yet", blocks=[("body", "We have no quotes yet.")], documents=_FOLDED),
    ),
    fails=(
        Example(
            "a heading above nothing",
            blocks=[("heading1", "What people say"), ("heading1", "How to reach us")],
            documents=_FOLDED,
        ),
    ),
)

"""WRF-06: The layout is Word's, not made by hand.

No empty paragraphs for room, no tabs or rows of spaces to push text about, lists are real lists,
and tables repeat their header row.

Why: What looks right on one screen falls apart on the next, and screen readers read each blank and
each dash aloud.

Cure: Set the space before and after in the style, use Word's list and table commands, and tick
Repeat Header Rows under Layout.

Source: Word practice, accessibility
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import counted
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block

_PUSHED = re.compile(r"\t| {3,}")
_TYPED_BULLET = re.compile(r"^\s*[-–—•*·▪◦]\s+\w")
_WITHOUT_LIST = {"body", "cell"}


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    blocks = list(subject.text.body())
    empty = [block for block in blocks if block.empty_for_space]
    pushed = [block for block in blocks if _PUSHED.search(block.text)]
    dashes = [b for pair in pairwise(blocks) if all(map(_typed_bullet, pair)) for b in pair]
    yield from _told(
        empty, "paragraph is empty and only makes", "paragraphs are empty and only make", "room"
    )
    yield from _told(
        pushed, "paragraph uses", "paragraphs use", "tabs or rows of spaces for layout"
    )
    if dashes:
        yield Miss("Lines that begin with typed dashes stand here for a list.", block=dashes[0])
    for place in subject.text.tables_without_header:
        yield Miss(f"The table at “{place}” has no header row that repeats on the next page.")


def _typed_bullet(block: Block) -> bool:
    """A line that begins with a dash; one alone may tell who said a quote."""
    return block.role in _WITHOUT_LIST and bool(_TYPED_BULLET.search(block.text))


def _told(found: Sequence[Block], one: str, many: str, rest: str) -> Iterator[Miss]:
    if found:
        yield Miss(f"{counted(len(found), one, many)} {rest}.", block=found[0])


_JOB = ["job-description"]
_EMPTY = Block("word/document.xml", 0, "body", "", empty_for_space=True)

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    passes=(
        Example(
            "a real list, and a dash before a name",
            blocks=[("bullet", "Listens well"), ("body", "– A participant")],
            documents=_JOB,
        ),
    ),
    fails=(
        Example("two empty paragraphs", blocks=[_EMPTY, _EMPTY], documents=_JOB),
        Example("text pushed by a tab", blocks=[("body", "Pay:\t24 dollars")], documents=_JOB),
        Example(
            "typed dashes",
            blocks=[("body", "- Listens well"), ("body", "- Keeps promises")],
            documents=_JOB,
        ),
        Example(
            "a table without header row",
            word={"tables_without_header": ("Time at a glance",)},
            documents=_JOB,
        ),
    ),
)

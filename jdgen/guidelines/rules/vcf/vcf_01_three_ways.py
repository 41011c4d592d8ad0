"""VCF-01: The worksheet asks for at least three ways, each with benefits and risks.

The worksheet for a conflict of values has room for the situation, and a table with a row for each
way to act, its benefits and its risks.

Why: With one row it is a form for saying no. The third way is the one that nobody saw before they
had to fill the row.

Cure: Head the columns “Approach”, “Benefits” and “Risks”, and leave three rows or more.

Source: Toolkit, value conflicts
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import counted, listed
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block

_ASKED = {
    "the situation": r"\bsituation\b|\bwhat happened\b|\bthe case\b",
    "the ways to act": r"\bapproach(?:es)?\b|\bways? to act\b|\boptions?\b",
    "their benefits": r"\bbenefits?\b|\badvantages?\b|\bgood about\b",
    "their risks": r"\brisks?\b|\bdisadvantages?\b|\bdrawbacks?\b",
}
_HEAD = re.compile(_ASKED["the ways to act"], re.IGNORECASE)
_ROW = re.compile(r"\brow \d+$")
_TEXT = "text"  # the part of a plain text, whose blank rows nobody can count


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    texts = [block.text for block in subject.body]
    missing = [
        says
        for says, words in _ASKED.items()
        if not any(re.search(words, text, re.IGNORECASE) for text in texts)
    ]
    top = subject.body[0] if subject.body else None
    if missing:
        yield Miss(f"The worksheet does not ask for {listed(missing)}.", block=top)
    wanted = subject.figure("VCF-01.rows")
    head, rows = _rows(list(subject.text.body()))
    if head and head.part != _TEXT and rows < wanted:
        message = (
            f"The table has room for {counted(rows, 'way', 'ways')} to act; there are always "
            f"{wanted} or more."
        )
        yield Miss(message, block=head)


def _rows(blocks: list[Block]) -> tuple[Block | None, int]:
    """The head of the longest table of ways, and how many rows stand below it, blank ones too."""
    best: tuple[Block | None, int] = (None, 0)
    for number, block in enumerate(blocks):
        if block.role != "header-cell" or not _HEAD.search(block.text):
            continue
        places = set()
        for below in blocks[number + 1 :]:
            if below.role == "cell" and _ROW.search(below.place):
                places.add(below.place)
            elif below.role != "header-cell":
                break
        if best[0] is None or len(places) > best[1]:
            best = block, len(places)
    return best


def _table(rows: int) -> list[Block]:
    blocks = [Block("word/document.xml", 0, "body", "The situation:")]
    for word in ("Approach", "Benefits", "Risks"):
        blocks.append(Block("word/document.xml", len(blocks), "header-cell", word))
    for row in range(rows):
        place = f"Ways, row {row + 2}"
        blocks.append(Block("word/document.xml", len(blocks), "cell", " ", place=place))
    return blocks


_SHEET = ["value-conflict-worksheet"]

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("value-conflict-worksheet",),
    alone=("word", "text"),
    passes=(Example("three blank rows", blocks=_table(3), documents=_SHEET),),
    fails=(
        Example("one row", blocks=_table(1), documents=_SHEET),
        Example("a blank page", blocks=[("heading1", "The situation")], documents=_SHEET),
    ),
)

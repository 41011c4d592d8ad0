"""WRD-12: Borrowed words stand in quotation marks, with their author.

A well-known definition that is copied word for word is marked as a quotation and names who wrote
it, in the same paragraph or the next.

Why: A sentence that is not yours and does not say so is taken for your promise, and its author is
owed the line.

Cure: Say it in your own plain words, or put it in quotation marks with author and year.

Source: Toolkit, brochure and documentation guidelines; Recruitment page
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block
from jdgen.yaml_source import load_data

_DATA = Path(__file__).parents[2] / "facts" / "borrowed.yaml"
_MARKS = re.compile(r"[“”\"«»]")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    blocks = subject.body
    for number, block in enumerate(blocks):
        told: set[str] = set()
        for words, whose, author in _borrowed():
            found = words.search(block.text)
            if not found or whose in told:
                continue
            told.add(whose)
            missing = _missing(block, blocks[max(number - 1, 0) : number + 2], author)
            if missing:
                message = f"“{found.group()}” is {whose}, without {listed(missing)}."
                yield Miss(message, block=block, quote=found.group(), start=found.start())


def _missing(block: Block, near: Sequence[Block], author: re.Pattern[str]) -> list[str]:
    marked = block.role == "quote" or bool(_MARKS.search(block.text))
    named = any(author.search(other.text) for other in near)
    return ([] if marked else ["quotation marks"]) + ([] if named else ["its author"])


@cache
def _borrowed() -> list[tuple[re.Pattern[str], str, re.Pattern[str]]]:
    told: list[dict[str, Any]] = load_data(_DATA)
    return [(_loosely(one["words"]), one["whose"], re.compile(one["author"])) for one in told]


def _loosely(words: str) -> re.Pattern[str]:
    """The words in a row, whatever spaces and marks are between them."""
    parts = re.findall(r"\w+", words)
    return re.compile(r"\b" + r"\W{1,3}".join(parts) + r"\b", re.IGNORECASE)


_WORDS = "a process of change through which individuals improve their health and wellness"
_FOLDED = ["brochure"]

RULE = rule(
    __doc__,
    "advice",
    in_document=in_document,
    alone=("word", "text"),
    passes=(
        Example(
            "marked, with its author",
            blocks=[("body", f"Recovery is “{_WORDS}” (SAMHSA, 2012).")],
            documents=_FOLDED,
        ),
        Example(
            "own words",
            blocks=[("body", "Recovery means living a life you find worth living.")],
            documents=_FOLDED,
        ),
    ),
    fails=(
        Example("unmarked", blocks=[("body", f"Recovery is {_WORDS}.")], documents=_FOLDED),
        Example("nobody named", blocks=[("body", f"Recovery is “{_WORDS}”.")], documents=_FOLDED),
    ),
)

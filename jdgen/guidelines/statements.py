"""The service expectation statements as a Word file shows them, by their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jdgen.model import Block

_NUMBER = re.compile(r"\s*(?:E|No\.\s*)?0?(\d{1,2})(?:[.):\s]|$)")
_CELL = re.compile(r"\s*E?\d{1,2}\.?\s*")
_STEM = re.compile(r"\byou can expect\b", re.IGNORECASE)


def statement_numbers(blocks: Sequence[Block]) -> dict[int, Block]:
    """The statements by number, each with the paragraph that holds its words.

    Numbers stand in a cell before that of the words, or begin a paragraph; where Word numbers the
    list, they are counted.
    """
    in_cells: dict[int, Block] = {}
    cells = [block for block in blocks if block.role == "cell"]
    for cell, words in pairwise(cells):
        if _CELL.fullmatch(cell.text) and not _CELL.fullmatch(words.text):
            in_cells.setdefault(int(cell.text.strip(" E.")), words)
    typed: dict[int, Block] = {}
    for block in blocks:
        found = _NUMBER.match(block.text)
        if found:
            typed.setdefault(int(found[1]), block)
    return in_cells or typed or dict(enumerate(_counted(blocks), start=1))


def counted_by_word(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs that Word numbers, where no number of a statement is typed."""
    typed = any(_NUMBER.match(block.text) for block in blocks)
    return [] if typed else _counted(blocks)


def words_of(block: Block) -> str:
    """The words of a statement without the number before them."""
    return _NUMBER.sub("", block.text, count=1).strip()


def stem_of(blocks: Sequence[Block]) -> Block | None:
    """The paragraph that all statements read on from."""
    return next((block for block in blocks if _STEM.search(block.text)), None)


def _counted(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.role == "number"]

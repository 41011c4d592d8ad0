"""Places that tell neighbours apart: "Required, bullet 2" where several stand under one heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from jdgen.model import Block

_COUNTED = {"body": "paragraph", "bullet": "bullet", "number": "item", "textbox": "paragraph"}


def number_places(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with a number in the place of each that shares it with others of its role.

    Headings, cells (which have their row) and empty paragraphs keep their places.
    """
    keys = [_key(block) for block in blocks]
    many = Counter(keys)
    seen: Counter[tuple[str, ...]] = Counter()
    numbered = []
    for block, key in zip(blocks, keys, strict=True):
        seen[key] += 1
        if key and many[key] > 1:
            place = f"{block.place}, {_COUNTED[block.role]} {seen[key]}"
            numbered.append(replace(block, place=place))
        else:
            numbered.append(block)
    return tuple(numbered)


def _key(block: Block) -> tuple[str, ...]:
    """What blocks are counted by; nothing for those that are not counted."""
    if block.role not in _COUNTED or not block.text.strip():
        return ()
    return (block.part, block.place, block.role)

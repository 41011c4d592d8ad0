"""Which of the nine fields a paragraph stands in, told by the headings above it and its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jdgen.model import Block
from jdgen.yaml_source import load_data

_DATA = Path(__file__).parent / "facts" / "sections.yaml"
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r"\s*[“\"«].*[”\"»]\W*$", re.DOTALL)
_LIST_ROLES = {"bullet", "number", "cell"}
_BODY = "word/document.xml"
_TITLE_LEVEL = 0


def fields_of(
    blocks: Sequence[Block], *, field: str = "", kind: str = "", public: bool = False
) -> Iterator[tuple[Block, str]]:
    """Each paragraph that holds words, with its field; comments are left out.

    `field` is the one that holds for all, `kind` the kind of a document of jdgen's, `public` says
    that people supported read it. Else the nearest heading that tells decides, then the shape:
    bullets and cells are duties, the rest is the purpose of the role.
    """
    by_kind = _data()["kinds"].get(kind, "brochure" if public else "")
    headings: list[tuple[int, str]] = []
    table = ""
    for block in blocks:
        if not block.text.strip() or block.role == "comment":
            continue
        if field:
            yield block, field
            continue
        level = _level(block)
        if level is not None:
            headings = [(other, told) for other, told in headings if other < level]
            headings.append((level, field_of_heading(block.text)))
        if block.role == "header-cell":
            table = field_of_heading(block.text) or table
        elif block.role != "cell":
            table = ""
        inherited = next((told for _, told in reversed(headings) if told), "")
        yield block, _field(block, table or inherited, by_kind)


def _field(block: Block, section: str, by_kind: str) -> str:
    if block.role == "quote" or (section != "duty" and _QUOTED.match(block.text)):
        return "quote"
    if by_kind:
        return section if section in {"quote", "worker_profile"} else by_kind
    if section and (block.part in (_BODY, "text") or block.role == "textbox"):
        return section
    return "duty" if block.role in _LIST_ROLES else "purpose"


def _level(block: Block) -> int | None:
    if block.role == "title":
        return _TITLE_LEVEL
    number = block.role.removeprefix("heading")
    return int(number) if block.role.startswith("heading") and number.isdigit() else None


@cache
def field_of_heading(heading: str) -> str:
    """The field that a heading tells of, "" for none."""
    words = f" {' '.join(_WORDS.findall(heading.lower().replace('’', chr(39))))} "
    found = [
        (len(phrase), field)
        for field, phrases in _data()["headings"].items()
        for phrase in phrases
        if f" {phrase} " in words
    ]
    return str(max(found)[1]) if found else ""


@cache
def _data() -> dict[str, Any]:
    told: dict[str, Any] = load_data(_DATA)
    return told

"""What Word computes by itself: which results are text that people write, and which are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jdgen.word.markup import P, T, qn

FLD_CHAR, INSTR, FLD_TYPE = qn("w:fldChar"), qn("w:instrText"), qn("w:fldCharType")
_FLD_SIMPLE, _DRAWN_P, _DRAWN_T = qn("w:fldSimple"), qn("a:p"), qn("a:t")
_WRITTEN_BY_PEOPLE = ("HYPERLINK", "FORMTEXT", "QUOTE")
# Those that change from day to day or page to page: nobody types over their results for good.
_EVER_CHANGING = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "DATE", "TIME", "SAVEDATE",
        "PRINTDATE", "CREATEDATE", "EDITTIME", "REVNUM", "NUMWORDS", "NUMCHARS", "FILESIZE",
    )
)  # fmt: skip
# Those whose results are whole paragraphs.
_OVERVIEWS = frozenset(("TOC", "TOA", "INDEX", "BIBLIOGRAPHY"))
# Switches say how a result looks, and are written anew at a save: \h, \* MERGEFORMAT, \@ "d MMMM".
_SWITCHES = re.compile(r'\\(?:[*@#]\s*(?:"[^"]*"|\S+)|[^\s\\])')
# Elements that are fields by themselves, from before there were fields.
PLAIN_FIELDS = frozenset(
    qn(f"w:{tag}")
    for tag in (
        "dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong", "pgNum",
    )
)  # fmt: skip


def name_of(instruction: str) -> str:
    """The kind of a field: `PAGE \\* MERGEFORMAT` is a `PAGE`."""
    return instruction.split(maxsplit=1)[0].upper() if instruction.split() else ""


def field_key(instruction: str) -> str:
    """What a field is known by, whatever its switches.

    It begins with "count:" where no person would type over the result, else with "field:".
    """
    bare = " ".join(_SWITCHES.sub(" ", instruction).split())
    return f"{'count' if name_of(instruction) in _EVER_CHANGING else 'field'}:{bare}"


def is_written(instruction: str) -> bool:
    """Whether the result of a field is text that people write."""
    return instruction.upper().lstrip().startswith(_WRITTEN_BY_PEOPLE)


class _Open:
    """A field that has begun: its instruction so far, and whether its result has begun."""

    def __init__(self) -> None:
        self.instruction = ""
        self.shows = False


def _follow(fields: list[_Open], item: etree._Element) -> None:
    """Keeps account of the fields that are open at an element of the text."""
    if item.tag == INSTR and fields:
        fields[-1].instruction += item.text or ""
    kind = item.get(FLD_TYPE) if item.tag == FLD_CHAR else None
    if kind == "begin":
        fields.append(_Open())
    elif kind == "separate" and fields:
        fields[-1].shows = True
    elif kind == "end" and fields:
        fields.pop()


def said(element: etree._Element) -> str:
    """The words of a box or a note as people wrote them, without results that are computed."""
    parts: list[str] = []
    fields: list[_Open] = []
    for item in element.iter(P, T, FLD_CHAR, INSTR, _DRAWN_P, _DRAWN_T):
        _follow(fields, item)
        if item.tag in (P, _DRAWN_P):
            parts.append(" ")
        elif item.tag in (T, _DRAWN_T):
            hidden = any(not is_written(field.instruction) for field in fields)
            if not hidden and next(item.iterancestors(_FLD_SIMPLE), None) is None:
                parts.append(item.text or "")
    return " ".join("".join(parts).split())


def computed_paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of tables of contents and the like, which programs write anew."""
    fields: list[_Open] = []
    paragraph: etree._Element | None = None
    for item in root.iter(P, FLD_CHAR, INSTR):
        _follow(fields, item)
        if item.tag == P:
            paragraph = item
        inside = any(f.shows and name_of(f.instruction) in _OVERVIEWS for f in fields)
        if inside and paragraph is not None:
            yield paragraph

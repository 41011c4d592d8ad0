"""Reading a Word file: what a person sees of it, part by part, as plain values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from jdgen.model import Block, WordText
from jdgen.word import markup
from jdgen.word.markup import TBL, TR, child, every, qn, switched_on, value
from jdgen.word.opening import open_word_file
from jdgen.word.package import MAIN, Package
from jdgen.word.places import Placed, in_old_copy, placed_paragraphs
from jdgen.word.properties import core_properties, document_id_of
from jdgen.word.styles import StyleSheet
from jdgen.word.watermark import SHAPE_NAME

_REVISIONS = (
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", "w:sectPrChange",
    "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:cellIns", "w:cellDel", "w:numberingChange",
)  # fmt: skip
_REASONS = (
    "w:drawing", "w:pict", "w:object", "w:br", "w:sectPr", "w:fldChar", "w:fldSimple", "w:sdt",
    "w:del", "m:oMath",
)  # fmt: skip
_PART_ROLES = {"header": "header", "footer": "footer", "footnotes": "note", "endnotes": "note"}
_HEX = re.compile(r"[0-9A-Fa-f]{1,8}")
_DRAWN_PLACES = {"diagramData": "Diagram", "chart": "Chart"}
_WATERMARK = SHAPE_NAME.lower()
_HIDDEN_NOTES = {"separator", "continuationSeparator", "continuationNotice"}


def read_text(data: bytes, *, name: str = "") -> WordText:
    """All text of a Word file with roles and places; raises WordFileError with `name` in it.

    Main text first, then headers, footers, notes and comments. Tracked deletions are left out,
    tracked insertions are in.
    """
    package = open_word_file(data, name)
    sheet = StyleSheet(package)
    is_heading = heading_test(sheet)
    blocks: list[Block] = []
    revisions = comments = 0
    watermarks: list[str] = []
    headless: list[str] = []
    for member, role in _readable(package):
        root = package.root(member)
        revisions += sum(1 for _ in every(root, *_REVISIONS))
        comments += sum(1 for _ in every(root, "w:comment"))
        watermarks += _watermarks(root)
        label = MAIN if member == package.main else member
        placed = list(placed_paragraphs(root, label, is_heading))
        blocks += [_block(p, label, role, sheet) for p in placed if not _hidden_note(p)]
        headless += _tables_without_header(root, placed) if member == package.main else []
        blocks += _drawn(package, member)
    core = core_properties(package)
    return WordText(
        blocks=tuple(blocks),
        title=core.title,
        language=core.language or sheet.language,
        revisions=revisions,
        comments=comments,
        watermarks=tuple(watermarks),
        tables_without_header=tuple(headless),
        document_id=document_id_of(package),
    )


def _readable(package: Package) -> Iterator[tuple[str, str]]:
    """The members that hold text, each with the role that its paragraphs have, "" for any."""
    yield package.main, ""
    for kind, role in _PART_ROLES.items():
        for member in package.related(kind):
            yield member, role
    for member in package.related("comments"):
        yield member, "comment"


def heading_test(sheet: StyleSheet) -> Callable[[etree._Element], bool]:
    """A test whether a paragraph is a heading or title by its style."""
    return lambda paragraph: sheet.role(paragraph).startswith(("heading", "title"))


def _drawn(package: Package, member: str) -> Iterator[Block]:
    """The words in diagrams and charts of a part, which stand in parts of their own."""
    for kind, path in package.relationships(member).values():
        if kind not in _DRAWN_PLACES or path not in package.members:
            continue
        for index, paragraph in enumerate(every(package.root(path), "a:p")):
            text = "".join(found.text or "" for found in every(paragraph, "a:t"))
            if text.strip():
                yield Block(path, index, "textbox", text, place=_DRAWN_PLACES[kind])


def _hidden_note(placed: Placed) -> bool:
    note = next(placed.element.iterancestors(qn("w:footnote"), qn("w:endnote")), None)
    return note is not None and note.get(qn("w:type")) in _HIDDEN_NOTES


def _block(placed: Placed, member: str, part_role: str, sheet: StyleSheet) -> Block:
    return Block(
        part=member,
        index=placed.index,
        role=_role(placed, part_role, sheet),
        text=placed.text,
        style=sheet.name_of(placed.element),
        place=placed.place,
        alt=_alternative_texts(placed.element),
        inserted=placed.inserted,
        empty_for_space=member == MAIN and _only_makes_room(placed),
    )


def _role(placed: Placed, part_role: str, sheet: StyleSheet) -> str:
    if part_role:
        return part_role
    if placed.text_box:
        return "textbox"
    role = sheet.role(placed.element)
    if role == "body" and placed.in_table:
        return "header-cell" if placed.header_row else "cell"
    return role


def _alternative_texts(paragraph: etree._Element) -> tuple[str, ...]:
    """The alternative text of each picture of a paragraph; decorative ones are left out."""
    found: list[str] = []
    for drawing in every(paragraph, "w:drawing", "w:pict"):
        owner = next(drawing.iterancestors(markup.P), None)
        if owner is not paragraph or in_old_copy(drawing):
            continue
        if drawing.tag == qn("w:pict"):
            found += _old_pictures(drawing)
            continue
        for properties in every(drawing, "wp:docPr"):
            if not _decorative(properties):
                found.append(
                    " ".join((properties.get("descr") or properties.get("title") or "").split())
                )
    return tuple(found)


def _old_pictures(picture: etree._Element) -> list[str]:
    """Alternative texts of VML pictures; a shape without an image is a drawing of lines."""
    shapes = [s for s in every(picture, "v:shape", "v:rect") if list(every(s, "v:imagedata"))]
    return [shape.get("alt", "") for shape in shapes]


def _decorative(properties: etree._Element) -> bool:
    return any(mark.get("val") in {"1", "true"} for mark in every(properties, "adec:decorative"))


def _watermarks(root: etree._Element) -> list[str]:
    """The texts of the shapes that Word's own Watermark command makes and removes."""
    texts: list[str] = []
    for shape in every(root, "v:shape"):
        names = (shape.get("id", "") + shape.get(qn("o:spid"), "")).lower()
        if _WATERMARK in names:
            texts += [path.get("string", "") for path in every(shape, "v:textpath")] or [""]
    for properties in every(root, "wp:docPr"):
        if _WATERMARK in properties.get("name", "").lower():
            frame = properties.getparent()
            words = " ".join(t.text or "" for t in every(frame, "w:t")) if frame is not None else ""
            texts.append(words)
    return texts


def _tables_without_header(root: etree._Element, placed: list[Placed]) -> list[str]:
    """The places of tables with more than one row of which none repeats as a header."""
    places: dict[etree._Element, str] = {}
    for found in placed:
        for table in found.element.iterancestors(TBL):
            places.setdefault(table, found.place.rpartition(", row")[0] or found.place)
    found_tables: list[str] = []
    for table in root.iter(TBL):
        rows = [row for row in table.iter(TR) if next(row.iterancestors(TBL), None) is table]
        header = any(switched_on(row, "w:trPr/w:tblHeader") for row in rows)
        if table in places and len(rows) > 1 and not header and not _layout(table):
            found_tables.append(places[table])
    return found_tables


def _layout(table: etree._Element) -> bool:
    """Whether a table has its headers in the first column, or says that it only lays out.

    Word keeps the first in the table's look, the second is a word of the table's description.
    """
    side = _look(table, "w:firstColumn", 0x80) and not _look(table, "w:firstRow", 0x20)
    return side or "layout" in value(table, "w:tblPr/w:tblDescription").lower()


def _look(table: etree._Element, name: str, bit: int) -> bool:
    """One choice of a table's look, written as an attribute or as a bit."""
    look = child(table, "w:tblPr/w:tblLook")
    if look is None:
        return False
    written = look.get(qn(name))
    if written is not None:
        return written in {"1", "true", "on"}
    bits = look.get(markup.VAL, "")
    return _HEX.fullmatch(bits) is not None and bool(int(bits, 16) & bit)


def _only_makes_room(placed: Placed) -> bool:
    """Whether a paragraph is empty and there for no reason but to make room.

    One that ends a cell, parts two tables, ends the file after a table, or holds a picture, a
    break, a field or a section has a reason.
    """
    element = placed.element
    if placed.text.strip() or any(True for _ in every(element, *_REASONS)):
        return False
    following, previous = _neighbour(element, 1), _neighbour(element, -1)
    after_table = previous is not None and previous.tag == TBL
    ends = following is None or following.tag == markup.SECT_PR
    return (not ends and not (after_table and following is not None and following.tag == TBL)) or (
        ends and previous is not None and previous.tag == markup.P
    )


def _neighbour(element: etree._Element, step: int) -> etree._Element | None:
    found = element.getnext() if step > 0 else element.getprevious()
    while found is not None and found.tag not in {markup.P, TBL, markup.SECT_PR}:
        found = found.getnext() if step > 0 else found.getprevious()
    return found

"""Every paragraph of a part with its text and its place in words, as a reader would say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from jdgen.word.markup import TBL, TR, P, R, child, qn, switched_on, value
from jdgen.word.panels import Panels, sections_of

_TEXT = {qn("w:t"), qn("m:t")}
_GONE = {qn("w:del"), qn("w:moveFrom"), qn("mc:Fallback"), P, qn("w:pPr"), qn("w:rPr")}
_THERE = {qn("w:ins"), qn("w:moveTo")}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
}
_NOTES = {qn(f"w:{kind}"): kind.capitalize() for kind in ("footnote", "endnote", "comment")}
_BREAK, _TYPE = qn("w:br"), qn("w:type")
_FALLBACK, _TEXT_BOX = qn("mc:Fallback"), qn("w:txbxContent")


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph's text as Word shows it; `inserted` says that tracked insertions are in it."""

    text: str
    inserted: bool


def paragraph_text(paragraph: etree._Element) -> Text:
    """The text of one paragraph: tracked deletions left out, insertions and fields' results in.

    A line break is "\\n", a tab "\\t"; text boxes anchored in it are paragraphs of their own.
    """
    pieces: list[str] = []
    inserted = _collect(paragraph, pieces, within=False)
    return Text("".join(pieces), inserted)


def _collect(element: etree._Element, pieces: list[str], *, within: bool) -> bool:
    """Adds the text under an element; whether any of it stands in a tracked insertion."""
    inserted = False
    for part in element:
        tag = part.tag
        if tag in _TEXT:
            pieces.append(part.text or "")
            inserted |= within and bool(part.text)
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag == _BREAK:
            pieces.append("\n" if part.get(_TYPE, "textWrapping") == "textWrapping" else "")
        elif tag not in _GONE and len(part):
            inserted |= _collect(part, pieces, within=within or tag in _THERE)
    return inserted


def in_old_copy(element: etree._Element) -> bool:
    """Whether an element stands in the copy of a drawing that is kept for old versions of Word."""
    return next(element.iterancestors(_FALLBACK), None) is not None


@dataclass(frozen=True, slots=True)
class Placed:
    """One paragraph: `index` counts every `w:p` of the part, `row` is None outside of tables.

    `header_row` says that its row repeats as a header; `text_box` that it stands in one.
    """

    element: etree._Element
    index: int
    text: str
    inserted: bool
    place: str
    in_table: bool = False
    header_row: bool = False
    text_box: bool = False


def looks_like_heading(paragraph: etree._Element) -> bool:
    """Whether the id of the paragraph's style is that of a heading, for use without styles."""
    style = value(paragraph, "w:pPr/w:pStyle").lower()
    return style.startswith(("heading", "title"))


def placed_paragraphs(
    root: etree._Element,
    member: str,
    is_heading: Callable[[etree._Element], bool] = looks_like_heading,
) -> Iterator[Placed]:
    """The paragraphs of a part, in order; old Word's copies of text boxes are left out."""
    yield from _Walker(member, is_heading, Panels(sections_of(root))).walk(root)


@dataclass
class _Walker:
    """Keeps what the place of a paragraph depends on while it walks through a part."""

    member: str
    is_heading: Callable[[etree._Element], bool]
    panels: Panels
    index: int = -1
    heading: str = ""
    rows: list[tuple[int, bool]] = field(default_factory=list)
    boxes: int = 0
    note: str = ""

    def walk(self, element: etree._Element) -> Iterator[Placed]:
        for part in element:
            if part.tag == P:
                yield from self._paragraph(part)
            elif part.tag == _FALLBACK:
                self.index += sum(1 for _ in part.iter(P))
            elif part.tag == TBL:
                yield from self._table(part)
            elif part.tag == _TEXT_BOX:
                self.boxes += 1
                yield from self.walk(part)
                self.boxes -= 1
            elif len(part):
                self._enter(part)
                yield from self.walk(part)

    def _enter(self, part: etree._Element) -> None:
        kind = _NOTES.get(part.tag)
        if kind:
            self.note = f"{kind} {part.get(qn('w:id'), '')}".strip()

    def _table(self, table: etree._Element) -> Iterator[Placed]:
        number = 0
        for row in table.iter(TR):
            if next(row.iterancestors(TBL), None) is not table:
                continue
            header = switched_on(row, "w:trPr/w:tblHeader")
            number += not header
            self.rows.append((number, header))
            yield from self.walk(row)
            self.rows.pop()

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Placed]:
        self.index += 1
        index, found = self.index, paragraph_text(paragraph)
        main = not self.boxes
        before, after = self._breaks(paragraph) if main else ([], [])
        for kind in before:
            self.panels.pass_break(kind)
        if main and self.is_heading(paragraph) and found.text.strip():
            self.heading = " ".join(found.text.split())
        yield Placed(
            paragraph,
            index,
            found.text,
            found.inserted,
            self._place(),
            in_table=bool(self.rows),
            header_row=bool(self.rows) and self.rows[-1][1],
            text_box=bool(self.boxes),
        )
        if next(paragraph.iter(_TEXT_BOX), None) is not None:
            yield from self.walk(paragraph)
        for kind in after:
            self.panels.pass_break(kind)
        if main and child(paragraph, "w:pPr/w:sectPr") is not None:
            self.panels.end_section()

    def _breaks(self, paragraph: etree._Element) -> tuple[list[str], list[str]]:
        """Breaks to the next panel or page before the first text of a paragraph, and after it."""
        found: tuple[list[str], list[str]] = ([], [])
        seen = False
        for run in paragraph.iter(R):
            for part in run:
                if part.tag == _BREAK and part.get(_TYPE) in {"column", "page"}:
                    found[seen].append(part.get(_TYPE, ""))
                seen = seen or (part.tag in _TEXT and bool((part.text or "").strip()))
        return found

    def _place(self) -> str:
        place = self._part()
        if self.rows:
            number, header = self.rows[0]
            place += ", header row" if header else f", row {number}"
        return place + (", text box" if self.boxes else "")

    def _part(self) -> str:
        base = self.member.rpartition("/")[2].lower()
        if base.startswith("header"):
            return "Header"
        if base.startswith("footer"):
            return "Footer"
        if self.note:
            return self.note
        return self.panels.name or self.heading or "start of the document"

"""Reading one story of a Word file (the body, a header, a footer) into units for the merge.

The reading is that of a person who accepts all tracked changes: deleted text is gone, inserted
text is there. Every token remembers the runs it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from jdgen.merge.fields import computed_paragraphs, said
from jdgen.merge.inline import ParagraphReader, Piece, fingerprint
from jdgen.merge.slices import slices
from jdgen.merge.tokens import Token, fold_all
from jdgen.merge.units import DELETED, MERGED, Block, Cell, Paragraph, Reading, Row, Seen, Table
from jdgen.word.markup import NAMESPACES, TBL, TC, TR, P, T, child, every, qn, value
from jdgen.word.package import Package

_SYM, _FONT = qn("w:sym"), qn("w:font")
_SPAN, _MERGED, _CELL_DELETED = qn("w:gridSpan"), qn("w:vMerge"), qn("w:cellDel")
_SECTION, _FIELD, _DROP_CAP = b"sectPr", b"fldChar", b"dropCap="
_MAY_BE_DELETED = re.compile(rb":(?:del|moveFrom)\b")
# What programs number anew at a save; a paragraph says the same without it.
_SAVE_NOISE = re.compile(rb' w(?:14)?:(?:rsid\w*|paraId|textId)="[^"]*"')
_NOISY = (b":rsid", b":paraId", b":textId")
# Links and notes mean what another part says: equal XML need not say the same in another file.
_ELSEWHERE = (b" r:", b"oteReference", b'/officeDocument/2006/relationships"')
_RUN_NOISE = frozenset(qn(f"w:{tag}") for tag in ("rPrChange", "ins", "del"))
_FIELDS = ("count:", "field:")
_NO_THINGS = (*_FIELDS, "math:", "break:")
_SHAPE = "drawing::"  # with neither picture nor words: a line, a frame round a number of a page
_PARAGRAPH_NOISE = frozenset(qn(f"w:{tag}") for tag in ("pPrChange", "rPr", "sectPr"))


@dataclass
class Known:
    """Paragraphs, rows and tables that were read, by their XML."""

    paragraphs: dict[bytes, Paragraph] = field(default_factory=dict)
    rows: dict[bytes, Row] = field(default_factory=dict)
    tables: dict[bytes, Table] = field(default_factory=dict)


@dataclass
class Story:
    """Reads one part of a package; `with_looks` for the generated files alone.

    `known` may be shared by stories: most paragraphs and tables are the same in all of them.
    """

    package: Package
    part: str
    with_looks: bool
    known: Known = field(default_factory=Known)
    root: etree._Element = field(init=False)
    _looks: dict[etree._Element, str] = field(default_factory=dict)
    _related: Mapping[str, tuple[str, str]] | None = None
    _notes: dict[str, dict[str, str]] = field(default_factory=dict)
    _computed: frozenset[etree._Element] = frozenset()

    def __post_init__(self) -> None:
        # The generated files are only looked at; the edited one is about to be changed.
        self.root = (self.package.peek if self.with_looks else self.package.root)(self.part)
        names = self.root.nsmap.items()
        if any(NAMESPACES.get(prefix or "", name) != name for prefix, name in names):
            self.known = Known()  # other names for the same things, or the same for others
        if _FIELD in self.package.read(self.part):
            self._computed = frozenset(computed_paragraphs(self.root))

    def read(self) -> Cell:
        """The whole story as one container of blocks."""
        body = child(self.root, "w:body")
        container = self.root if body is None else body
        items = list(_blocks(container))
        found = slices(items, self._bare(self.package.read(self.part)))
        return self._cell(container, zip(items, found, strict=True) if found else None)

    def _cell(
        self, container: etree._Element, items: Iterable[tuple[etree._Element, bytes]] | None = None
    ) -> Cell:
        """A container of blocks; `items` are those and what stands in them, if that is known."""
        blocks: list[Block] = []
        waiting: list[tuple[etree._Element, bytes]] = []
        if items is None:
            items = ((item, self._bare(_inside(item))) for item in _blocks(container))
        for item, data in items:
            if item.tag == TBL:
                if waiting:
                    blocks += self._join(waiting)
                blocks.append(self._table(item, data))
                waiting = []
                continue
            waiting.append((item, data))
            goes_on = _DROP_CAP in data and _is_drop_cap(item)
            if not goes_on and not (_MAY_BE_DELETED.search(data) and mark_is_deleted(item)):
                if len(waiting) == 1:
                    blocks.append(self._paragraph(item, data))
                else:
                    blocks += self._join(waiting)
                waiting = []
        if waiting:
            blocks += self._join(waiting)
        return Cell(tuple(blocks), container)

    def _paragraph(self, element: etree._Element, data: bytes) -> Paragraph:
        """One `w:p` by itself."""
        like = self.known.paragraphs.get(data)
        paragraph = Paragraph(
            lambda: tuple(ParagraphReader(self, element).tokens()),
            lambda: _reading([ParagraphReader(self, element)]),
            data,
            lambda: self._paragraph_look(element),
            _SECTION in data and child(element, "w:pPr/w:sectPr") is not None,
            (element,),
            like,
            element in self._computed,
        )
        if like is None and _stands_alone(data):
            self.known.paragraphs[data] = paragraph
        return paragraph

    def _bare(self, data: bytes) -> bytes:
        """An element without what a save numbers anew; generated files were never saved."""
        if self.with_looks or not any(mark in data for mark in _NOISY):
            return data
        return _SAVE_NOISE.sub(b"", data)

    def _join(self, elements: list[tuple[etree._Element, bytes]]) -> list[Paragraph]:
        """One paragraph out of those whose marks are deleted and the next; none if all is gone."""
        last, data = elements[-1]
        found = [(element, ParagraphReader(self, element)) for element, _ in elements]
        kept = [entry for entry in found if entry[1].items or entry[0] is last]
        if mark_is_deleted(last) and not any(reader.items for _, reader in kept):
            return []
        return [
            Paragraph(
                lambda: tuple(ParagraphReader.tokens(*(reader for _, reader in kept))),
                lambda: _reading([reader for _, reader in kept]),
                data,
                lambda: self._paragraph_look(last),
                child(last, "w:pPr/w:sectPr") is not None,
                tuple(element for element, _ in kept),
            )
        ]

    def _paragraph_look(self, element: etree._Element) -> str:
        if not self.with_looks:
            return ""
        return fingerprint(child(element, "w:pPr"), _PARAGRAPH_NOISE)

    def _table(self, element: etree._Element, data: bytes) -> Table:
        like = self.known.tables.get(data)
        table = Table(lambda: tuple(self._rows(element)), lambda: _words(element), element, like)
        if like is None and _stands_alone(data):
            self.known.tables[data] = table
        return table

    def _rows(self, table: etree._Element) -> Iterator[Row]:
        for element in _through(table, TR):
            data = self._bare(_inside(element))
            if not (_MAY_BE_DELETED.search(data) and child(element, "w:trPr/w:del") is not None):
                yield self._row(element, data)

    def _row(self, element: etree._Element, data: bytes) -> Row:
        like = self.known.rows.get(data)

        def cells() -> tuple[Cell, ...]:
            return tuple(self._cell(cell) for cell in _through(element, TC))

        row = Row(cells, lambda: _words(element), lambda: _row_shape(element), element, like)
        if like is None and _stands_alone(data):
            self.known.rows[data] = row
        return row

    def look(self, run: etree._Element | None) -> str:
        """The fingerprint of a run's formatting, "" where looks do not count."""
        if run is None or not self.with_looks:
            return ""
        if run not in self._looks:
            fonts = [item.get(_FONT, "") for item in run.iterchildren(_SYM)]
            self._looks[run] = "".join([fingerprint(child(run, "w:rPr"), _RUN_NOISE), *fonts])
        return self._looks[run]

    def digest(self, relation: str) -> str:
        """A digest of the media behind a relationship, "" if there is none in the file."""
        if self._related is None:
            self._related = self.package.relationships(self.part)
        _, target = self._related.get(relation, ("", ""))
        if target not in self.package.members:
            return ""
        member = self.package.members[target]
        return f"{member.crc:08x}{member.size:x}"

    def note(self, sort: str, number: str) -> str:
        """The text of a footnote or endnote."""
        if sort not in self._notes:
            texts: dict[str, str] = {}
            for part in self.package.related(sort):
                for note in every(self.package.root(part), f"w:{sort[:-1]}"):
                    texts[note.get(qn("w:id"), "")] = said(note)
            self._notes[sort] = texts
        return self._notes[sort].get(number, "")


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables of a container; content controls and custom XML are looked through."""
    for item in container:
        if item.tag in (P, TBL):
            yield item
        elif item.tag == qn("w:sdt"):
            content = child(item, "w:sdtContent")
            if content is not None:
                yield from _blocks(content)
        elif item.tag == qn("w:customXml"):
            yield from _blocks(item)


def _through(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, those in content controls included."""
    for item in container:
        if item.tag == tag:
            yield item
        elif item.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _through(item, tag)


def _inside(element: etree._Element) -> bytes:
    """The XML within an element, without its start tag, which has all names of the part."""
    data = etree.tostring(element, with_tail=False)
    return data[data.index(b">") + 1 :]


def _words(element: etree._Element) -> str:
    """All words of an element; those of two paragraphs never run together."""
    parts = (" " if item.tag == P else item.text or "" for item in element.iter(P, T))
    return fold_all("".join(parts))


def _stands_alone(data: bytes) -> bool:
    """Whether an element says the same wherever it stands."""
    return not any(mark in data for mark in _ELSEWHERE)


def _shape(cell: etree._Element) -> str:
    """How many columns a cell spans, and whether it is merged with others or deleted."""
    properties = child(cell, "w:tcPr")
    found = {item.tag: item for item in properties} if properties is not None else {}
    span = value(found.get(_SPAN)) or "1"
    return span + (MERGED if _MERGED in found else "") + (DELETED if _CELL_DELETED in found else "")


def _row_shape(row: etree._Element) -> str:
    before = value(row, "w:trPr/w:gridBefore")
    return f"{before}:{' '.join(_shape(cell) for cell in _through(row, TC))}"


def _reading(readers: Sequence[ParagraphReader]) -> Reading:
    """What one paragraph says, or several that are one once all changes are accepted."""
    items = [item for reader in readers for item in reader.items]
    is_open = any(reader.open for reader in readers)
    texts = "".join(item[0] for item in items if isinstance(item, tuple))
    atoms = [item for item in items if isinstance(item, Token)]
    if not atoms:
        seen = " ".join(texts.split())
        return Reading(texts, fold_all(texts), texts, Seen(seen, seen), is_open)
    return Reading(
        "".join(item[0] if isinstance(item, tuple) else item.text for item in items),
        fold_all("".join(i[0] if isinstance(i, tuple) else _apart(i.key) for i in items)),
        "".join(i[0] if isinstance(i, tuple) else _apart(i.exact) for i in items),
        _seen(texts, items, [atom.key for atom in atoms]),
        is_open,
    )


def _seen(texts: str, items: Sequence[tuple[str, Piece] | Token], keys: list[str]) -> Seen:
    """What a paragraph shows that has more in it than text; breaks and shapes are looks."""
    shown = (
        item[0] if isinstance(item, tuple) else item.text if item.key.startswith(_FIELDS) else ""
        for item in items
    )
    return Seen(
        " ".join("".join(shown).split()),
        " ".join(texts.split()),
        tuple(sorted(key.split(" ", 1)[0] for key in keys if key.startswith(_FIELDS))),
        tuple(sorted(key for key in keys if not key.startswith(_NO_THINGS) and key != _SHAPE)),
        tuple(key for key in keys if key.startswith("math:")),
    )


def _is_drop_cap(paragraph: etree._Element) -> bool:
    """Whether it is but the big first letter of the paragraph that follows."""
    return value(paragraph, "w:pPr/w:framePr", "w:dropCap") in ("drop", "margin")


def mark_is_deleted(paragraph: etree._Element) -> bool:
    """Whether the mark that ends a paragraph is deleted by a tracked change."""
    mark = child(paragraph, "w:pPr/w:rPr")
    if mark is None:
        return False
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def _apart(key: str) -> str:
    """The key of something that is no text, told apart from any text."""
    return f"\0{key}\0"

"""Reading one story of a Word file (the body, a header, a footer) into units for the merge.

The reading is that of a person who accepts all tracked changes: deleted text is gone, inserted
text is there. Every token remembers the runs it came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from jdgen.merge.inline import ParagraphReader, fingerprint
from jdgen.merge.tokens import Token, fold_all
from jdgen.merge.units import Block, Cell, Paragraph, Row, Table
from jdgen.word.markup import TBL, TC, TR, P, child, every, qn, value
from jdgen.word.package import Package

_RUN_NOISE = frozenset(qn(f"w:{tag}") for tag in ("rPrChange", "ins", "del"))
_PARAGRAPH_NOISE = frozenset(qn(f"w:{tag}") for tag in ("pPrChange", "rPr", "sectPr"))


@dataclass
class Story:
    """Reads one part of a package; `with_looks` for the generated files alone."""

    package: Package
    part: str
    with_looks: bool
    root: etree._Element = field(init=False)
    _looks: dict[etree._Element, str] = field(default_factory=dict)
    _related: dict[str, tuple[str, str]] | None = None
    _notes: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root = self.package.root(self.part)

    def read(self) -> Cell:
        """The whole story as one container of blocks."""
        body = child(self.root, "w:body")
        return self._cell(self.root if body is None else body)

    def _cell(self, container: etree._Element) -> Cell:
        blocks: list[Block] = []
        waiting: list[etree._Element] = []
        for item in _blocks(container):
            if item.tag == TBL:
                blocks += self._join(waiting)
                blocks.append(self._table(item))
                waiting = []
                continue
            waiting.append(item)
            if not mark_is_deleted(item):
                blocks += self._join(waiting)
                waiting = []
        blocks += self._join(waiting)
        return Cell(tuple(blocks), container)

    def _join(self, elements: list[etree._Element]) -> list[Paragraph]:
        """One paragraph out of those whose marks are deleted and the next; none if all is gone."""
        if not elements:
            return []
        last = elements[-1]
        found = [(element, ParagraphReader(self, element)) for element in elements]
        kept = [entry for entry in found if entry[1].items or entry[0] is last]
        if mark_is_deleted(last) and not any(reader.items for _, reader in kept):
            return []
        properties = child(last, "w:pPr")
        fixed = child(properties, "w:sectPr") is not None or any(r.open for _, r in kept)
        items = [item for _, reader in kept for item in reader.items]
        texts = "".join(item[0] for item in items if isinstance(item, tuple))
        atoms = sorted(item.key for item in items if isinstance(item, Token))
        return [
            Paragraph(
                lambda: tuple(token for _, reader in kept for token in reader.tokens()),
                "".join(item[0] if isinstance(item, tuple) else item.text for item in items),
                fold_all("".join(i[0] if isinstance(i, tuple) else _apart(i.key) for i in items)),
                "".join(i[0] if isinstance(i, tuple) else _apart(i.exact) for i in items),
                (texts, *atoms) if items else (),
                str(etree.tostring(last, encoding="unicode")) if self.with_looks else "",
                lambda: fingerprint(properties, _PARAGRAPH_NOISE) if self.with_looks else "",
                fixed,
                tuple(element for element, _ in kept),
            )
        ]

    def _table(self, element: etree._Element) -> Table:
        rows = []
        for item in _through(element, TR):
            if child(item, "w:trPr/w:del") is not None:
                continue
            cells = list(_through(item, TC))
            shape = " ".join(_shape(cell) for cell in cells)
            before = value(item, "w:trPr/w:gridBefore")
            rows.append(
                Row(
                    tuple(self._cell(cell) for cell in cells),
                    f"{before}:{shape}",
                    any(child(cell, "w:tcPr/w:vMerge") is not None for cell in cells),
                    item,
                )
            )
        look = fingerprint(child(element, "w:tblPr")) if self.with_looks else ""
        return Table(tuple(rows), look, element)

    def look(self, run: etree._Element | None) -> str:
        """The fingerprint of a run's formatting, "" where looks do not count."""
        if run is None or not self.with_looks:
            return ""
        if run not in self._looks:
            self._looks[run] = fingerprint(child(run, "w:rPr"), _RUN_NOISE)
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
                    texts[note.get(qn("w:id"), "")] = "".join(
                        t.text or "" for t in every(note, "w:t")
                    )
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


def _shape(cell: etree._Element) -> str:
    span = value(cell, "w:tcPr/w:gridSpan") or "1"
    merged = "v" if child(cell, "w:tcPr/w:vMerge") is not None else ""
    deleted = "d" if child(cell, "w:tcPr/w:cellDel") is not None else ""
    return span + merged + deleted


def mark_is_deleted(paragraph: etree._Element) -> bool:
    """Whether the mark that ends a paragraph is deleted by a tracked change."""
    mark = child(paragraph, "w:pPr/w:rPr")
    if mark is None:
        return False
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def _apart(key: str) -> str:
    """The key of something that is no text, told apart from any text."""
    return f"\0{key}\0"


def signature(cell: Cell) -> tuple[object, ...]:
    """Text and drawings of a story in order; equal if a person would read and see the same.

    Empty paragraphs, and the order of the drawings within a paragraph, are looks: programs change
    them at a save.
    """
    result: list[object] = []
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            if block.shown:
                result.append(block.shown)
        else:
            rows = (tuple(signature(entry) for entry in row.cells) for row in block.rows)
            result.append(("table", *rows))
    return tuple(result)

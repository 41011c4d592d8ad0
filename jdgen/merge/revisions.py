"""Writing changes into runs, paragraphs and rows, as tracked changes of one author or directly.

The author's own pending insertions are edited in place: what it takes back simply goes, what it
adds joins them. Everybody else's tracked changes stay, and are cut in two where they must be.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from jdgen.word.markup import XML_SPACE, P, R, child, every, qn

INS, DEL, AUTHOR, DATE, ID = (
    qn("w:ins"),
    qn("w:del"),
    qn("w:author"),
    qn("w:date"),
    qn("w:id"),
)
R_PR, P_PR, TR_PR = qn("w:rPr"), qn("w:pPr"), qn("w:trPr")
_INSERTED = (INS, qn("w:moveTo"))
_MARKS = tuple(qn(f"w:{tag}") for tag in ("ins", "del", "moveFrom", "moveTo"))
_TO_DELETED = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}
_CLIMBED = frozenset(
    qn(f"w:{tag}")
    for tag in ("hyperlink", "smartTag", "customXml", "sdtContent", "sdt", "dir", "bdo")
)
# What may follow w:rPr in w:pPr, and what follows w:ins and w:del in w:trPr (ISO/IEC 29500-1).
_AFTER_MARK = frozenset((qn("w:sectPr"), qn("w:pPrChange")))


@dataclass
class Pen:
    """Writes as `author` at `date`; `tracked` False writes without marks.

    `number` gives the next free id of the file.
    """

    author: str
    date: str
    number: Callable[[], int]
    tracked: bool = True

    def mark(self, tag: str) -> etree._Element:
        """A new revision element of this author."""
        element = etree.Element(tag)
        element.set(ID, str(self.number()))
        element.set(AUTHOR, self.author)
        element.set(DATE, self.date)
        return element

    def own(self, element: etree._Element | None, tag: str = INS) -> bool:
        """Whether an element is a revision of this author."""
        return element is not None and element.tag == tag and element.get(AUTHOR) == self.author

    def put_after(self, left: etree._Element, runs: Sequence[etree._Element], stay: bool) -> None:
        """New runs after a run; `stay` keeps them inside a link or control that ends there."""
        parent = left.getparent()
        if parent is None:
            return
        if self.own(parent) or (not self.tracked and (stay or parent.tag not in _CLIMBED)):
            _add_after(left, runs)
            return
        if parent.tag in _INSERTED:
            left = self._leave(left)
            parent = left.getparent()
        while not stay and parent is not None and parent.tag in _CLIMBED and _is_last(left):
            left, parent = parent, parent.getparent()
        _add_after(left, self._inserted(runs))

    def put_before(self, right: etree._Element, runs: Sequence[etree._Element]) -> None:
        """New runs before a run that begins a paragraph, outside of links and controls."""
        parent = right.getparent()
        if self.own(parent):
            for run in runs:
                right.addprevious(run)
            return
        while parent is not None and parent.tag != P:
            right, parent = parent, parent.getparent()
        for element in self._inserted(runs):
            right.addprevious(element)

    def put_last(self, paragraph: etree._Element, runs: Sequence[etree._Element]) -> None:
        """New runs at the end of a paragraph."""
        paragraph.extend(self._inserted(runs))

    def _inserted(self, runs: Sequence[etree._Element]) -> list[etree._Element]:
        if not self.tracked or not runs:
            return list(runs)
        result: list[etree._Element] = []
        for run in runs:
            if run.tag == R:
                if not result or result[-1].tag != INS:
                    result.append(self.mark(INS))
                result[-1].append(run)
                continue
            inside = self.mark(INS)
            inside.extend(list(run))
            run.append(inside)
            result.append(run)
        return result

    def _leave(self, left: etree._Element) -> etree._Element:
        """Cuts somebody's insertion after a run; returns its first part, to go on after it."""
        parent = left.getparent()
        if parent is None or _is_last(left):
            return left if parent is None else parent
        rest = _twin(parent)
        rest.set(ID, str(self.number()))
        rest.extend(list(left.itersiblings()))
        parent.addnext(rest)
        return parent

    def drop(self, runs: Iterable[etree._Element]) -> None:
        """Deletes whole runs."""
        for run in runs:
            parent = run.getparent()
            if parent is None:
                continue
            inside = next((a for a in run.iterancestors(*_INSERTED) if self.own(a, a.tag)), None)
            if inside is not None or not self.tracked:
                remove(run)
                if inside is not None and len(inside) == 0:
                    remove(inside)
                continue
            for text in run:
                if text.tag in _TO_DELETED:
                    text.tag = _TO_DELETED[text.tag]
                    text.set(XML_SPACE, "preserve")
            before = run.getprevious()
            if before is not None and self.own(before, DEL) and before.get(DATE) == self.date:
                before.append(run)
                continue
            wrapper = self.mark(DEL)
            run.addprevious(wrapper)
            wrapper.append(run)

    def mark_paragraph(self, paragraph: etree._Element, tag: str) -> bool:
        """Marks the end of a paragraph as inserted or deleted; False if it is already marked so."""
        marks = _paragraph_mark(paragraph)
        if any(item.tag == tag for item in marks):
            return False
        position = sum(1 for item in marks if item.tag in _MARKS)
        marks.insert(position, self.mark(tag))
        return True

    def mark_row(self, row: etree._Element, tag: str) -> None:
        """Marks a row as inserted or deleted."""
        properties = child(row, "w:trPr")
        if properties is None:
            properties = etree.Element(TR_PR)
            before = child(row, "w:tblPrEx")
            if before is not None:
                before.addnext(properties)
            else:
                row.insert(0, properties)
        change = child(properties, "w:trPrChange")
        mark = self.mark(tag)
        if change is not None:
            change.addprevious(mark)
        else:
            properties.append(mark)


def _paragraph_mark(paragraph: etree._Element) -> etree._Element:
    """The properties of the mark that ends a paragraph, made if there are none."""
    properties = child(paragraph, "w:pPr")
    if properties is None:
        properties = etree.Element(P_PR)
        paragraph.insert(0, properties)
    marks = child(properties, "w:rPr")
    if marks is None:
        marks = etree.Element(R_PR)
        after = next((item for item in properties if item.tag in _AFTER_MARK), None)
        if after is not None:
            after.addprevious(marks)
        else:
            properties.append(marks)
    return marks


def mark_of(paragraph: etree._Element, tag: str) -> etree._Element | None:
    """The tracked change of one sort on the mark that ends a paragraph."""
    marks = child(paragraph, "w:pPr/w:rPr")
    return None if marks is None else marks.find(tag)


def _add_after(left: etree._Element, elements: Sequence[etree._Element]) -> None:
    for element in reversed(elements):
        left.addnext(element)


def _twin(element: etree._Element) -> etree._Element:
    """An empty element with the same attributes."""
    result = etree.Element(element.tag)
    for name, text in element.attrib.items():
        result.set(name, text)
    return result


def _is_last(element: etree._Element) -> bool:
    return element.getnext() is None


def remove(element: etree._Element) -> None:
    """Takes an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def cut(run: etree._Element, node: etree._Element | None, offset: int) -> etree._Element | None:
    """Cuts a run before character `offset` of one of its children; returns its second part.

    The run keeps its first part. Where the first part would be empty the run itself is returned;
    where the second would be, None.
    """
    if node is None:
        return run if offset == 0 else None
    text = node.text or ""
    is_text = node.tag == qn("w:t")
    whole = len(text) if is_text else 1
    if offset == 0:
        first: etree._Element | None = node
    elif offset >= whole:
        first = node.getnext()
        if first is None:
            return None
    else:
        first = None
    if first is not None and all(item.tag == R_PR for item in first.itersiblings(preceding=True)):
        return run
    rest = _twin(run)
    properties = child(run, "w:rPr")
    if properties is not None:
        rest.append(copy.deepcopy(properties))
    if first is None:
        first = etree.Element(qn("w:t"))
        first.text = text[offset:]
        node.text = text[:offset]
        node.set(XML_SPACE, "preserve")
        first.set(XML_SPACE, "preserve")
        node.addnext(first)
    rest.extend([first, *first.itersiblings()])
    run.addnext(rest)
    return rest


def settle(paragraph: etree._Element, author: str) -> None:
    """Takes away an author's deletion and insertion of the very same text, side by side."""
    for deleted in list(every(paragraph, "w:del")):
        inserted = deleted.getnext()
        if inserted is None or deleted.get(AUTHOR) != author or deleted.getparent() is None:
            continue
        if inserted.tag != INS or inserted.get(AUTHOR) != author:
            continue
        if _spelled(deleted) != _spelled(inserted) or not _spelled(deleted):
            continue
        restore(deleted)
        remove(inserted)


def _spelled(revision: etree._Element) -> list[tuple[str, bytes]]:
    """Text with formatting, [] if anything but text is in it."""
    result: list[tuple[str, bytes]] = []
    for run in revision:
        if run.tag != R:
            return []
        properties = child(run, "w:rPr")
        look = etree.tostring(properties, method="c14n") if properties is not None else b""
        for item in run:
            if item.tag in (qn("w:t"), qn("w:delText")):
                if result and result[-1][1] == look:
                    result[-1] = (result[-1][0] + (item.text or ""), look)
                else:
                    result.append((item.text or "", look))
            elif item.tag != R_PR:
                return []
    return result


_FROM_DELETED = {new: old for old, new in _TO_DELETED.items()}


def restore(deleted: etree._Element) -> None:
    """Takes a deletion back: its runs stand again where it stood."""
    for item in deleted.iter(*_FROM_DELETED):
        item.tag = _FROM_DELETED[item.tag]
    unwrap(deleted)


def unwrap(element: etree._Element) -> None:
    """Puts the children of an element in its place."""
    for item in list(element):
        element.addprevious(item)
    remove(element)

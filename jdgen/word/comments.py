"""Word comments at the very words they are about."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from jdgen.word import markup
from jdgen.word.markup import XML_SPACE, P, R, T, child, every, number, qn
from jdgen.word.package import Package
from jdgen.word.parts import add_part, free_name
from jdgen.word.places import paragraph_text

AUTHOR, _INITIALS = "jdgen", "jd"
_SHARED_IDS = (
    "w:comment", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:bookmarkStart", "w:rPrChange",
    "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange",
)  # fmt: skip


def highest_id(*roots: etree._Element) -> int:
    """The highest id of revisions, comments and bookmarks, which share one space; -1 for none."""
    numbers = [
        int(number(element.get(qn("w:id"), ""), -1))
        for root in roots
        for element in every(root, *_SHARED_IDS)
    ]
    return max(numbers, default=-1)


@dataclass
class CommentWriter:
    """Adds comments to a main text that is yours to change, then gives the finished package."""

    package: Package
    root: etree._Element
    author: str
    member: str = ""
    comments: etree._Element = field(init=False)
    last_id: int = field(init=False)

    def __post_init__(self) -> None:
        known = self.package.related("comments")
        self.member = known[0] if known else ""
        empty = etree.Element(qn("w:comments"), nsmap={"w": markup.NAMESPACES["w"]})
        self.comments = self.package.root(self.member) if known else empty
        self.last_id = highest_id(self.root, self.comments)

    def add(self, paragraph: etree._Element, start: int, end: int, lines: list[str]) -> None:
        """A comment of some lines about characters `start` to `end` of a paragraph's text.

        Where the range is empty or outside of the text, the whole paragraph is meant.
        """
        self.last_id += 1
        write_comment(self.comments, str(self.last_id), self.author, lines)
        runs = runs_between(paragraph, start, end) or runs_between(paragraph, 0, 10**9)
        first, last = (runs[0], runs[-1]) if runs else (None, None)
        place_comment(str(self.last_id), first, last, paragraph)

    def finished(self) -> Package:
        """The package with the changed main text and all comments."""
        changed = self.package.with_members({self.package.main: markup.serialize(self.root)})
        data = markup.serialize(self.comments)
        if self.member:
            return changed.with_members({self.member: data})
        if not len(self.comments):
            return changed
        name = "word/comments.xml"
        free = name if name not in changed.members else free_name(changed, "comments")
        return add_part(changed, free, "comments", data)[0]


def write_comment(
    comments: etree._Element, number: str, author: str, lines: Sequence[str], date: str = ""
) -> None:
    """Adds a comment, one paragraph a line, to a comments part; it still needs its place."""
    comment = etree.SubElement(comments, qn("w:comment"))
    told = {"id": number, "author": author, "date": date, "initials": _INITIALS}
    for name, fact in told.items():
        if fact:
            comment.set(qn(f"w:{name}"), fact)
    for line in lines:
        text = etree.SubElement(etree.SubElement(etree.SubElement(comment, P), R), T)
        text.text = line
        text.set(XML_SPACE, "preserve")


def place_comment(
    number: str,
    first: etree._Element | None,
    last: etree._Element | None,
    paragraph: etree._Element,
) -> None:
    """Puts a comment round the children `first` to `last` of a paragraph, round all for None."""
    start, end = etree.Element(qn("w:commentRangeStart")), etree.Element(qn("w:commentRangeEnd"))
    reference = etree.Element(R)
    for mark in (start, end, etree.SubElement(reference, qn("w:commentReference"))):
        mark.set(qn("w:id"), number)
    properties = child(paragraph, "w:pPr")
    if first is not None:
        first.addprevious(start)
    elif properties is not None:
        properties.addnext(start)
    else:
        paragraph.insert(0, start)
    if last is not None:
        _after(last, end)
    else:
        paragraph.append(end)
    end.addnext(reference)


def _after(element: etree._Element, fresh: etree._Element) -> None:
    """Puts an element right behind another, whose tail text, if any, stays behind both."""
    element.addnext(fresh)
    fresh.tail, element.tail = element.tail, None


def _text_runs(paragraph: etree._Element) -> Iterator[tuple[etree._Element, int, int]]:
    """The runs of a paragraph that Word shows, with the offsets of their text in it."""
    offset = 0
    for run in paragraph.iter(R):
        owner = next(run.iterancestors(P), None)
        gone = next(run.iterancestors(qn("w:del"), qn("w:moveFrom"), qn("mc:Fallback")), None)
        if owner is not paragraph or gone is not None:
            continue
        length = len(paragraph_text(run).text)
        if length:
            yield run, offset, offset + length
        offset += length


def runs_between(paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
    """The runs that hold just these characters of a paragraph; runs are split where need be."""
    for at in (start, end):
        for run, first, last in list(_text_runs(paragraph)):
            if first < at < last:
                split_run(run, at - first)
    return [run for run, first, last in _text_runs(paragraph) if first >= start and last <= end]


def split_run(run: etree._Element, at: int) -> None:
    """Makes two runs of one, the first with the first `at` characters, both with its looks."""
    properties = child(run, "w:rPr")
    second = etree.Element(R)
    if properties is not None:
        second.append(copy.deepcopy(properties))
    passed = 0
    for part in [item for item in run if item is not properties]:
        length = len(part.text or "") if part.tag == T else len(_sign(part))
        if passed >= at:
            second.append(part)
        elif passed + length > at:
            rest = copy.deepcopy(part)
            text = part.text or ""
            part.text, rest.text = text[: at - passed], text[at - passed :]
            for item in (part, rest):
                item.set(XML_SPACE, "preserve")
            second.append(rest)
        passed += length
    _after(run, second)


def _sign(part: etree._Element) -> str:
    """The text that an element of a run other than `w:t` stands for."""
    holder = etree.Element(R)
    holder.append(copy.deepcopy(part))
    return paragraph_text(holder).text

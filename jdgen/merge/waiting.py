"""What waits for people in a Word file: tracked changes and comments, jdgen's own and theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lxml import etree

from jdgen.merge import messages
from jdgen.merge.inline import character
from jdgen.merge.report import Change
from jdgen.merge.revisions import AUTHOR, DATE, DEL, INS, mark_of
from jdgen.word.comments import AUTHOR as OURS
from jdgen.word.markup import TC, TR, P, R, child, every, qn
from jdgen.word.opening import open_word_file
from jdgen.word.package import Package

_STORIES = ("header", "footer", "footnotes", "endnotes")
_LOOKS = tuple(f"w:{tag}PrChange" for tag in ("r", "p", "sect", "tbl", "tr", "tc"))
_SORTS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel", *_LOOKS)
_HINTS = (b"w:ins ", b"w:del ", b"w:move", b"PrChange ", b"w:cell")
_TEXT = (qn("w:t"), qn("w:delText"))
_DRAWN = frozenset(qn(f"w:{tag}") for tag in ("drawing", "pict", "object"))
_SPACES = {qn("w:tab"), qn("w:br"), qn("w:cr")}
_SIGNS = (qn("w:sym"), qn("w:noBreakHyphen"))
_PLACES = {"header": messages.HEADER, "footer": messages.FOOTER}


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits in one file.

    `changes` are the tracked changes of jdgen in words (a text replaced is one change),
    `conflicts` counts its comments that ask to decide. `revisions` are tracked changes of other
    people, `comments` all other comments. `since` is the day of the oldest of jdgen's.
    """

    changes: tuple[Change, ...] = ()
    conflicts: int = 0
    revisions: int = 0
    comments: int = 0
    since: date | None = None

    @property
    def proposals(self) -> int:
        """How many changes of jdgen wait to be accepted or rejected."""
        return len(self.changes)

    @property
    def settled(self) -> bool:
        """Whether nothing waits for anybody: no tracked change and no comment."""
        return not (self.changes or self.conflicts or self.revisions or self.comments)


def pending(data: bytes) -> Pending:
    """What waits in a Word file; raises WordFileError for what is none."""
    package = open_word_file(data)
    changes = tuple(proposals(package, package.root))
    ours, theirs, asked, said = [], 0, 0, 0
    for root in _with_marks(package, package.root).values():
        for mark in every(root, *_SORTS):
            if mark.get(AUTHOR) == OURS:
                ours.append(mark)
            else:
                theirs += 1
    for part in package.related("comments"):
        for comment in every(package.root(part), "w:comment"):
            if comment.get(AUTHOR) == OURS and asks(comment):
                ours.append(comment)
                asked += 1
            else:
                said += 1
    days = [day for item in ours if (day := _day(item))]
    return Pending(changes, asked, theirs, said, min(days, default=None))


def asks(comment: etree._Element) -> bool:
    """Whether a comment of jdgen asks a person to decide on a conflict."""
    return messages.DECIDE in "".join(item.text or "" for item in every(comment, "w:t"))


def proposals(package: Package, root: Callable[[str], etree._Element]) -> Iterator[Change]:
    """The pending changes of jdgen in reading order; `root` gives the tree of a part."""
    for part, tree in _with_marks(package, root).items():
        kind = next((kind for kind in _PLACES if part in package.related(kind)), "")
        where = _PLACES.get(kind, messages.BODY)
        owners = (_owner(mark) for mark in tree.iter(INS, DEL) if mark.get(AUTHOR) == OURS)
        done: set[etree._Element] = set()
        for owner in dict.fromkeys(owners):
            if owner is None or owner in done:
                continue
            if owner.tag == TR:
                rows = list(_rows_together(owner))
                done.update(rows)
                yield from _in_rows(rows, where)
            else:
                yield from _in_paragraph(owner, where)


def _owner(mark: etree._Element) -> etree._Element | None:
    """The row that a change of jdgen is a part of, else its paragraph."""
    for row in mark.iterancestors(TR):
        if _row_kind(row):
            return row
    return next(mark.iterancestors(P), None)


def _with_marks(
    package: Package, root: Callable[[str], etree._Element]
) -> dict[str, etree._Element]:
    """The trees of the parts in which tracked changes may stand, the main text first."""
    parts = (package.main, *(part for kind in _STORIES for part in package.related(kind)))
    return {part: root(part) for part in parts}


def _rows_together(row: etree._Element) -> Iterator[etree._Element]:
    """The row and those after it with the same mark."""
    yield row
    for following in row.itersiblings(TR):
        if _row_kind(following) != _row_kind(row):
            return
        yield following


def _in_rows(rows: list[etree._Element], where: str) -> Iterator[Change]:
    """New or deleted rows, each a change; a whole table is one."""
    gone = _row_kind(rows[0]) == "del"
    told = [" | ".join(_words(cell) for cell in row.iterchildren(TC)) for row in rows]
    holder = rows[0].getparent()
    whole = holder is not None and len(rows) == sum(1 for _ in holder.iterchildren(TR))
    for text in ["\n".join(told)] if whole else told:
        yield _change(text if gone else "", "" if gone else text, where, text)


def _row_kind(row: etree._Element) -> str:
    """Whether a row is marked by jdgen: "ins", "del", or ""."""
    for kind in ("ins", "del"):
        mark = child(row, f"w:trPr/w:{kind}")
        if mark is not None and mark.get(AUTHOR) == OURS:
            return kind
    return ""


def _in_paragraph(paragraph: etree._Element, where: str) -> Iterator[Change]:
    found = False
    context = _words(paragraph, gone=False)
    for ours, group in groupby(_pieces(paragraph), lambda piece: bool(piece[0])):
        if ours:
            found = True
            pieces = list(group)
            before, after = (
                _told([text for kind, text in pieces if kind == wanted]) for wanted in (DEL, INS)
            )
            yield _change(before, after, where, context)
    marks = [mark_of(paragraph, kind) for kind in (INS, DEL)]
    alone = not found and not any(_pieces(following) for following in _next_paragraph(paragraph))
    if alone and any(mark is not None and mark.get(AUTHOR) == OURS for mark in marks):
        yield _change("", "", where, context or messages.EMPTY_LINE)


def _told(texts: list[str]) -> str:
    """The texts of changed runs as one; a field or a note has no words, and waits all the same."""
    return "".join(texts) or (messages.WORDLESS if texts else "")


def _next_paragraph(paragraph: etree._Element) -> list[etree._Element]:
    following = paragraph.getnext()
    return [following] if following is not None and following.tag == P else []


def _pieces(paragraph: etree._Element) -> list[tuple[str, str]]:
    """The texts of a paragraph's runs: DEL or INS for changes of jdgen, "" for all others."""
    result = []
    for run in paragraph.iter(R):
        if next(run.iterancestors(P), None) is not paragraph:
            continue
        kinds = [mark.tag for mark in run.iterancestors(INS, DEL) if mark.get(AUTHOR) == OURS]
        text = _words(run, squeeze=False)
        if text or kinds:
            result.append((str(kinds[0]) if kinds else "", text))
    return result


def _words(element: etree._Element, *, gone: bool = True, squeeze: bool = True) -> str:
    """The text of an element, with what is marked as deleted or, not `gone`, without it."""
    found = []
    for item in element.iter(*_TEXT, *_DRAWN, *_SPACES, *_SIGNS):
        if item.tag in _TEXT and (gone or item.tag == _TEXT[0]):
            found.append(item.text or "")
        elif item.tag in _DRAWN:
            found.append(messages.DRAWING)
        elif item.tag in _SIGNS:
            found.append(character(item))
        elif item.tag in _SPACES:
            found.append(" ")
    return " ".join("".join(found).split()) if squeeze else "".join(found)


def _change(before: str, after: str, where: str, context: str) -> Change:
    place = f"{where}: {messages.shortened(context)}" if context else where
    if not before:
        return Change("insert", "", after, place)
    return Change("replace" if after else "delete", before, after, place)


def _day(item: etree._Element) -> date | None:
    try:
        return date.fromisoformat(item.get(DATE, "")[:10])
    except ValueError:
        return None

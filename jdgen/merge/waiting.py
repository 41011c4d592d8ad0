"""What waits for people in a Word file: tracked changes and comments, jdgen's own and theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lxml import etree

from jdgen.merge import messages
from jdgen.merge.revisions import AUTHOR, DATE, DEL, INS, P_PR, R_PR, TR_PR
from jdgen.word.comments import AUTHOR as OURS
from jdgen.word.markup import TR, child, every
from jdgen.word.opening import open_word_file
from jdgen.word.package import Package

_STORIES = ("header", "footer", "footnotes", "endnotes")
_LOOKS = tuple(f"w:{tag}PrChange" for tag in ("r", "p", "sect", "tbl", "tr", "tc"))
_SORTS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel", *_LOOKS)
_HINTS = (b"w:ins ", b"w:del ", b"w:move", b"PrChange ", b"w:cell")


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits in one file.

    `proposals` are tracked changes of jdgen (a text replaced counts as one), `conflicts` its
    comments that ask to decide. `revisions` and `comments` are those of other people. `since` is
    the day of jdgen's oldest proposal or conflict.
    """

    proposals: int = 0
    conflicts: int = 0
    revisions: int = 0
    comments: int = 0
    since: date | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing waits for anybody."""
        return not (self.proposals or self.conflicts or self.revisions or self.comments)


def pending(data: bytes) -> Pending:
    """What waits in a Word file; raises WordFileError for what is none."""
    package = open_word_file(data)
    ours: list[etree._Element] = []
    theirs = 0
    for part in (package.main, *(p for kind in _STORIES for p in package.related(kind))):
        if not any(hint in package.read(part) for hint in _HINTS):
            continue
        for mark in every(package.root(part), *_SORTS):
            if mark.get(AUTHOR) != OURS:
                theirs += 1
            elif _is_first(mark):
                ours.append(mark)
    asked, said = _comments(package)
    days = [day for item in (*ours, *asked) if (day := _day(item))]
    return Pending(len(ours), len(asked), theirs, said, min(days, default=None))


def _comments(package: Package) -> tuple[list[etree._Element], int]:
    """jdgen's comments that ask to decide, and how many comments other people have.

    The one at the top of the text counts as neither: it only sums up.
    """
    asked, said = [], 0
    for part in package.related("comments"):
        for comment in every(package.root(part), "w:comment"):
            text = "".join(item.text or "" for item in every(comment, "w:t"))
            if comment.get(AUTHOR) != OURS:
                said += 1
            elif not text.startswith(messages.TOP):
                asked.append(comment)
    return asked, said


def _is_first(mark: etree._Element) -> bool:
    """Whether a change of ours is the first piece of what a person takes for one change."""
    holder = mark.getparent()
    if holder is None or mark.tag not in (INS, DEL):
        return False
    if any(_marked(row) for row in mark.iterancestors(TR)):
        return holder.tag == TR_PR
    above = holder.getparent()
    if holder.tag == R_PR and above is not None and above.tag == P_PR:
        paragraph = above.getparent()
        following = None if paragraph is None else paragraph.getnext()
        return not any(_rewritten(item) for item in (paragraph, following) if item is not None)
    before = mark.getprevious()
    return before is None or not _own(before)


def _marked(row: etree._Element) -> bool:
    return any(child(row, f"w:trPr/w:{kind}") is not None for kind in ("ins", "del"))


def _rewritten(paragraph: etree._Element) -> bool:
    """Whether words of a paragraph are changes of ours, and not its mark alone."""
    return any(_own(item) and len(item) for item in every(paragraph, "w:ins", "w:del"))


def _own(item: etree._Element) -> bool:
    return item.tag in (INS, DEL) and item.get(AUTHOR) == OURS


def _day(item: etree._Element) -> date | None:
    try:
        return date.fromisoformat(item.get(DATE, "")[:10])
    except ValueError:
        return None

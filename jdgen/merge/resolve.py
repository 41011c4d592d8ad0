"""Accepting and rejecting the tracked changes of one author, as Word does.

The merge checks itself with it: what it wrote, rejected, has to give the edited file back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from lxml import etree

from jdgen.merge.revisions import AUTHOR, DEL, ID, INS, P_PR, R_PR, remove, restore, unwrap
from jdgen.word.markup import TBL, TR, P, child, every, qn, serialize
from jdgen.word.opening import open_word_file
from jdgen.word.package import Package

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_ANCHORS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
_CHANGES = (b"w:ins ", b"w:del ", b"w:move", b"w:rPrChange ", b"w:pPrChange ")
_IN, _OUT = (INS, qn("w:moveTo")), (DEL, qn("w:moveFrom"))
Way = Literal["accept", "reject"]


def accept(data: bytes, author: str | None = None) -> bytes:
    """The file with all tracked changes of an author accepted, of everybody for None.

    Comments stay. Raises WordFileError for what is no Word file.
    """
    return resolve_package(open_word_file(data), "accept", author).to_bytes()


def reject(data: bytes, author: str | None = None) -> bytes:
    """The file with all tracked changes of an author rejected and its comments taken out.

    Raises WordFileError for what is no Word file.
    """
    return resolve_package(open_word_file(data), "reject", author).to_bytes()


def resolve_package(package: Package, way: Way, author: str | None) -> Package:
    """A package with tracked changes resolved; untouched parts stay as they are."""
    trees = resolved_trees(package, way, author)
    return package.with_members({part: serialize(root) for part, root in trees.items()})


def resolved_trees(
    package: Package,
    way: Way,
    author: str | None,
    tree: Callable[[str], etree._Element] | None = None,
) -> dict[str, etree._Element]:
    """The parts in which there was something to resolve, as they are afterwards.

    `tree` gives the trees to be changed where somebody has them already.
    """
    known = [package.main, *(part for kind in _STORIES for part in package.related(kind))]
    comments = _comments_of(package, author) if way == "reject" else frozenset()
    trees: dict[str, etree._Element] = {}
    for part in known:
        data = package.read(part)
        if not comments and not any(mark in data for mark in _CHANGES):
            continue
        root = (tree or package.root)(part)
        dropped = bool(comments) and drop_comments(root, comments)
        if resolve(root, way, author) or dropped:
            trees[part] = root
    return trees


def _comments_of(package: Package, author: str | None) -> frozenset[str]:
    return frozenset(
        comment.get(ID, "")
        for part in package.related("comments")
        for comment in every(package.peek(part), "w:comment")
        if _by(comment, author)
    )


def drop_comments(root: etree._Element, numbers: frozenset[str]) -> bool:
    """Takes comments with these ids, or their anchors, out of a part; whether there were any."""
    gone = [item for item in every(root, "w:comment", *_ANCHORS) if item.get(ID) in numbers]
    for item in gone:
        run = item.getparent()
        remove(item)
        if run is not None and run.tag == qn("w:r") and all(rest.tag == R_PR for rest in run):
            remove(run)
    return bool(gone)


def resolve(root: etree._Element, way: Way, author: str | None) -> bool:
    """Resolves tracked changes in one part; whether there were any."""
    goes, stays = (_OUT, _IN) if way == "accept" else (_IN, _OUT)
    found = {tags: [e for e in root.iter(*tags) if _by(e, author)] for tags in (_IN, _OUT)}
    changes = [e for e in every(root, "w:rPrChange", "w:pPrChange") if _by(e, author)]
    if not changes and not any(found.values()):
        return False
    for element in changes:
        resolve_looks(element, way)
    for element in found[stays]:
        if _in_properties(element) is not None:
            _drop_mark(element)
        elif stays == _OUT:
            restore(element)
        else:
            unwrap(element)
    _take_out(found[goes])
    return True


def _by(element: etree._Element, author: str | None) -> bool:
    return author is None or element.get(AUTHOR) == author


def _take_out(revisions: list[etree._Element]) -> None:
    """Removes text, rows and paragraph marks, and what they leave empty."""
    marked: list[etree._Element] = []
    tables: dict[etree._Element, None] = {}
    for element in revisions:
        owner = _in_properties(element)
        if owner is None:
            holder = element.getparent()
            remove(element)
            _drop_empty_link(holder)
        elif owner.tag == TR:
            tables.update(dict.fromkeys(owner.iterancestors(TBL)))
            remove(owner)
        else:
            marked.append(owner)
            _drop_mark(element)
    for table in tables:
        if next(every(table, "w:tr"), None) is None:
            remove(table)
    for paragraph in marked:
        _join_next(paragraph)


def _in_properties(element: etree._Element) -> etree._Element | None:
    """The paragraph or row whose mark a revision is, None for one round runs."""
    parent = element.getparent()
    if parent is None:
        return None
    if parent.tag == qn("w:trPr"):
        return parent.getparent()
    above = parent.getparent()
    if parent.tag == R_PR and above is not None and above.tag == P_PR:
        return above.getparent()
    return None


def _drop_mark(element: etree._Element) -> None:
    """Takes a mark out, and the property lists that it leaves empty."""
    while len(element) == 0 and element.tag in (*_IN, *_OUT, R_PR, P_PR, qn("w:trPr")):
        parent = element.getparent()
        remove(element)
        if parent is None:
            return
        element = parent


def _drop_empty_link(holder: etree._Element | None) -> None:
    if holder is not None and holder.tag == qn("w:hyperlink") and len(holder) == 0:
        remove(holder)


def resolve_looks(change: etree._Element, way: Way) -> None:
    """Accepts or rejects one tracked change of formatting."""
    properties = change.getparent()
    if properties is None:
        return
    old = list(change[0]) if way == "reject" and len(change) else []
    remove(change)
    if way == "reject":
        kept = (qn("w:sectPr"), R_PR) if properties.tag == P_PR else ()
        marks = [item for item in properties if item.tag in (INS, DEL)] if not kept else []
        rest = [item for item in properties if item.tag in kept]
        for item in list(properties):
            remove(item)
        properties.extend([*marks, *old, *rest])
    if len(properties) == 0:
        remove(properties)


def _join_next(paragraph: etree._Element) -> None:
    """What becomes of a paragraph whose mark is gone: its text joins the next paragraph."""
    following = paragraph.getnext()
    between: list[etree._Element] = []
    while following is not None and following.tag not in (P, TBL, qn("w:sdt"), qn("w:sectPr")):
        between.append(following)
        following = following.getnext()
    content = [item for item in paragraph if item.tag != P_PR]
    if following is None or following.tag != P:
        if not content and _may_go(paragraph):
            remove(paragraph)
        return
    start = 1 if child(following, "w:pPr") is not None else 0
    for index, item in enumerate([*content, *between]):
        following.insert(start + index, item)
    remove(paragraph)


def _may_go(paragraph: etree._Element) -> bool:
    """Whether a cell or the body still ends in a paragraph without this one."""
    before, after = paragraph.getprevious(), paragraph.getnext()
    holder = paragraph.getparent()
    in_cell = holder is not None and holder.tag == qn("w:tc")
    if after is not None and after.tag == TBL:
        return True
    return not in_cell or (after is not None) or (before is not None and before.tag == P)

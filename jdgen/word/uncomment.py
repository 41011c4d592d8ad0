"""Taking comments out of a Word file: those of one author, or all of them."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from jdgen.word import markup
from jdgen.word.markup import P, R, every, qn
from jdgen.word.package import Package

_MARKS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
_PARAGRAPH_ID = f"{{{markup.NAMESPACES['w14']}}}paraId"
_SIDE_PARTS = ("commentsExtended", "commentsIds", "commentsExtensible")


def without_comments_of(package: Package, author: str) -> Package:
    """The package without the comments of one author; answers to them stay as comments."""
    changes: dict[str, bytes | None] = {}
    gone, paragraphs = set[str](), set[str]()
    for member in package.related("comments"):
        root = package.root(member)
        for comment in list(every(root, "w:comment")):
            if comment.get(qn("w:author")) == author:
                gone.add(comment.get(qn("w:id"), ""))
                paragraphs |= {p.get(_PARAGRAPH_ID, "") for p in comment.iter(P)} - {""}
                _drop(comment)
        changes[member] = markup.serialize(root)
    if not gone:
        return package
    root = package.root(package.main)
    _remove_marks(every(root, *_MARKS), gone)
    changes[package.main] = markup.serialize(root)
    return _forget(package.with_members(changes), paragraphs)


def without_comments(package: Package) -> Package:
    """The package as if nobody had ever commented on it; for comparing, not for keeping."""
    root = package.root(package.main)
    marks = list(every(root, *_MARKS))
    _remove_marks(marks, {mark.get(qn("w:id"), "") for mark in marks})
    dropped = dict.fromkeys(package.related("comments"))
    return package.with_members({**dropped, package.main: markup.serialize(root)})


def _remove_marks(marks: Iterable[etree._Element], gone: set[str]) -> None:
    for mark in list(marks):
        if mark.get(qn("w:id"), "") not in gone:
            continue
        run = mark.getparent()
        _drop(mark)
        if run is not None and run.tag == R and all(item.tag == qn("w:rPr") for item in run):
            _drop(run)


def _forget(package: Package, paragraphs: set[str]) -> Package:
    """Takes what newer Word notes beside comments (answers, ids, dates) of those that are gone."""
    changes: dict[str, bytes | None] = {}
    for kind in _SIDE_PARTS:
        for member in package.related(kind):
            root = package.root(member)
            for entry in list(root):
                told = {etree.QName(str(name)).localname: name for name in entry.attrib}
                values = {local: entry.get(name, "") for local, name in told.items()}
                if {values.get("paraId"), values.get("durableId")} & paragraphs:
                    paragraphs |= {values.get("durableId", "")} - {""}
                    _drop(entry)
                elif values.get("paraIdParent") in paragraphs:
                    del entry.attrib[told["paraIdParent"]]
            changes[member] = markup.serialize(root)
    return package.with_members(changes)


def _drop(element: etree._Element) -> None:
    """Takes an element out and leaves the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)

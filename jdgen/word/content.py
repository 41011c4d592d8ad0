"""A hash of what a person sees, blind to what Word and cloud services rewrite by themselves."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from jdgen.word.markup import every, qn
from jdgen.word.opening import open_word_file
from jdgen.word.package import Package
from jdgen.word.prepare import clean

_SEEN = (
    "header", "footer", "footnotes", "endnotes", "comments", "styles", "theme", "numbering",
)  # fmt: skip
_MEDIA = re.compile(r"word/(media|embeddings)/")
_LINK = re.compile(r"\{http://schemas.openxmlformats.org/officeDocument/2006/relationships\}")
_SPLIT = ("w:t", "w:delText")


@lru_cache(maxsize=64)  # a write step asks of one file several times
def content_key(data: bytes) -> str:
    """A hex digest of text, formatting, styles, pictures, headers and notes of a Word file.

    Properties, custom XML, revision save ids, proofing marks, page breaks as last rendered, the
    split of a text over runs, and the names, order and packing of members do not count. Raises
    WordFileError if the file cannot be read.
    """
    return package_key(open_word_file(data))


def package_key(package: Package) -> str:
    """As `content_key`, of a file that is open already."""
    digest = hashlib.sha256()
    for kind, member in _members(package):
        digest.update(f"\0{kind}\0".encode())
        digest.update(_canonical(package, member))
    return digest.hexdigest()


def _members(package: Package) -> Iterator[tuple[str, str]]:
    yield "document", package.main
    for kind in _SEEN:
        for member in package.related(kind):
            yield kind, member


def _canonical(package: Package, member: str) -> bytes:
    """The part in canonical XML, its links replaced by a hash of what they lead to."""
    root = package.root(member, keep_blanks=False)
    clean(root)
    for rsids in list(every(root, "w:rsids", "w:rsid")):
        parent = rsids.getparent()
        if parent is not None:
            parent.remove(rsids)
    _join_runs(root)
    targets = _targets(package, member)
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if _LINK.match(str(name))]:
            element.set(name, targets.get(element.get(name, ""), "outside"))
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n", exclusive=True, with_comments=False)


def _targets(package: Package, member: str) -> dict[str, str]:
    """What each relationship of a part leads to: an address, a picture's hash, a kind of part."""
    found = dict(package.addresses(member))
    for link, (kind, path) in package.relationships(member).items():
        if path in package.members and _MEDIA.match(path):
            found[link] = hashlib.sha256(package.read(path)).hexdigest()
        else:
            found[link] = kind
    return found


def _join_runs(root: etree._Element) -> None:
    """Makes one run of neighbours that look alike, as Word splits them for reasons of its own."""
    for paragraph in root.iter(qn("w:p")):
        previous: etree._Element | None = None
        for run in list(paragraph):
            if previous is not None and _alike(previous, run):
                text, more = previous.find(qn("w:t")), run.find(qn("w:t"))
                if text is not None and more is not None:
                    text.text = (text.text or "") + (more.text or "")
                    paragraph.remove(run)
                    continue
            previous = run
        for text in paragraph.iter(*[qn(tag) for tag in _SPLIT]):
            for name in list(text.attrib):
                del text.attrib[name]


def _alike(first: etree._Element, second: etree._Element) -> bool:
    """Whether two neighbours are runs of one text each with the same properties."""
    if first.tag != qn("w:r") or second.tag != qn("w:r"):
        return False
    return _shape(first) == _shape(second) is not None


def _shape(run: etree._Element) -> bytes | None:
    """The properties of a run that holds one text and nothing else, None for any other run."""
    properties = run.find(qn("w:rPr"))
    rest = [item for item in run if item is not properties]
    if len(rest) != 1 or rest[0].tag != qn("w:t"):
        return None
    return etree.tostring(properties, method="c14n") if properties is not None else b""

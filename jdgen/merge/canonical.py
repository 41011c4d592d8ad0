"""Parts in a form in which what does not matter is equal: split runs, revision-save ids, order.

Two uses: is this file the one that was generated, and did rejecting give the edited file back.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from jdgen.merge.revisions import AUTHOR, DATE, DEL, INS, P_PR, R_PR, TR_PR, remove
from jdgen.word.markup import SAVE_IDS, XML_SPACE, P, R, child, every, parse, qn
from jdgen.word.package import CONTENT_TYPES, ROOT_RELS, UNWRITTEN, Package

_WITHOUT_MEANING = ("w:proofErr", "w:lastRenderedPageBreak", "w:rsids")
_T = qn("w:t")
_MEANINGLESS = frozenset(qn(tag) for tag in _WITHOUT_MEANING)
_HOLDERS = frozenset(
    qn(f"w:{tag}") for tag in ("document", "body", "hdr", "ftr", "tbl", "tr", "tc", "comments")
)
_OUTERMOST = frozenset((qn("w:document"), qn("w:body")))
_PROPERTIES = ("docProps/", "customXml/")
_BOX = b"<w:txbxContent"  # paragraphs within a paragraph
_PARAGRAPH_ENDS, _PARAGRAPH_STARTS = b"</w:p>", (b"<w:p>", b"<w:p ")


def canonical(data: bytes) -> bytes:
    """One XML part without the noise of saving; equal for parts that mean the same."""
    return _canonical(parse(data))


def _canonical(root: etree._Element) -> bytes:
    """The same of a tree, which is changed on the way."""
    for item in list(every(root, *_WITHOUT_MEANING)):
        remove(item)
    for item in root.iter(etree.Element):
        _plain(item)
    for item in list(root.iter(INS, DEL, qn("w:moveTo"), qn("w:moveFrom"))):
        _join(item, _same_hand)
    for item in reversed(list(root.iter(R_PR, P_PR, TR_PR))):
        if len(item) == 0:
            remove(item)
    runs = list(root.iter(R))
    for item in runs:
        if all(part.tag == R_PR for part in item):
            remove(item)
    for item in runs:
        _join(item, _same_look)
    for item in list(root.iter(_T)):
        _join_text(item)
    return etree.tostring(root, method="c14n")


def _same_but_paragraphs(one: Package, other: Package, name: str) -> bool:
    """Whether a part is the same to the last byte but for paragraphs that mean the same.

    False also where that cannot be told so quickly. To write a part once takes far less time than
    to write its elements one by one.
    """
    if not name.endswith(".xml"):
        return False
    roots = one.peek(name), other.peek(name)
    written = [etree.tostring(root, encoding="UTF-8") for root in roots]
    ours, theirs = (data.split(_PARAGRAPH_ENDS) for data in written)
    if len(ours) != len(theirs) or any(_BOX in data for data in written):
        return False
    differing = [at for at, pair in enumerate(zip(ours, theirs, strict=True)) if pair[0] != pair[1]]
    full = [[item for item in root.iter(P) if len(item) or item.text] for root in roots]
    if any(len(paragraphs) != len(ours) - 1 for paragraphs in full):
        return False
    return all(
        at < len(full[0])
        and _before_paragraph(ours[at]) == _before_paragraph(theirs[at])
        and _by_itself(full[0][at]) == _by_itself(full[1][at])
        for at in differing
    )


def _before_paragraph(data: bytes) -> bytes:
    """What stands before the last paragraph that begins in a piece of XML."""
    return data[: max(map(data.rfind, _PARAGRAPH_STARTS))]


def _by_itself(element: etree._Element) -> bytes:
    return canonical(etree.tostring(element, with_tail=False))


def _same_tree(one: etree._Element, other: etree._Element) -> bool:
    """Whether two trees mean the same; what is the same to the last byte needs no closer look."""
    if one.tag not in _OUTERMOST or one.tag != other.tag:
        ours, theirs = (etree.tostring(item, with_tail=False) for item in (one, other))
        if ours == theirs:
            return True
    if one.tag in _HOLDERS and one.tag == other.tag and _kept(one) == _kept(other):
        parts = _parts(one), _parts(other)
        if len(parts[0]) == len(parts[1]):
            return all(map(_same_tree, *parts))
    return canonical(etree.tostring(one)) == canonical(etree.tostring(other))


def _parts(holder: etree._Element) -> list[etree._Element]:
    return [item for item in holder if item.tag not in _MEANINGLESS]


def _kept(holder: etree._Element) -> dict[str, str]:
    """The attributes of an element but for the ids of a save."""
    return {
        str(name): str(text)
        for name, text in holder.attrib.items()
        if not SAVE_IDS.search(str(name))
    }


def _plain(item: etree._Element) -> None:
    """Takes the ids of a save, and white space between elements, off an element."""
    for name in [name for name in item.attrib if SAVE_IDS.search(str(name))]:
        del item.attrib[name]
    item.tail = None
    if len(item):
        item.text = None
    if item.tag == _T and item.attrib.pop(XML_SPACE, "") != "preserve" and item.text:
        item.text = item.text.strip(" \t\r\n")


def _join(item: etree._Element, alike: Callable[[etree._Element, etree._Element], bool]) -> None:
    """Takes the following elements of the same sort in, where they only were cut apart."""
    if item.getparent() is None or (item.tag != R and not _round_runs(item)):
        return
    following = item.getnext()
    while following is not None and following.tag == item.tag and alike(item, following):
        item.extend([part for part in following if item.tag != R or part.tag != R_PR])
        remove(following)
        following = item.getnext()


def _round_runs(item: etree._Element) -> bool:
    parent = item.getparent()
    return parent is not None and parent.tag not in (R_PR, TR_PR)


def _same_hand(one: etree._Element, other: etree._Element) -> bool:
    return all(one.get(name) == other.get(name) for name in (AUTHOR, DATE))


def _same_look(one: etree._Element, other: etree._Element) -> bool:
    return _look(one) == _look(other)


def _look(run: etree._Element) -> bytes:
    properties = child(run, "w:rPr")
    return etree.tostring(properties, method="c14n") if properties is not None else b""


def _join_text(item: etree._Element) -> None:
    if item.getparent() is None:
        return
    following = item.getnext()
    while following is not None and following.tag == _T:
        item.text = (item.text or "") + (following.text or "")
        remove(following)
        following = item.getnext()


def listed(data: bytes) -> frozenset[tuple[tuple[str, str], ...]]:
    """The entries of a list part (relationships, content types), those of properties left out."""
    return frozenset(
        tuple(sorted((str(name), str(text)) for name, text in entry.attrib.items()))
        for entry in parse(data)
        if not entry.get("Target", "").lstrip("./").startswith(_PROPERTIES)
    )


def same_content(one: Package, other: Package) -> bool:
    """Whether two files show and hold the same; properties and custom XML are left out."""
    names = {name for name in one.members if counts(name)}
    if names != {name for name in other.members if counts(name)}:
        return False
    return all(same_part(one, other, name) for name in sorted(names))


def counts(name: str) -> bool:
    """Whether a part is of the document, and not of what programs note about it."""
    return not name.startswith(_PROPERTIES) and name not in (CONTENT_TYPES, ROOT_RELS)


def same_bytes(one: Package, other: Package, name: str) -> bool:
    """Whether a part that two files have is the same to the last byte."""
    ours, theirs = one.members[name], other.members[name]
    if ours is theirs:
        return True
    sums = (ours.crc, ours.size) == (theirs.crc, theirs.size)
    return sums and ours.size != UNWRITTEN and one.read(name) == other.read(name)


def same_part(one: Package, other: Package, name: str) -> bool:
    """Whether two files hold the same in a part that both have."""
    if same_bytes(one, other, name):
        return True
    if name.endswith(".rels") or name == CONTENT_TYPES:
        return listed(one.read(name)) == listed(other.read(name))
    if not name.endswith(".xml"):
        return False
    return _same_tree(one.peek(name), other.peek(name))


def first_loss(staff: Package, restored: Package) -> str:
    """The first part of the edited file that is not in the restored one as it was; "" if none.

    What was added (relationships, content types, media, lists, an empty comments part) does no
    harm.
    """
    for name in sorted(staff.members):
        if name not in restored.members:
            return name
        if same_bytes(staff, restored, name):
            continue
        if name.endswith(".rels") or name == CONTENT_TYPES:
            if not listed(staff.read(name)) <= listed(restored.read(name)):
                return name
        elif name == "word/numbering.xml":
            if not _entries(staff.read(name)) <= _entries(restored.read(name)):
                return name
        elif not (_same_but_paragraphs(staff, restored, name) or same_part(staff, restored, name)):
            return name
    return ""


def _entries(data: bytes) -> frozenset[bytes]:
    """The definitions of a part that is a list of them, each by itself."""
    return frozenset(etree.tostring(entry, method="c14n") for entry in parse(canonical(data)))

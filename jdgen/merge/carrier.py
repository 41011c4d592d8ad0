"""Bringing fresh content into the edited file: in its styles, its lists, with its own media."""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from jdgen.merge.bench import Bench
from jdgen.merge.revisions import remove
from jdgen.merge.tokens import Token
from jdgen.word.markup import VAL, XML_SPACE, R, T, child, every, parse, qn, value
from jdgen.word.package import CONTENT_TYPES, Package, rels_of

_STYLE_KINDS = {"w:pStyle": "paragraph", "w:rStyle": "character", "w:tblStyle": "table"}
_REVISIONS = tuple(
    f"w:{tag}"
    for tag in ("rPrChange", "pPrChange", "trPrChange", "tcPrChange", "tblPrChange", "sectPr")
)
_MARKS = frozenset(
    qn(f"w:{tag}")
    for tag in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange",
    )
)  # fmt: skip
_NUMBERED = ("w:bookmarkStart", "w:bookmarkEnd", "w:numberingChange")
_ABSTRACT = qn("w:abstractNumId")
_RELATED = (qn("r:embed"), qn("r:id"), qn("r:link"), qn("r:pict"))


@dataclass
class Carrier:
    """Copies content of one part of the fresh file for one part of the edited one.

    `list_of` gives the list of the edited file that stands for a fresh one, "" for a new one.
    """

    fresh: Package
    fresh_part: str
    bench: Bench
    part: str
    list_of: Callable[[str], str]
    _lists: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _styles(self) -> dict[tuple[str, str], str]:
        """Kind and id of each fresh style: the id of the style of that name in the edited file."""
        named = {(kind, name): key for kind, key, name in _styles_of(self.bench.package)}
        return {
            (kind, key): named[kind, name]
            for kind, key, name in _styles_of(self.fresh)
            if (kind, name) in named
        }

    @cached_property
    def _links(self) -> dict[str, tuple[str, str, bool]]:
        """The relationships of the fresh part: id to kind, target, external."""
        name = rels_of(self.fresh_part)
        if name not in self.fresh.members:
            return {}
        return {
            rel.get("Id", ""): (
                rel.get("Type", "").rpartition("/")[2],
                rel.get("Target", ""),
                rel.get("TargetMode") == "External",
            )
            for rel in every(self.fresh.peek(name), "pr:Relationship")
        }

    def properties(self, element: etree._Element | None) -> etree._Element | None:
        """A copy of a property list in terms of the edited file's styles and lists."""
        if element is None:
            return None
        result = without_revisions(element)
        for tag, kind in _STYLE_KINDS.items():
            for style in list(every(result, tag)):
                known = self._styles.get((kind, style.get(VAL, "")))
                if known is None:
                    remove(style)
                else:
                    style.set(VAL, known)
        for number in list(every(result, "w:numId")):
            known = number.get(VAL, "")
            if known not in self._lists and known != "0":
                self._lists[known] = self.list_of(known) or self._new_list(known)
            if known != "0" and self._lists[known]:
                number.set(VAL, self._lists[known])
            elif known != "0":
                holder = number.getparent()
                remove(number if holder is None else holder)
        return result

    def _new_list(self, number: str) -> str:
        """The number of a copy of a fresh list, "" where one of the files has no lists at all."""
        sources, targets = (p.related("numbering") for p in (self.fresh, self.bench.package))
        if not sources or not targets:
            return ""
        source, target = self.fresh.peek(sources[0]), self.bench.root(targets[0])
        lists = {item.get(qn("w:numId")): item for item in every(source, "w:num")}
        formats = {item.get(_ABSTRACT): item for item in every(source, "w:abstractNum")}
        entry = lists.get(number)
        shape = formats.get(value(entry, "w:abstractNumId"))
        if entry is None or shape is None:
            return ""
        entry, shape = copy.deepcopy(entry), self.properties(shape)
        kept = list(every(target, "w:abstractNum"))
        new = _above(every(target, "w:num"), qn("w:numId"))
        new_format = _above(kept, _ABSTRACT)
        if shape is not None:
            shape.set(_ABSTRACT, new_format)
            for item in list(every(shape, "w:nsid", "w:lvlPicBulletId", "w:numStyleLink")):
                remove(item)
            target.insert(target.index(kept[-1]) + 1 if kept else 0, shape)
        entry.set(qn("w:numId"), new)
        for item in every(entry, "w:abstractNumId"):
            item.set(VAL, new_format)
        numbers = list(every(target, "w:num"))
        target.insert(target.index(numbers[-1]) + 1 if numbers else len(target), entry)
        return new

    def run(self, tokens: list[Token], looks: etree._Element | None) -> etree._Element:
        """A new run with the content of fresh tokens and the given formatting."""
        result = etree.Element(R)
        if looks is not None:
            result.append(looks)
        text: etree._Element | None = None
        for token in tokens:
            for piece in token.source or ():
                if piece.node is None:
                    result.extend(self._node(item) for item in piece.run if item.tag != qn("w:rPr"))
                    text = None
                elif piece.node.tag == T:
                    if text is None:
                        text = etree.SubElement(result, T)
                        text.text = ""
                        text.set(XML_SPACE, "preserve")
                    text.text = (text.text or "") + (piece.node.text or "")[piece.start : piece.end]
                else:
                    result.append(self._node(piece.node))
                    text = None
        return result

    def link(self, token: Token) -> etree._Element | None:
        """An empty copy of the hyperlink a fresh token stands in, None if it stands in none."""
        run = token.source[0].run if token.source else None
        holder = None if run is None else next(run.iterancestors(qn("w:hyperlink")), None)
        if holder is None:
            return None
        result = etree.Element(holder.tag)
        for name, text in holder.attrib.items():
            result.set(name, text)
        self._reconnect(result)
        return result

    def _node(self, node: etree._Element) -> etree._Element:
        """A copy of an element that still knows its namespaces, with its media brought along."""
        if node.tag in (T, qn("w:tab"), qn("w:br")):
            return copy.deepcopy(node)
        result = parse(etree.tostring(node, with_tail=False))
        for item in result.iter(etree.Element):
            self._reconnect(item)
        for item in list(every(result, *_NUMBERED)):
            remove(item)
        for item in every(result, "wp:docPr"):
            item.set("id", str(self.bench.next_drawing_id()))
        return result

    def _reconnect(self, item: etree._Element) -> None:
        for name in _RELATED:
            found = self._links.get(item.get(name, ""))
            if found is None:
                continue
            kind, target, external = found
            if external:
                item.set(name, self.bench.relate(self.part, kind, target, external=True))
                continue
            folder = posixpath.dirname(self.fresh_part)
            source = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            suffix = posixpath.splitext(source)[1].lstrip(".")
            data = self.fresh.read(source)
            item.set(name, self.bench.add_media(self.part, source, data, self._type_of(suffix)))

    def _type_of(self, suffix: str) -> str:
        for entry in every(self.fresh.peek(CONTENT_TYPES), "ct:Default"):
            if entry.get("Extension", "").lower() == suffix.lower():
                return entry.get("ContentType", "")
        return f"image/{suffix.lower()}"


def _above(items: Iterable[etree._Element], attribute: str) -> str:
    """A number above all those that the items have."""
    return str(1 + max((int(item.get(attribute, "0")) for item in items), default=0))


def without_revisions(element: etree._Element) -> etree._Element:
    """A copy of a property list without tracked changes and section ends."""
    result = copy.deepcopy(element)
    for item in list(every(result, *_REVISIONS)):
        remove(item)
    for item in [item for item in result.iter(etree.Element) if item.tag in _MARKS]:
        remove(item)
    return result


def _styles_of(package: Package) -> list[tuple[str, str, str]]:
    """Kind, id and name of every style."""
    found = []
    for part in package.related("styles"):
        for style in every(package.peek(part), "w:style"):
            name = value(child(style, "w:name")).lower()
            found.append((style.get(qn("w:type"), ""), style.get(qn("w:styleId"), ""), name))
    return found

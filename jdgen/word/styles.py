"""Styles and lists by what they are, not by what they are called in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jdgen.word.markup import child, every, qn, value
from jdgen.word.package import Package

_HEADING = re.compile(r"heading ([1-9])")
_WRITTEN_SMALL = {"header", "footer", "caption"}  # Word writes these small and shows them large
_LEVELS = frozenset("012345678")
_DEPTH = 20  # Word itself stops at ten styles based on each other


@dataclass(frozen=True)
class Style:
    """One style: `name` is the same in every language of Word, for the styles that come with it."""

    id: str
    name: str
    kind: str
    element: etree._Element
    based_on: str
    default: bool


class StyleSheet:
    """The styles and lists of one file."""

    def __init__(self, package: Package) -> None:
        self.root = _related_root(package, "styles")
        self.styles = {style.id: style for style in _styles(self.root)}
        self.lists = _list_formats(_related_root(package, "numbering"))
        defaults = [s for s in self.styles.values() if s.kind == "paragraph" and s.default]
        self._roles: dict[str, str] = {}
        self._numberings: dict[str, tuple[str, str]] = {}
        self.default = defaults[0].id if defaults else "Normal"

    def chain(self, style_id: str) -> list[Style]:
        """A style and those it is based on, nearest first."""
        found: list[Style] = []
        while style_id in self.styles and len(found) < _DEPTH:
            found.append(self.styles[style_id])
            style_id = found[-1].based_on
        return found

    def style_of(self, paragraph: etree._Element) -> str:
        """The id of a paragraph's style."""
        named = value(paragraph, "w:pPr/w:pStyle")
        return named if named in self.styles else self.default

    def name_of(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style as Word shows it."""
        style = self.styles.get(self.style_of(paragraph))
        name = style.name if style else "Normal"
        shown = _HEADING.fullmatch(name) or name in _WRITTEN_SMALL
        return name.capitalize() if shown else name

    def role(self, paragraph: etree._Element) -> str:
        """title, heading1 to heading9, bullet, number or body, by style and list."""
        role = self._style_role(self.style_of(paragraph))
        level = value(paragraph, "w:pPr/w:outlineLvl")
        if role == "body" and level in _LEVELS:
            return f"heading{int(level) + 1}"
        return role if role != "body" else self._list_role(paragraph)

    def _style_role(self, style_id: str) -> str:
        if style_id not in self._roles:
            self._roles[style_id] = self._find_role(style_id)
        return self._roles[style_id]

    def _find_role(self, style_id: str) -> str:
        for style in self.chain(style_id):
            name = style.name.lower()
            found = _HEADING.fullmatch(name)
            if found:
                return f"heading{found.group(1)}"
            if name == "title":
                return "title"
            level = value(style.element, "w:pPr/w:outlineLvl")
            if level:
                return f"heading{int(level) + 1}" if level in _LEVELS else "body"
        return "body"

    def numbering(self, paragraph: etree._Element) -> tuple[str, str]:
        """The list a paragraph is in, by its own setting or its style's: its id and its level."""
        own = child(paragraph, "w:pPr/w:numPr")
        if own is not None and value(own, "w:numId"):
            return value(own, "w:numId"), value(own, "w:ilvl") or "0"
        style = self.style_of(paragraph)
        if style not in self._numberings:
            self._numberings[style] = self._style_numbering(style)
        return self._numberings[style]

    def _style_numbering(self, style_id: str) -> tuple[str, str]:
        for style in self.chain(style_id):
            number = value(style.element, "w:pPr/w:numPr/w:numId")
            if number:
                return number, value(style.element, "w:pPr/w:numPr/w:ilvl") or "0"
        return "", "0"

    def _list_role(self, paragraph: etree._Element) -> str:
        number, level = self.numbering(paragraph)
        if not number or number == "0":
            return "body"
        return "bullet" if self.lists.get((number, level), "bullet") == "bullet" else "number"

    @property
    def language(self) -> str:
        """The language that the styles set for all text."""
        return value(self.root, "w:docDefaults/w:rPrDefault/w:rPr/w:lang") if len(self.root) else ""


def _related_root(package: Package, kind: str) -> etree._Element:
    members = package.related(kind)
    return package.root(members[0]) if members else etree.Element(qn(f"w:{kind}"))


def _styles(root: etree._Element) -> Iterator[Style]:
    for element in every(root, "w:style"):
        yield Style(
            id=element.get(qn("w:styleId"), ""),
            name=value(element, "w:name"),
            kind=element.get(qn("w:type"), "paragraph"),
            element=element,
            based_on=value(element, "w:basedOn"),
            default=element.get(qn("w:default")) in {"1", "true", "on"},
        )


def _list_formats(root: etree._Element) -> dict[tuple[str, str], str]:
    """The number format of each level of each list."""
    abstract: dict[str, dict[str, str]] = {}
    for definition in every(root, "w:abstractNum"):
        levels = {
            lvl.get(qn("w:ilvl"), "0"): value(lvl, "w:numFmt") for lvl in every(definition, "w:lvl")
        }
        abstract[definition.get(qn("w:abstractNumId"), "")] = levels
    formats: dict[tuple[str, str], str] = {}
    for number in every(root, "w:num"):
        levels = dict(abstract.get(value(number, "w:abstractNumId"), {}))
        for override in every(number, "w:lvlOverride"):
            own = value(override, "w:lvl/w:numFmt")
            if own:
                levels[override.get(qn("w:ilvl"), "0")] = own
        formats |= {(number.get(qn("w:numId"), ""), level): fmt for level, fmt in levels.items()}
    return formats

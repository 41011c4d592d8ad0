"""What is done to a template once, before its tags are compiled.

Drawings that grow with a number, the logo, paper, spelling and house style all become plain Word
XML with template tags, so that docxtpl's own path and ours render the very same thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from jdgen.word import markup
from jdgen.word.colours import colour_tags
from jdgen.word.house_style import in_house_style
from jdgen.word.markup import SAVE_IDS, P, every, qn
from jdgen.word.package import Package
from jdgen.word.paper import set_paper
from jdgen.word.respelling import respell_part

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MARKS = ("{{", "{%", "{#", "}}", "%}", "#}")
IDS_PER_PART = 100_000
_WIDTH = re.compile(r"\s*width\s*\{\{(.+)\}\}\s*", re.DOTALL)
_PRINT = re.compile(r"\{\{(?!_)(.+?)\}\}", re.DOTALL)
_NOISE = ("w:proofErr", "w:lastRenderedPageBreak")
_NAMELESS_BOOKMARKS = re.compile(r"_GoBack|_Hlk\d*")


@dataclass(frozen=True)
class Prepared:
    """A template with its fixed choices made.

    `parts` are the members that hold tags, the main text first. `logos` are the pictures that
    stand in for the logo, as pairs of the member that shows it and the id of its relationship.
    """

    package: Package
    parts: tuple[str, ...]
    logos: tuple[tuple[str, str], ...] = field(default=())


def templated_members(package: Package) -> list[str]:
    """The members whose text may hold tags: main text, headers, footers, notes."""
    members = [package.main]
    for kind in ("header", "footer", "footnotes", "endnotes"):
        members += package.related(kind)
    return members


def prepare(
    package: Package,
    *,
    paper: str,
    spelling: Mapping[str, str],
    house_style: tuple[bytes, bytes] | None,
) -> Prepared:
    """The template with paper, spelling and house style chosen, its drawings made into tags."""
    changes: dict[str, bytes | None] = {}
    parts: list[str] = []
    logos: list[tuple[str, str]] = []
    members = templated_members(package)
    roots = {member: package.root(member, keep_blanks=False) for member in members}
    set_paper(roots[package.main], [roots[m] for m in members[1:]], paper)
    for number, (member, root) in enumerate(roots.items()):
        clean(root)
        respell_part(root, spelling)
        logos += [(member, link) for link in _logo_tags(root)]
        _width_tags(root)
        _attribute_tags(root)
        colour_tags(root)
        if _has_tags(root):
            _id_tags(root, number)
            parts.append(member)
        changes[member] = markup.serialize(root)
    if house_style:
        changes |= in_house_style(package, *house_style)
    return Prepared(package.with_members(changes), tuple(parts), tuple(logos))


def _has_tags(root: etree._Element) -> bool:
    text = etree.tostring(root, encoding="unicode", method="text")
    return any(mark in text for mark in _MARKS) or b"{{" in etree.tostring(root)


def clean(root: etree._Element) -> None:
    """Drops what Word leaves behind while editing, and ids that must not repeat in a loop."""
    for element in list(every(root, *_NOISE)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    gone: set[str] = set()
    for mark in list(every(root, "w:bookmarkStart", "w:bookmarkEnd")):
        name, number = mark.get(qn("w:name"), ""), mark.get(qn("w:id"), "")
        if _NAMELESS_BOOKMARKS.fullmatch(name) or (not name and number in gone):
            gone.add(number)
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)
    for element in root.iter(etree.Element):
        for key in [key for key in element.attrib if SAVE_IDS.search(str(key))]:
            del element.attrib[key]


def _width_tags(root: etree._Element) -> None:
    """A drawing named `width {{ … }}` is as wide as that share of its width in the template."""
    for properties in every(root, "wp:docPr"):
        found = _WIDTH.fullmatch(properties.get("name", ""))
        frame = properties.getparent()
        if not found or frame is None:
            continue
        expression = found.group(1).strip().replace('"', "'")
        properties.set("name", "Bar")
        for extent in [*every(frame, "wp:extent"), *every(frame, "a:ext")]:
            if extent.get("cx"):
                extent.set("cx", f"{{{{ _width({expression}, {extent.get('cx')}) }}}}")
        _drop_fallback(frame)


def _drop_fallback(frame: etree._Element) -> None:
    """Old Word's picture of the same drawing has a width of its own; it goes."""
    for choice in frame.iterancestors(qn("mc:Choice")):
        alternate = choice.getparent()
        if alternate is not None:
            for fallback in alternate.findall(qn("mc:Fallback")):
                alternate.remove(fallback)


def _logo_tags(root: etree._Element) -> list[str]:
    """Makes each picture named `logo` fit the logo's shape; gives the ids of their images."""
    links = []
    for properties in every(root, "wp:docPr"):
        frame = properties.getparent()
        if properties.get("name", "").strip().casefold() != "logo" or frame is None:
            continue
        properties.set("descr", "{{ _logo_alt }}")
        for inner in every(frame, "pic:cNvPr"):
            inner.attrib.pop("descr", "")
        for extent in [*every(frame, "wp:extent"), *every(frame, "a:ext")]:
            box = f"{extent.get('cx')}, {extent.get('cy')}"
            if extent.get("cx"):
                extent.set("cx", f"{{{{ _logo_width({box}) }}}}")
                extent.set("cy", f"{{{{ _logo_height({box}) }}}}")
        links += [blip.get(qn("r:embed"), "") for blip in every(frame, "a:blip")]
        _only_with_logo(frame)
    return links


def _only_with_logo(frame: etree._Element) -> None:
    """Without a logo the picture goes, and its paragraph if nothing else is in it."""
    run = next(frame.iterancestors(markup.R), None)
    paragraph = next(frame.iterancestors(P), None)
    if run is None or paragraph is None:
        return
    others = [r for r in paragraph.iter(markup.R) if r is not run and len(r)]
    container = paragraph.getparent()
    siblings = container.findall(qn("w:p")) if container is not None else []
    has_section = markup.child(paragraph, "w:pPr/w:sectPr") is not None
    last = not siblings or siblings[-1] is paragraph
    lone = not others and not last and not has_section
    _between(paragraph if lone else run, "{% if _logo %}", "{% endif %}")


def _between(element: etree._Element, before: str, after: str) -> None:
    """Puts text before and after an element."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + before
    elif parent is not None:
        parent.text = (parent.text or "") + before
    element.tail = after + (element.tail or "")


def _attribute_tags(root: etree._Element) -> None:
    """Tags in alternative texts: quotes that fit an attribute, and values on one line."""
    for element in every(root, "wp:docPr", "pic:cNvPr"):
        for name in ("descr", "title"):
            text = element.get(name, "")
            if "{{" in text or "{%" in text:
                plain = TAG.sub(lambda tag: tag.group().replace('"', "'"), text)
                element.set(name, _PRINT.sub(r"{{ (\1)|one_line }}", plain))


def _id_tags(root: etree._Element, number: int) -> None:
    """Drawings get fresh ids as they are printed, for a loop prints one drawing many times."""
    for properties in every(root, "wp:docPr"):
        properties.set("id", f"{{{{ _next_id({number * IDS_PER_PART}) }}}}")

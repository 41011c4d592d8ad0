"""An organization's look put on a template: theme colours and fonts, logo, language, properties.

These are edits of whole parts, made once for each template and brand.
"""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Callable
from typing import Any

from lxml import etree

from jdgen.model import Brand, Look
from jdgen.word import blame, markup
from jdgen.word.colours import brand_colour, colour_part
from jdgen.word.images import ImageInfo, image_info
from jdgen.word.markup import child, every, qn
from jdgen.word.package import CONTENT_TYPES, Package, rels_of
from jdgen.word.prepare import Prepared
from jdgen.word.properties import CORE, CUSTOM, core_xml, custom_xml, without_maker
from jdgen.word.zipping import Member, pack

_CACHE_SIZE = 64


def dressed(name: str, key: str, prepared: Prepared, brand: Brand, language: str) -> Package:
    """The prepared template in the brand's look, kept for the next document that has the same.

    Raises TemplateError if the logo is no picture.
    """
    return _dressed(name, key, _Hidden(prepared), brand, language)


class _Hidden:
    """Carries a prepared template past the cache, which goes by its key alone."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hidden)

    def __hash__(self) -> int:
        return 0


@functools.lru_cache(_CACHE_SIZE)
def _dressed(name: str, key: str, hidden: _Hidden, brand: Brand, language: str) -> Package:
    prepared = hidden.prepared
    package = without_maker(prepared.package)
    changes: dict[str, bytes | None] = {}
    for member in package.related("theme"):
        changes[member] = _theme(package.root(member), brand)
    for member in package.related("styles"):
        changes[member] = _styles(package.root(member), brand, language)
    for member in package.related("numbering"):
        root = package.root(member)
        colour_part(root, brand)
        changes[member] = markup.serialize(root)
    return _with_logo(name, package.with_members(changes), prepared, brand)


def _theme(root: etree._Element, brand: Brand) -> bytes:
    """Two accent colours and two fonts; the template keeps those that the brand leaves open."""
    for tag, colour in (("a:accent1", brand.primary), ("a:accent2", brand.secondary)):
        for accent in every(root, tag) if colour else ():
            for old in list(accent):
                accent.remove(old)
            etree.SubElement(accent, qn("a:srgbClr")).set("val", colour.lstrip("#").upper())
    for tag, font in (("a:majorFont", brand.heading_font), ("a:minorFont", brand.body_font)):
        for fonts in every(root, tag) if font else ():
            latin = child(fonts, "a:latin")
            if latin is not None:
                latin.set("typeface", font)
                latin.attrib.pop("panose", "")
    return markup.serialize(root)


def _styles(root: etree._Element, brand: Brand, language: str) -> bytes:
    """The brand's colours, and the language of all text that sets no other."""
    colour_part(root, brand)
    defaults = child(root, "w:docDefaults/w:rPrDefault/w:rPr")
    if defaults is not None and language:
        mark = child(defaults, "w:lang")
        if mark is None:
            mark = etree.SubElement(defaults, qn("w:lang"))
        mark.set(markup.VAL, language)
    return markup.serialize(root)


def _with_logo(name: str, package: Package, prepared: Prepared, brand: Brand) -> Package:
    """The brand's picture in place of the stand-in; the stand-in goes also when there is none."""
    info = image_info(brand.logo) if brand.logo else None
    if brand.logo and info is None:
        raise blame.problem(
            name, "logo", "the logo is no PNG, JPEG or GIF picture", hint="save it as PNG"
        )
    changes: dict[str, bytes | None] = {}
    for member, link in prepared.logos:
        rels = package.root(rels_of(member))
        for rel in [r for r in every(rels, "pr:Relationship") if r.get("Id") == link]:
            folder = posixpath.dirname(member)
            old = posixpath.normpath(posixpath.join(folder, rel.get("Target", "")))
            if not _shared(package, old, prepared):
                changes[old] = None
            if info:
                rel.set("Target", f"media/logo.{info.format}")
            else:
                rels.remove(rel)
        changes[rels_of(member)] = markup.serialize(rels)
        package = package.with_members(changes)
        changes = {}
    if info and prepared.logos:
        changes[f"word/media/logo.{info.format}"] = brand.logo
        changes[CONTENT_TYPES] = _with_type(package.root(CONTENT_TYPES), info)
    return package.with_members(changes)


def _shared(package: Package, media: str, prepared: Prepared) -> bool:
    """Whether another picture than the logo uses the same media."""
    logos = set(prepared.logos)
    parts = [name for name in package.members if rels_of(name) in package.members]
    return any(
        path == media and (member, link) not in logos
        for member in parts
        for link, (_, path) in package.relationships(member).items()
    )


def _with_type(types: etree._Element, info: ImageInfo) -> bytes:
    endings = {d.get("Extension", "").lower() for d in every(types, "ct:Default")}
    if info.format not in endings:
        default = etree.Element(qn("ct:Default"))
        default.attrib.update({"Extension": info.format, "ContentType": info.content_type})
        types.insert(0, default)
    return markup.serialize(types)


def property_members(look: Look) -> list[Member]:
    """The property parts of one document."""
    return [
        pack(CORE, core_xml(look.title, look.author, look.language)),
        pack(CUSTOM, custom_xml(look.document_id)),
    ]


def drawing_helpers(brand: Brand) -> dict[str, Any]:
    """What the prepared tags of drawings call: widths, the logo's measures, fresh ids."""
    info = image_info(brand.logo) if brand.logo else None
    return {
        "_logo": info is not None,
        "_logo_alt": brand.logo_alt,
        "_logo_width": lambda width, height: _fit(info, width, height)[0],
        "_logo_height": lambda width, height: _fit(info, width, height)[1],
        "_colour": functools.partial(brand_colour, brand),
        "_width": _width,
        "_next_id": _counter(),
    }


def _fit(info: ImageInfo | None, width: int, height: int) -> tuple[int, int]:
    """The largest size inside a box that keeps the picture's ratio."""
    if info is None:
        return width, height
    scale = min(width / info.width, height / info.height)
    return max(round(info.width * scale), 1), max(round(info.height * scale), 1)


def _width(percent: Any, full: int) -> int:
    """A share of a drawing's width, never less than nothing or more than all of it."""
    return round(full * min(max(float(percent), 0.0), 100.0) / 100)


def _counter() -> Callable[[int], int]:
    """Fresh ids for drawings, from 1001 on in each range, as docxtpl numbers them."""
    last: dict[int, int] = {}

    def next_id(base: int) -> int:
        last[base] = last.get(base, base + 1000) + 1
        return last[base]

    return next_id

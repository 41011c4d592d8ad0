"""The names of Word's XML, and one strict way to read and write it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
_ENDLESS = 1e12  # no measure in a Word file comes near; also turns away inf and nan
# What every program that saves a file numbers anew.
SAVE_IDS = re.compile(r"\}(rsid\w*|paraId|textId)$")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


@functools.cache
def qn(tag: str) -> str:
    """The full name of a short one: `w:p` gives `{http://…}p`."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


P, R, T, TBL, TR, TC = (qn(f"w:{tag}") for tag in ("p", "r", "t", "tbl", "tr", "tc"))
SECT_PR, VAL = qn("w:sectPr"), qn("w:val")


def has_doctype(data: bytes) -> bool:
    """Whether a document type stands in the bytes of an XML part; Word never writes one."""
    return any(mark in data for mark in _DOCTYPES)


def parse(data: bytes, *, keep_blanks: bool = True) -> etree._Element:
    """The root element of an XML part; raises etree.XMLSyntaxError if it is not well formed.

    Nothing is repaired, no entity is resolved, nothing is fetched, and libxml2's own limits on
    depth and size stay on.
    """
    return etree.fromstring(data, _parser(keep_blanks))


@functools.cache
def _parser(keep_blanks: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=False,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_blank_text=not keep_blanks,
    )


def serialize(root: etree._Element) -> bytes:
    """The bytes of a part as Word writes them: UTF-8 with an XML declaration."""
    return HEADER.encode() + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def every(root: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """All elements with these short names, in document order."""
    return root.iter(*[qn(tag) for tag in tags])


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    """The first element at a path of short names (`w:pPr/w:pStyle`), None if a step is absent."""
    for step in _steps(path):
        if element is None:
            return None
        element = next(element.iterchildren(step), None)
    return element


@functools.cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(qn(step) for step in path.split("/"))


def value(element: etree._Element | None, path: str = "", attribute: str = "w:val") -> str:
    """The attribute of the element at a path, "" if either is absent."""
    found = child(element, path) if path else element
    return found.get(qn(attribute), "") if found is not None else ""


def is_on(mark: etree._Element) -> bool:
    """Whether an on/off property that is there says on."""
    return mark.get(VAL, "1") not in {"0", "false", "off"}


def switched_on(element: etree._Element | None, path: str) -> bool:
    """Whether an on/off property is there and not switched off."""
    found = child(element, path)
    return found is not None and is_on(found)


def number(text: str, otherwise: float = 0.0) -> float:
    """The number that an attribute holds; `otherwise` where it holds none or an impossible one."""
    try:
        found = float(text)
    except ValueError:
        return otherwise
    return found if abs(found) < _ENDLESS else otherwise

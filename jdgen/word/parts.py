"""Adding a part to a Word file: its member, its content type, its relationship."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from jdgen.word import markup
from jdgen.word.markup import every, qn
from jdgen.word.package import CONTENT_TYPES, Package, rels_of

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EMPTY_RELS = f'<Relationships xmlns="{markup.NAMESPACES["pr"]}"/>'.encode()


def free_name(package: Package, stem: str) -> str:
    """A member name beside the main text that is not taken: word/header3.xml."""
    folder = posixpath.dirname(package.main)
    number = 1
    while (name := posixpath.join(folder, f"{stem}{number}.xml")) in package.members:
        number += 1
    return name


def add_part(package: Package, member: str, kind: str, data: bytes) -> tuple[Package, str]:
    """The package with a part of a kind (header, comments) that the main text refers to.

    Gives the package and the id of the new relationship.
    """
    types = package.root(CONTENT_TYPES)
    override = etree.SubElement(types, qn("ct:Override"))
    override.attrib.update({"PartName": f"/{member}", "ContentType": f"{_WORD}.{kind}+xml"})
    rels_member = rels_of(package.main)
    known = rels_member in package.members
    rels = package.root(rels_member) if known else markup.parse(_EMPTY_RELS)
    numbers = [_number(rel.get("Id", "")) for rel in every(rels, "pr:Relationship")]
    link = f"rId{max(numbers, default=0) + 1}"
    target = posixpath.relpath(member, posixpath.dirname(package.main) or ".")
    relation = etree.SubElement(rels, qn("pr:Relationship"))
    relation.attrib.update({"Id": link, "Type": f"{_OFFICE}/{kind}", "Target": target})
    fresh = package.with_members(
        {
            member: data,
            CONTENT_TYPES: markup.serialize(types),
            rels_member: markup.serialize(rels),
        }
    )
    return fresh, link


def _number(identifier: str) -> int:
    found = re.search(r"\d+$", identifier)
    return int(found.group()) if found else 0

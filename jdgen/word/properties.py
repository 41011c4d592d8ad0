"""A file's properties: title, author, language and the neutral id it is known again by."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from lxml import etree

from jdgen.word import markup
from jdgen.word.markup import every, qn
from jdgen.word.opening import open_word_file
from jdgen.word.package import CONTENT_TYPES, ROOT_RELS, Package

CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"
ID_PROPERTY = "DocumentId"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_USER_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_KINDS = {
    CORE: (
        f"{_PACKAGE}/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    CUSTOM: (
        f"{_OFFICE}/relationships/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}


@dataclass(frozen=True, slots=True)
class CoreProperties:
    """What a file says of itself."""

    title: str = ""
    language: str = ""
    author: str = ""


def core_properties(package: Package) -> CoreProperties:
    """Title, language and author of a file, "" for each that is not set."""
    members = [
        path for kind, path in package.relationships("").values() if kind == "core-properties"
    ]
    if not members or members[0] not in package.members:
        return CoreProperties()
    root = package.root(members[0])
    found = {etree.QName(item).localname: (item.text or "").strip() for item in root.iter("*")}
    return CoreProperties(
        title=found.get("title", ""),
        language=found.get("language", ""),
        author=found.get("creator", ""),
    )


def document_id_of(package: Package) -> str:
    """The id in an opened file's properties, "" if there is none."""
    return custom_property(package, ID_PROPERTY)


def custom_property(package: Package, name: str) -> str:
    """The value of a custom property, "" if there is none."""
    for kind, path in package.relationships("").values():
        if kind == "custom-properties" and path in package.members:
            for item in package.root(path).iter("*"):
                if item.get("name") == name:
                    return "".join(str(text) for text in item.itertext()).strip()
    return ""


def document_id(data: bytes) -> str:
    """The id (profile id and kind) that a Word file carries, "" if it has none.

    Raises WordFileError if the file cannot be read.
    """
    return document_id_of(open_word_file(data))


def core_xml(title: str, author: str, language: str) -> bytes:
    """The core properties part: nothing but what is given, and no date."""
    fields = (("dc:creator", author), ("dc:language", language), ("dc:title", title))
    inner = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in fields if text)
    return (
        f'{markup.HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="{markup.NAMESPACES["dc"]}">{inner}</cp:coreProperties>'
    ).encode()


def custom_xml(document: str) -> bytes:
    """The custom properties part with the document's id."""
    return (
        f'{markup.HEADER}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes"><property fmtid="{_USER_PROPERTIES}" pid="2" '
        f'name="{ID_PROPERTY}"><vt:lpwstr>{escape(document)}</vt:lpwstr></property></Properties>'
    ).encode()


def with_custom_property(package: Package, name: str, value: str) -> Package:
    """The package with a custom property set to a text, beside those that it has."""
    known = [
        path for kind, path in package.relationships("").values() if kind == "custom-properties"
    ]
    member = next((path for path in known if path in package.members), "")
    if not member:
        package, member = _linked(package, CUSTOM), CUSTOM
    root = package.root(member)
    properties = f"{_OFFICE}/custom-properties"
    numbers = [0, *(int(markup.number(item.get("pid", ""), 1)) for item in root)]
    for item in list(root):
        if item.get("name") == name:
            root.remove(item)
    fresh = etree.SubElement(root, f"{{{properties}}}property")
    pid = str(max(1, *numbers) + 1)
    fresh.attrib.update({"fmtid": _USER_PROPERTIES, "pid": pid, "name": name})
    etree.SubElement(fresh, f"{{{_OFFICE}/docPropsVTypes}}lpwstr").text = value
    return package.with_members({member: markup.serialize(root)})


def _linked(package: Package, member: str) -> Package:
    """The package with an empty part for custom properties."""
    relation, content = _KINDS[member]
    rels, types = package.root(ROOT_RELS), package.root(CONTENT_TYPES)
    link = etree.SubElement(rels, qn("pr:Relationship"))
    link.attrib.update({"Id": "rIdCustomProperties", "Type": relation, "Target": member})
    for old in [o for o in every(types, "ct:Override") if o.get("PartName") == f"/{member}"]:
        types.remove(old)
    override = etree.SubElement(types, qn("ct:Override"))
    override.attrib.update({"PartName": f"/{member}", "ContentType": content})
    empty = f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"/>'
    return package.with_members(
        {
            member: (markup.HEADER + empty).encode(),
            ROOT_RELS: markup.serialize(rels),
            CONTENT_TYPES: markup.serialize(types),
        }
    )


def without_maker(package: Package) -> Package:
    """The package with its own property parts and thumbnail taken out, links to them renewed.

    What is left tells nothing of the program or the person that made the template; places for the
    core and the custom properties are kept ready.
    """
    dropped = {name for name in package.members if name.startswith("docProps/")}
    rels = package.root(ROOT_RELS)
    for rel in list(every(rels, "pr:Relationship")):
        target = rel.get("Target", "").lstrip("/")
        if target.startswith("docProps/"):
            rels.remove(rel)
    types = package.root(CONTENT_TYPES)
    for override in list(every(types, "ct:Override")):
        if override.get("PartName", "").startswith("/docProps/"):
            types.remove(override)
    for number, (member, (relation, content)) in enumerate(_KINDS.items(), 1):
        link = etree.SubElement(rels, qn("pr:Relationship"))
        link.attrib.update({"Id": f"rIdProperties{number}", "Type": relation, "Target": member})
        override = etree.SubElement(types, qn("ct:Override"))
        override.attrib.update({"PartName": f"/{member}", "ContentType": content})
    changes: dict[str, bytes | None] = dict.fromkeys(dropped)
    changes[CORE], changes[CUSTOM] = core_xml("", "", ""), custom_xml("")
    changes[ROOT_RELS], changes[CONTENT_TYPES] = markup.serialize(rels), markup.serialize(types)
    return package.with_members(changes)

"""The Word file round a text: parts, relations, content types, always the same bytes inside."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from .wml import Xml

_PARTS = Path(__file__).parent / "parts"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": _OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_SHARED = {
    "styles.xml": ("styles", f"{_WORD_TYPE}.styles+xml"),
    "settings.xml": ("settings", f"{_WORD_TYPE}.settings+xml"),
    "numbering.xml": ("numbering", f"{_WORD_TYPE}.numbering+xml"),
    "fontTable.xml": ("fontTable", f"{_WORD_TYPE}.fontTable+xml"),
    "theme1.xml": ("theme", "application/vnd.openxmlformats-officedocument.theme+xml"),
}
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
LOGO = "rIdLogo"


@dataclass
class Template:
    """What makes one template: its title, its text, and headers and footers by relation id."""

    title: str
    body: Xml
    headers: dict[str, Xml] = field(default_factory=dict)
    footers: dict[str, Xml] = field(default_factory=dict)
    logo: bytes = b""


def _root(name: str, inner: str) -> bytes:
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return f"{_DECLARATION}<w:{name} {spaces}>{inner}</w:{name}>".encode()


def _relations(entries: list[tuple[str, str, str]]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, kind, target in entries
    )
    space = f"{_PACKAGE}/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{space}">{inner}</Relationships>'.encode()


def _core(title: str) -> bytes:
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>en-CA</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def _app() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{_DECLARATION}<Properties xmlns="{space}"><Application>Microsoft Office Word'
        "</Application><AppVersion>16.0000</AppVersion></Properties>"
    ).encode()


def _content_types(overrides: dict[str, str], *, png: bool) -> bytes:
    inner = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    inner += '<Default Extension="png" ContentType="image/png"/>' if png else ""
    inner += "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{inner}</Types>'.encode()


def members(template: Template) -> dict[str, bytes]:
    """Every member of the Word file, in the order in which they are stored."""
    types = {
        "word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    parts: dict[str, bytes] = {}
    relations: list[tuple[str, str, str]] = []
    for number, (file, (kind, content_type)) in enumerate(_SHARED.items(), start=1):
        target = f"theme/{file}" if kind == "theme" else file
        parts[f"word/{target}"] = (_PARTS / file).read_bytes().replace(b"\r\n", b"\n")
        types[f"word/{target}"] = content_type
        relations.append((f"rId{number}", f"{_OFFICE}/{kind}", target))
    for kind, root, texts in (
        ("header", "hdr", template.headers),
        ("footer", "ftr", template.footers),
    ):
        for number, (key, inner) in enumerate(texts.items(), start=1):
            file = f"{kind}{number}.xml"
            parts[f"word/{file}"] = _root(root, inner)
            types[f"word/{file}"] = f"{_WORD_TYPE}.{kind}+xml"
            relations.append((key, f"{_OFFICE}/{kind}", file))
    if template.logo:
        parts["word/media/logo.png"] = template.logo
        relations.append((LOGO, f"{_OFFICE}/image", "media/logo.png"))
    return {
        "[Content_Types].xml": _content_types(types, png=bool(template.logo)),
        "_rels/.rels": _relations(
            [
                ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
                ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "docProps/core.xml": _core(template.title),
        "docProps/app.xml": _app(),
        "word/document.xml": _root("document", f"<w:body>{template.body}</w:body>"),
        "word/_rels/document.xml.rels": _relations(relations),
        **parts,
    }


def pack(template: Template) -> bytes:
    """The finished file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members(template).items():
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            archive.writestr(entry, data)
    return stream.getvalue()

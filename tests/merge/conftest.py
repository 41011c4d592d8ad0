"""Small invented Word files for the merge tests, described as plain data."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from xml.sax.saxutils import escape

import pytest
from docx import Document
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True)
class Run:
    """Text with formatting (`b`, `i`, ""); `mark` is "ins" or "del" for a colleague's change."""

    text: str
    look: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Para:
    runs: tuple[Run, ...]
    style: str = "Normal"

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs if run.mark != "del")


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells of paragraphs."""

    rows: tuple[tuple[tuple[Para, ...], ...], ...]

    @property
    def text(self) -> str:
        return "\n".join(p.text for row in self.rows for cell in row for p in cell)


@dataclass(frozen=True)
class Doc:
    blocks: tuple[Para | Grid, ...]
    header: str = "Sample agency, invented for tests"
    footer: str = "Version one"

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)


class Noise:
    """Draws what a save in Word changes: where runs are split, and revision-save ids."""

    def __init__(self, draw: Callable[[int], int]) -> None:
        self.draw = draw

    def cuts(self, text: str) -> list[str]:
        at = self.draw(max(1, len(text)))
        return [part for part in (text[:at], text[at:]) if part]

    def attribute(self) -> str:
        return f' w:rsidR="00{self.draw(0xFFFFFF):06X}"'


def _run(run: Run, noise: Noise | None) -> str:
    looks = "".join(f"<w:{look}/>" for look in run.look)
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    tag = "delText" if run.mark == "del" else "t"
    parts = noise.cuts(run.text) if noise else [run.text]
    runs = "".join(
        f"<w:r{noise.attribute() if noise else ''}>{properties}"
        f'<w:{tag} xml:space="preserve">{escape(part)}</w:{tag}></w:r>'
        for part in parts
    )
    if run.mark:
        stamp = 'w:id="9001" w:author="A. Colleague" w:date="2026-02-03T04:05:00Z"'
        return f"<w:{run.mark} {stamp}>{runs}</w:{run.mark}>"
    return runs


def _para(para: Para, noise: Noise | None) -> str:
    runs = "".join(_run(run, noise) for run in para.runs)
    rsid = noise.attribute() if noise else ""
    return f'<w:p{rsid}><w:pPr><w:pStyle w:val="{para.style}"/></w:pPr>{runs}</w:p>'


def _block(block: Para | Grid, noise: Noise | None) -> str:
    if isinstance(block, Para):
        return _para(block, noise)
    rows = []
    for row in block.rows:
        cells = "".join(
            '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
            + "".join(_para(para, noise) for para in cell)
            + "</w:tc>"
            for cell in row
        )
        rows.append(f"<w:tr>{cells}</w:tr>")
    columns = '<w:gridCol w:w="2000"/>' * max(len(row) for row in block.rows)
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@cache
def _frame() -> dict[str, bytes]:
    """A package with a few styles, a header and a footer, to put main texts into."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "HEADER"
    section.footer.paragraphs[0].text = "FOOTER"
    stream = io.BytesIO()
    document.save(stream)
    members = unpack(stream.getvalue())
    styles = etree.fromstring(members["word/styles.xml"])
    for style in styles.xpath("//w:style[@w:type='table'] | //w:latentStyles", namespaces=NS):
        style.getparent().remove(style)
    small = etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True)
    return {**members, "word/styles.xml": small, "word/stylesWithEffects.xml": small}


def pack(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def build(doc: Doc, noise: Noise | None = None) -> bytes:
    """The bytes of a Word file."""
    body = "".join(_block(block, noise) for block in doc.blocks)
    members = unpack(raw(body))
    for name, data in members.items():
        text = data.replace(b"HEADER", escape(doc.header).encode())
        members[name] = text.replace(b"FOOTER", escape(doc.footer).encode())
    return pack(members)


def raw(body: str, *links: tuple[str, str, str | bytes]) -> bytes:
    """A Word file with this XML for a body; links are id, kind and an address or a part's bytes."""
    members = dict(_frame())
    main = members["word/document.xml"].decode()
    section = re.search(r"<w:sectPr.*</w:sectPr>", main, re.DOTALL)
    start = main.index("<w:body>") + len("<w:body>")
    assert section
    main = main[:start] + body + section.group() + "</w:body></w:document>"
    members["word/document.xml"] = main.encode()
    for number, kind, target in links:
        outside, path = ' TargetMode="External"', target
        if isinstance(target, bytes):
            outside, path = "", f"media/{number}.png" if kind == "image" else f"{kind}.xml"
            members[f"word/{path}"] = target
        entry = f'<Relationship Id="{number}" Type="{OFFICE}/{kind}" Target="{path}"{outside}/>'
        rels = members["word/_rels/document.xml.rels"].decode()
        members["word/_rels/document.xml.rels"] = rels.replace(
            "</Relationships>", f"{entry}</Relationships>"
        ).encode()
    types = members["[Content_Types].xml"].decode()
    if 'Extension="png"' not in types:
        png = '<Default Extension="png" ContentType="image/png"/>'
        start = types.index("<Default")
        members["[Content_Types].xml"] = (types[:start] + png + types[start:]).encode()
    return pack(members)


def tree(data: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(unpack(data)[part])


def text(data: bytes, part: str = "word/document.xml") -> str:
    """What stands there when all tracked changes are accepted, one paragraph a line."""
    lines = []
    for paragraph in tree(data, part).iter(f"{{{W}}}p"):
        lines.append("".join(t.text or "" for t in paragraph.iter(f"{{{W}}}t")))
    return "\n".join(lines)


def comments(data: bytes, author: str = "jdgen") -> list[str]:
    """The comments of an author."""
    members = unpack(data)
    if "word/comments.xml" not in members:
        return []
    found = etree.fromstring(members["word/comments.xml"]).findall("w:comment", NS)
    return [
        "\n".join("".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in comment)
        for comment in found
        if comment.get(f"{{{W}}}author") == author
    ]


def para(*texts: str, style: str = "Normal") -> Para:
    return Para(tuple(Run(item) for item in texts), style)


def grid(*rows: Sequence[str]) -> Grid:
    return Grid(tuple(tuple((para(cell),) for cell in row) for row in rows))


def changed(data: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The file with one text of a part changed, straight in its XML."""
    members = unpack(data)
    assert old.encode() in members[part]
    members[part] = members[part].replace(old.encode(), new.encode())
    return pack(members)


def plain(part: bytes) -> list[tuple[str, ...]]:
    """Every run of a part with its text and formatting, neighbours alike joined, and all else.

    Written for the tests, apart from what the merge itself uses to compare.
    """
    shown: list[tuple[str, ...]] = []
    for item in etree.fromstring(part).iter(etree.Element):
        tag = etree.QName(item).localname
        if tag in ("t", "delText"):
            run = item.getparent()
            looks = "".join(etree.tostring(p).decode() for p in run.findall("w:rPr", NS))
            path = "/".join(
                etree.QName(a).localname + a.get(f"{{{W}}}author", "") for a in item.iterancestors()
            )
            if shown and shown[-1][:3] == (tag, looks, path):
                shown[-1] = (*shown[-1][:3], shown[-1][3] + (item.text or ""))
            else:
                shown.append((tag, looks, path, item.text or ""))
        elif tag in ("ins", "del") and etree.QName(item.getparent()).localname != "rPr":
            continue
        elif tag not in ("r", "rPr", "b", "i"):
            shown.append((tag, *(v for k, v in sorted(item.attrib.items()) if "rsid" not in k)))
    return shown


class Kit:
    """All of the above, for tests: `word.build(word.Doc(…))`."""

    NS, W = NS, f"{{{W}}}"
    changed, plain, raw = staticmethod(changed), staticmethod(plain), staticmethod(raw)

    Run, Para, Grid, Doc, Noise = Run, Para, Grid, Doc, Noise
    build, pack, unpack, tree, text, comments = (
        staticmethod(build),
        staticmethod(pack),
        staticmethod(unpack),
        staticmethod(tree),
        staticmethod(text),
        staticmethod(comments),
    )
    para, grid, replace = staticmethod(para), staticmethod(grid), staticmethod(replace)


@pytest.fixture(scope="session")
def word() -> type[Kit]:
    return Kit

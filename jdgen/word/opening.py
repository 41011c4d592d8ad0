"""Opening a .docx file that may be anything: limits first, then what it holds, then its XML."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from jdgen.errors import JdgenError, Place, Problem, TemplateError, WordFileError
from jdgen.word import markup
from jdgen.word.limits import MAX_PART
from jdgen.word.package import CONTENT_TYPES, MAIN, ROOT_RELS, Package
from jdgen.word.zipping import Member

MAX_FILE = 64 * 2**20
MAX_MEMBERS = 2_000
MAX_MEMBER = 48 * 2**20
MAX_TOTAL = 128 * 2**20
MAX_RATIO = 400
_RATIO_FLOOR = 4 * 2**20  # small members may be as repetitive as they like
_LOCAL_HEADER = 30
_LINK_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")
# Parts that run, or that Word takes in from elsewhere when it opens the file.
_ALIVE = frozenset({"aFChunk", "control", "frame", "oleObject", "subDocument"})
# Fields that run a program or fetch something; the letters may be spread over several runs.
_FETCHING = re.compile(
    r"\s*(DDE|DDEAUTO|LINK|EMBED|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|DATABASE|RD|MACROBUTTON"
    r"|CONTROL|HTMLACTIVEX)\b",
    re.IGNORECASE,
)
_MEGABYTE = 2**20
_KEPT_TREE = 2 * _MEGABYTE  # the trees of larger parts would fill the memory all at once
_BAD_NAME = re.compile(r"^/|\.\.|[\\:\x00-\x1f]")
_STRICT = "http://purl.oclc.org/ooxml/"
_OTHER_OFFICE = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "PowerPoint slides",
}


@dataclass(frozen=True)
class _Opener:
    """Opens one file; `fail` makes the error that fits who asked."""

    name: str
    error: Callable[[Problem], JdgenError]
    seen: Package | None = None

    def fail(self, code: str, message: str, hint: str = "") -> JdgenError:
        place = Place(self.name) if self.name else None
        return self.error(Problem(f"word-{code}", message, hint, place))

    def open(self, data: bytes, *, strict: bool) -> Package:
        self._look_at_start(data)
        members = self._members(data)
        package = Package(self.name, members, self._main(members))
        self._refuse_macros(package)
        for name in members:
            if name.endswith((".xml", ".rels")) and not self._was_seen(package, name):
                self._check_xml(package, name, strict=strict)
        if package.main not in members:
            raise self.fail("no-text", "the file has no main text; it is no Word document")
        self._check_main(package)
        return package

    def _was_seen(self, package: Package, name: str) -> bool:
        """Whether the very same part was checked in another file; its tree is then shared."""
        return self.seen is not None and package.share(self.seen, name)

    def _look_at_start(self, data: bytes) -> None:
        if not data:
            raise self.fail("empty", "the file is empty", "copy it again, or restore a backup")
        if len(data) > MAX_FILE:
            size = len(data) // _MEGABYTE
            raise self.fail(
                "too-large", f"the file has {size} MB; at most {MAX_FILE // _MEGABYTE} MB are read"
            )
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise self.fail(
                    "encrypted",
                    "the file is protected by a password",
                    "open it in Word, remove the password (File > Info), and save it",
                )
            raise self.fail(
                "old-format",
                "the file is in the old .doc format",
                "open it in Word and save it as a Word document (.docx)",
            )
        if not data.startswith(b"PK"):
            raise self.fail("not-word", "the file is not a Word document (.docx)")

    def _members(self, data: bytes) -> dict[str, Member]:
        damaged = self.fail(
            "damaged", "the file is damaged or cut off", "copy it again, or restore a backup"
        )
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                infos = [info for info in archive.infolist() if not info.is_dir()]
        except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError, struct.error) as error:
            raise damaged from error
        self._check_sizes(infos)
        members: dict[str, Member] = {}
        seen: set[str] = set()
        for info in infos:
            if info.flag_bits & 1 or info.compress_type not in {0, 8}:
                raise self.fail("encrypted", f"the part {info.filename} is encrypted")
            folded = info.filename.casefold()  # as Word compares names of parts
            if folded in seen or _BAD_NAME.search(folded):
                raise self.fail("unsafe", f"the file holds a part with a bad name: {folded[:80]}")
            seen.add(folded)
            raw = _raw(data, info)
            if raw is None:
                raise damaged
            members[info.filename] = Member(
                info.filename, info.compress_type, info.CRC, info.file_size, raw
            )
        return members

    def _check_sizes(self, infos: list[zipfile.ZipInfo]) -> None:
        if len(infos) > MAX_MEMBERS:
            raise self.fail("too-large", f"the file has {len(infos)} parts; at most {MAX_MEMBERS}")
        for info in infos:
            if info.file_size > MAX_MEMBER:
                raise self.fail(
                    "too-large",
                    f"the part {info.filename} would take {info.file_size // _MEGABYTE} MB; "
                    f"at most {MAX_MEMBER // _MEGABYTE} MB are read",
                )
            swollen = info.file_size > MAX_RATIO * max(info.compress_size, 1)
            if swollen and info.file_size > _RATIO_FLOOR:
                raise self.fail("too-large", f"the part {info.filename} is packed beyond reason")
        total = sum(info.file_size for info in infos)
        if total > MAX_TOTAL:
            raise self.fail(
                "too-large",
                f"the file would take {total // _MEGABYTE} MB; "
                f"at most {MAX_TOTAL // _MEGABYTE} MB are read",
            )

    def _main(self, members: dict[str, Member]) -> str:
        if CONTENT_TYPES not in members:
            raise self.fail("not-word", "the file is a zip, but not a Word document")
        for name, what in _OTHER_OFFICE.items():
            if name in members:
                raise self.fail("not-word", f"the file is {what}, not a Word document")
        package = Package(self.name, members)
        if ROOT_RELS in members:
            self._check_xml(package, ROOT_RELS, strict=False)
            for kind, path in package.relationships("").values():
                if kind == "officeDocument":
                    return path
        return MAIN

    def _check_main(self, package: Package) -> None:
        """Text in ISO's strict names would read as empty, and every check of it would pass."""
        space = etree.QName(package.peek(package.main)).namespace or ""
        if space.startswith(_STRICT):
            raise self.fail(
                "strict",
                "the file was saved as a Strict Open XML Document",
                "open it in Word and save it as a Word Document (.docx)",
            )
        if space != markup.NAMESPACES["w"]:
            raise self.fail("no-text", "the file's main part is no Word text")

    def _refuse_macros(self, package: Package) -> None:
        macro = any(name.lower().endswith("vbaproject.bin") for name in package.members)
        self._check_xml(package, CONTENT_TYPES, strict=False)
        if macro or b"macroEnabled" in package.read(CONTENT_TYPES):
            raise self.fail(
                "macro", "the file holds macros", "save it as a plain Word document (.docx)"
            )

    def _check_xml(self, package: Package, name: str, *, strict: bool) -> None:
        try:
            data = package.read(name)
            if markup.has_doctype(data):
                raise self.fail("doctype", f"the part {name} declares a document type; refused")
            if strict and len(data) > MAX_PART:
                raise self.fail(
                    "too-large",
                    f"the part {name} holds {len(data) / 1e6:.1f} MB of text and layout; "
                    f"a template may have {MAX_PART / 1e6:.0f} MB in one part",
                )
            small = len(data) < _KEPT_TREE
            root = package.peek(name) if small else markup.parse(data)
        except ValueError as error:
            raise self.fail("damaged", f"the part {name} is damaged") from error
        except etree.XMLSyntaxError as error:
            raise self.fail("damaged", f"the part {name} is not valid XML: {error.msg}") from error
        if name.endswith(".rels"):
            self._check_links(root, strict=strict)
        elif strict:
            self._check_fields(root)

    def _check_fields(self, root: etree._Element) -> None:
        """A field's code stands in one attribute, or in runs between its marks."""
        codes = [field.get(markup.qn("w:instr"), "") for field in markup.every(root, "w:fldSimple")]
        for item in markup.every(root, "w:fldChar", "w:instrText"):
            if item.tag == markup.qn("w:instrText") and codes:
                codes[-1] += item.text or ""
            else:
                codes.append("")
        for code in filter(_FETCHING.match, codes):
            raise self.fail(
                "field",
                f"the file holds a field that fetches or runs something: {code.strip()[:80]}",
                "delete the field in Word (Alt+F9 shows the codes) and save it again",
            )

    def _check_links(self, root: etree._Element, *, strict: bool) -> None:
        for rel in markup.every(root, "pr:Relationship"):
            kind = rel.get("Type", "").rpartition("/")[2]
            target = rel.get("Target", "")
            if strict and kind in _ALIVE:
                raise self.fail(
                    "alive",
                    f"the file holds an embedded object or another file ({kind}: {target[:80]})",
                    "put a picture or plain text in its place, and save it again",
                )
            if rel.get("TargetMode") != "External":
                continue
            ordinary = kind == "hyperlink" and target.lower().startswith(_LINK_SCHEMES)
            if strict and not ordinary:
                raise self.fail(
                    "external",
                    f"the file draws on something outside of it ({kind}: {target[:80]})",
                    "embed the picture, or detach the template, and save it again",
                )


def _raw(data: bytes, info: zipfile.ZipInfo) -> bytes | None:
    """The compressed bytes of a member, None if they lie outside the file."""
    header = data[info.header_offset : info.header_offset + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\3\4"):
        return None
    name_length, extra_length = struct.unpack("<2H", header[26:30])
    start = info.header_offset + _LOCAL_HEADER + name_length + extra_length
    raw = data[start : start + info.compress_size]
    return raw if len(raw) == info.compress_size else None


def open_word_file(data: bytes, name: str = "", seen: Package | None = None) -> Package:
    """A person's Word file, opened for reading.

    `seen` is one opened before: parts that are the same in both are not read again.

    Links to the outside are left alone, for nothing here follows them. Raises WordFileError for
    what is not a .docx, is damaged, encrypted or too large, holds macros or a document type.
    """
    return _Opener(name, WordFileError, seen).open(data, strict=False)


def open_template(data: bytes, name: str) -> Package:
    """A template, opened for use: as a person's file, and links out of it are refused as well.

    Raises TemplateError.
    """
    return _Opener(name, TemplateError).open(data, strict=True)

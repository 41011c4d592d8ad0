"""Reading one paragraph of a Word file into tokens that remember the runs they came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple, Protocol

from lxml import etree

from jdgen.merge import tokens
from jdgen.merge.fields import (
    FLD_CHAR,
    FLD_TYPE,
    INSTR,
    PLAIN_FIELDS,
    field_key,
    is_written,
    said,
)
from jdgen.merge.tokens import Token
from jdgen.word.markup import XML_SPACE, R, T, child, every, qn

_THROUGH = frozenset(
    qn(f"w:{tag}") for tag in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo")
)
_TEXTS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_DRAWN = frozenset(qn(tag) for tag in ("w:drawing", "w:pict", "w:object", "mc:AlternateContent"))
_SILENT = frozenset(
    qn(f"w:{tag}")
    for tag in (
        "rPr", "lastRenderedPageBreak", "commentReference", "annotationRef", "delText",
        "delInstrText", "instrText", "footnoteRef", "endnoteRef", "separator",
        "continuationSeparator",
    )
)  # fmt: skip
_NOTES = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}
_UNTRACKABLE = re.compile(r"drawingml/2006/(chart|diagram)|office/drawing/2014/chartex")
_R_PR, _BR, _SYM, _TYPE = (qn(f"w:{tag}") for tag in ("rPr", "br", "sym", "type"))
_ALTERNATIVES = qn("mc:AlternateContent")
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,4}")
_INVISIBLE = " \t\r\n"  # at either end of a text that does not say that its spaces count
_EMBED, _REL_ID = qn("r:embed"), qn("r:id")
_CHANGING = re.compile(r"\}?(rsid\w*|paraId|textId|anchorId|editId|id)$")


Hold = Literal["", "fixed", "bound"]


class Piece(NamedTuple):
    """Characters `start` to `end` of one child of a run; for other things than text 0 to 1.

    `node` is None where a whole run belongs to the token (a field); `run` is None for what stands
    in no run (mathematics).
    """

    run: etree._Element | None
    node: etree._Element | None
    start: int
    end: int


def fingerprint(element: etree._Element | None, leave_out: frozenset[str] = frozenset()) -> str:
    """The formatting an element states, as text that is equal for equal formatting."""
    if element is None:
        return ""
    parts = []
    for item in element:
        if not isinstance(item.tag, str) or item.tag in leave_out:
            continue
        attributes = sorted(
            (str(name).rpartition("}")[2], str(text))
            for name, text in item.attrib.items()
            if not _CHANGING.search(str(name))
        )
        name = item.tag.rpartition("}")[2]
        shown = ",".join("=".join(pair) for pair in attributes)
        parts.append(
            f"{name}[{shown}]{{{fingerprint(item, leave_out)}}}{(item.text or '').strip()}"
        )
    return "".join(parts)


class Surroundings(Protocol):
    """What a paragraph has to ask of the story it stands in."""

    with_looks: bool

    def look(self, run: etree._Element | None) -> str:
        """The fingerprint of a run's formatting, "" where looks do not count."""

    def digest(self, relation: str) -> str:
        """A digest of the media behind a relationship, "" if there is none in the file."""

    def note(self, sort: str, number: str) -> str:
        """The text of a footnote or endnote."""


class ParagraphReader:
    """Reads one `w:p`; `open` says that a field begins or ends outside of it.

    Texts stay whole until somebody asks for their tokens.
    """

    def __init__(self, story: Surroundings, element: etree._Element) -> None:
        self.items: list[tuple[str, Piece] | Token] = []
        self._story = story
        self._field: list[tuple[etree._Element, etree._Element]] = []
        self._depth = 0
        kinds = [mark.get(FLD_TYPE) for mark in every(element, "w:fldChar")]
        self.open = kinds.count("begin") != kinds.count("end")
        self._content(element)

    def _content(self, container: etree._Element) -> None:
        for item in container:
            if item.tag == R:
                for node in item:
                    self._node(item, node)
            elif item.tag in _THROUGH:
                self._content(item)
            elif item.tag == qn("w:sdt"):
                content = child(item, "w:sdtContent")
                if content is not None:
                    self._content(content)
            elif item.tag == qn("w:fldSimple"):
                self._field_atom(item.get(qn("w:instr"), ""), _plain(item), _whole(item), "bound")
            elif isinstance(item.tag, str) and item.tag.startswith(qn("m:o")):
                text = _plain(item)
                self._atom(f"math:{''.join(text.split())}", text, _whole(item), "bound")

    def _node(self, run: etree._Element, node: etree._Element) -> None:
        tag = node.tag
        if tag == FLD_CHAR or self._depth:
            if not self.open:
                self._field_node(run, node)
        elif tag == T:
            self._text(run, node, _visible(node))
        elif sign := character(node):
            self._text(run, node, sign)
        elif tag in _DRAWN:
            self._drawing(run, node)
        elif tag not in _SILENT and isinstance(tag, str):
            self._thing(node, (Piece(run, node, 0, 1),))

    def _thing(self, node: etree._Element, piece: tuple[Piece, ...]) -> None:
        """What is neither text nor drawn."""
        tag = node.tag
        if tag == _BR:
            self._atom(f"break:{node.get(_TYPE)}", "", piece)
        elif tag in _NOTES:
            text = self._story.note(_NOTES[tag], node.get(qn("w:id"), ""))
            self._atom(f"note:{text}", "", piece, "bound")
        elif tag in PLAIN_FIELDS:
            self._field_atom(tag.rpartition("}")[2], "", piece)
        else:
            shown = ",".join(
                str(name) + "=" + str(text) for name, text in sorted(node.attrib.items())
            )
            self._atom(f"{tag}[{shown}]", "", piece)

    def _field_node(self, run: etree._Element, node: etree._Element) -> None:
        """Collects a field up to its end; one whose result people write is read as text."""
        self._field.append((run, node))
        kind = node.get(FLD_TYPE) if node.tag == FLD_CHAR else None
        self._depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if self._depth:
            return
        nodes, self._field = self._field, []
        instruction, result = _divided(nodes)
        if is_written(instruction):
            for owner, part in result:
                self._node(owner, part)
            return
        runs = dict.fromkeys(owner for owner, _ in nodes)
        text = "".join(part.text or "" for _, part in result if part.tag == qn("w:t"))
        inside = {part for _, part in nodes}
        mixed = any(part.tag != _R_PR and part not in inside for owner in runs for part in owner)
        pieces = tuple(Piece(owner, None, 0, 1) for owner in runs)
        self._field_atom(instruction, text, pieces, "bound" if mixed else "")

    def _text(self, run: etree._Element, node: etree._Element, text: str) -> None:
        if text:
            self.items.append((text, Piece(run, node, 0, len(text))))

    def _drawing(self, run: etree._Element, node: etree._Element) -> None:
        shown = node
        if node.tag == qn("mc:AlternateContent"):
            choice = child(node, "mc:Choice")
            shown = node if choice is None else choice
        media = sorted(
            {
                digest
                for item in every(shown, "a:blip", "v:imagedata")
                if (digest := self._story.digest(item.get(_EMBED) or item.get(_REL_ID) or ""))
            }
        )
        words = [said(shown), *(item.get("string", "") for item in every(shown, "v:textpath"))]
        text = " ".join(" ".join(words).split())
        key = f"drawing:{','.join(media)}:{text}"
        data = str(etree.tostring(shown, encoding="unicode")) if self._story.with_looks else ""
        bound = node.tag == qn("w:object") or bool(_UNTRACKABLE.search(data))
        boxed = next(every(shown, "w:txbxContent"), None) is not None
        anchored = next(every(shown, "wp:inline"), None) is None
        exact = key + hashlib.sha256(fingerprint(shown).encode()).hexdigest()
        piece = (Piece(run, node, 0, 1),)
        hold: Hold = "bound" if bound else "fixed" if boxed and anchored else ""
        self._atom(key, text if boxed else "", piece, hold, exact)

    def _field_atom(
        self, instruction: str, text: str, pieces: tuple[Piece, ...], hold: Hold = ""
    ) -> None:
        exact = f"field:{' '.join(instruction.split())}"
        self._atom(field_key(instruction), text, pieces, hold, exact)

    def _atom(
        self, key: str, text: str, pieces: tuple[Piece, ...], hold: Hold = "", exact: str = ""
    ) -> None:
        look = self._story.look(pieces[0].run)
        self.items.append(
            Token("atom", text, key, exact or key, look, bool(hold), hold == "bound", pieces)
        )

    def tokens(self, *following: ParagraphReader) -> Iterator[Token]:
        """The paragraph cut into tokens, as one with those of which it is a part."""
        items = [item for reader in (self, *following) for item in reader.items]
        for is_text, group in groupby(items, lambda item: isinstance(item, tuple)):
            if is_text:
                yield from self._cut([item for item in group if isinstance(item, tuple)])
            else:
                yield from (item for item in group if isinstance(item, Token))

    def _cut(self, texts: list[tuple[str, Piece]]) -> Iterator[Token]:
        text = "".join(part for part, _ in texts)
        at = offset = 0
        run, node, _, length = texts[0][1]
        look = self._story.look(run)
        for kind, start, end in tokens.split(text):
            word = text[start:end]
            if end > offset + length or start >= offset + length:
                pieces = []
                while offset < end:
                    run, node, _, length = texts[at][1]
                    first = max(start, offset) - offset
                    if first < length:
                        pieces.append(Piece(run, node, first, min(end - offset, length)))
                    if offset + length >= end:
                        break
                    offset += length
                    at += 1
                looks = dict.fromkeys(self._story.look(piece.run) for piece in pieces)
                look = self._story.look(run)
                source, shown = tuple(pieces), "|".join(looks)
            else:
                source, shown = (Piece(run, node, start - offset, end - offset),), look
            yield Token(kind, word, tokens.fold(word), word, shown, False, False, source)


def _divided(
    nodes: list[tuple[etree._Element, etree._Element]],
) -> tuple[str, list[tuple[etree._Element, etree._Element]]]:
    """The instruction of a field and the nodes of its result."""
    depth, instruction = 0, ""
    for index, (_, node) in enumerate(nodes):
        kind = node.get(FLD_TYPE) if node.tag == FLD_CHAR else None
        if kind == "separate" and depth == 1:
            return " ".join(instruction.split()), nodes[index + 1 : -1]
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if node.tag == INSTR:
            instruction += node.text or ""
    return " ".join(instruction.split()), []


def _whole(element: etree._Element) -> tuple[Piece, ...]:
    return (Piece(None, element, 0, 1),)


def _visible(node: etree._Element) -> str:
    """The text of a `w:t`, rid of spaces at its ends where Word shows none."""
    text = node.text or ""
    bare = text.strip(_INVISIBLE)
    if bare != text and not _keeps_spaces(node):
        node.text = text = bare
    return text


def _keeps_spaces(node: etree._Element) -> bool:
    holders = (node, *node.iterancestors())
    said_so = (holder.get(XML_SPACE) for holder in holders)
    return next((told for told in said_so if told), "") == "preserve"


def character(node: etree._Element) -> str:
    """The one character that an element stands for, "" if it is no such element."""
    if node.tag in _TEXTS:
        return _TEXTS[node.tag]
    if node.tag == _BR:
        return "\n" if node.get(_TYPE, "textWrapping") == "textWrapping" else ""
    if node.tag == _SYM:
        code = node.get(qn("w:char"), "")
        return chr(int(code, 16)) if _HEXADECIMAL.fullmatch(code) else ""
    if node.tag == _ALTERNATIVES:  # a pictograph, and how older programs show it
        other = child(node, "mc:Fallback/w:t")
        text = "" if other is None else other.text or ""
        return text if len(text) == 1 else ""
    return ""


def _plain(element: etree._Element) -> str:
    return "".join(item.text or "" for item in every(element, "w:t", "m:t"))

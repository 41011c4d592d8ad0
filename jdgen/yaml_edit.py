"""Puts new texts into a YAML file that a person wrote, and leaves every other character alone.

Writing the whole file anew, even with a library that keeps comments, tidies what the person laid
out by hand; so only the characters of the old value are replaced, and of a value over several lines
only the words that differ.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from jdgen.yaml_source import ALIAS, nodes_of, one_value

_INDENTED = re.compile(r"\n( +)\S")
_NAMES = re.compile(r"(?:[&!]\S*\s+)*")  # label and tag, which stand before a value
_BLANK_END = re.compile(r"(?:\r?\n *)*\Z")
_SPACES = re.compile(r"(\s+)")


def with_texts(source: str, texts: Mapping[str, str]) -> str:
    """The YAML `source` with the text at each dotted path replaced, or added to its block.

    Raises KeyError with a path that does not stand in this file or stands in it only as an alias.
    The caller checks that the result reads as intended.
    """
    root = nodes_of(source)
    edits = [_edit(source, root, path, text) for path, text in texts.items()]
    for start, end, text in sorted(edits, reverse=True):
        source = source[:start] + text + source[end:]
    return source


def _edit(source: str, root: Any, path: str, text: str) -> tuple[int, int, str]:
    """The characters of the source to replace, and what comes there."""
    *parents, last = path.split(".")
    block, in_flow = root, False
    for step in parents:
        block = _child(block, step)
        style = getattr(block, "flow_style", ALIAS)
        if style == ALIAS:
            raise KeyError(path)
        in_flow = in_flow or bool(style)
    node = _child(block, last)
    if node is not None:
        return _replaced(source, node, text, in_flow)
    if not (block.value and isinstance(block.value[0], tuple)):
        raise KeyError(path)
    return _added(source, block, last, text, in_flow)


def _child(block: Any, step: str) -> Any:
    """The node of an entry of a list or of a field, None where there is none."""
    entries = block.value
    if step.isdigit() and entries and not isinstance(entries[0], tuple):
        return entries[int(step)] if int(step) < len(entries) else None
    return next((value for key, value in entries if key.value == step), None)


def _replaced(source: str, node: Any, text: str, in_flow: bool) -> tuple[int, int, str]:
    """The value of a node with another text, its label and tag, quotes and lines kept."""
    start, end = node.start_mark.index, _end(source, node)
    if node.style == ALIAS:
        return start, end, one_value(text, "", in_flow=in_flow)
    named = _NAMES.match(source, start, end)
    start = named.end() if named else start
    old, style = source[start:end], node.style or ""
    if not old:  # nothing but the field's name stands there
        return start, end, f" {one_value(text, '', in_flow=in_flow)}"
    new = one_value(text, style, in_flow=in_flow)
    if style == ">" or new == f"{style}{text}{style}":
        some = _some_words(old, node, text)
        if some is not None:
            return start, end, some
    return start, end, _block(old, text, style) if style in ("|", ">") else new


def _some_words(old: str, node: Any, text: str) -> str | None:
    """A value over several lines with only those words replaced that differ.

    None where it stands on one line, or its words do not stand there as they read.
    """
    words = old.partition("\n")[2] if node.style == ">" else old.strip(node.style)
    words = words.strip()
    pieces, after = _SPACES.split(words), text.split(" ")
    before, gaps = pieces[::2], ["", *pieces[1::2]]
    if "\n" not in words or before != node.value.strip().split(" "):
        return None
    new = ""
    for _, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for number in range(d - c):
            new += (gaps[a + number] if a + number < b else "") or " "
            new += after[c + number]
    return old.replace(words, new.lstrip())


def _added(source: str, block: Any, key: str, text: str, in_flow: bool) -> tuple[int, int, str]:
    """A field at the end of `{…}`, or on a line of its own after the first field of a block."""
    value = one_value(text, "", in_flow=in_flow)
    if block.flow_style:
        end = block.value[-1][1].end_mark.index
        return end, end, f", {key}: {value}"
    first_key, first = block.value[0]
    newline = "\r\n" if "\r\n" in source else "\n"
    line = f"{' ' * first_key.start_mark.column}{key}: {value}"
    line_end = source.find("\n", _end(source, first))
    if line_end < 0:
        return len(source), len(source), f"{newline}{line}"
    return line_end + 1, line_end + 1, f"{line}{newline}"


def _end(source: str, node: Any) -> int:
    """Where a value ends. The parser counts empty lines and remarks below blocks to them."""
    while isinstance(node.value, list) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    start, end = node.start_mark.index, node.end_mark.index
    blank = _BLANK_END.search(source, start, end)
    return int(blank.start()) if blank else end


def _block(old: str, text: str, style: str) -> str:
    """A text as a block with the first line and the indentation that the old one has."""
    found = _INDENTED.search(old)
    head, newline = old.partition("\n")[0].rstrip("\r"), "\r\n" if "\r\n" in old else "\n"
    indent = found[1] if found else "  "
    lines = text.rstrip("\n").split("\n")
    between = newline if style == "|" else newline * 2
    return head + newline + between.join(f"{indent}{line}" if line else "" for line in lines)

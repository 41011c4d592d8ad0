"""Puts new texts into a YAML file that a person wrote, and leaves every other character alone.

Writing the whole file anew, even with a library that keeps comments, tidies what the person laid
out by hand; so only the characters of the old value are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jdgen.yaml_source import nodes_of, one_value

_INDENTED = re.compile(r"\n( +)\S")


def with_texts(source: str, texts: Mapping[str, str]) -> str:
    """The YAML `source` with the text at each dotted path replaced, or added to its block.

    Raises KeyError where a path's parent does not stand in this file. The caller checks that the
    result reads as intended.
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
        in_flow = in_flow or bool(block.flow_style)
        block = _child(block, step)
        if block is None:
            raise KeyError(path)
    in_flow = in_flow or bool(block.flow_style)
    node = _child(block, last)
    if node is None:
        return _added(source, block, last, text, in_flow)
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        return start, end, _block(source[start:end], text, node.style)
    return start, end, one_value(text, node.style or "", in_flow=in_flow)


def _child(block: Any, step: str) -> Any:
    """The node of an entry of a list or of a field, None where there is none."""
    entries = getattr(block, "value", None)
    if not isinstance(entries, list):
        return None
    if step.isdigit() and entries and not isinstance(entries[0], tuple):
        return entries[int(step)] if int(step) < len(entries) else None
    return next((value for key, value in entries if key.value == step), None)


def _added(source: str, block: Any, key: str, text: str, in_flow: bool) -> tuple[int, int, str]:
    """A field at the end of `{…}`, or on a line of its own after the first field of a block."""
    if not (isinstance(block.value, list) and block.value and isinstance(block.value[0], tuple)):
        raise KeyError(key)
    value = one_value(text, "", in_flow=in_flow)
    if block.flow_style:
        end = block.value[-1][1].end_mark.index
        return end, end, f", {key}: {value}"
    line_end = source.find("\n", block.value[0][1].start_mark.index)
    at = len(source) if line_end < 0 else line_end + 1
    newline = "\r\n" if source[:at].endswith("\r\n") else "\n"
    before = newline if line_end < 0 else ""
    return at, at, f"{before}{' ' * block.start_mark.column}{key}: {value}{newline}"


def _block(old: str, text: str, style: str) -> str:
    """A text as a block with the first line and the indentation that the old one has."""
    found = _INDENTED.search(old)
    head, newline = old.partition("\n")[0].rstrip("\r"), "\r\n" if "\r\n" in old else "\n"
    indent = found[1] if found else "  "
    lines = text.rstrip("\n").split("\n")
    between = newline if style == "|" else newline * 2
    body = between.join(f"{indent}{line}" if line else "" for line in lines)
    return f"{head}{newline}{body}{newline}"

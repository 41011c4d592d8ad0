"""Says in plain words what is wrong with a line that YAML cannot read, and how to write it.

People write `title: Peer: outreach` or `name: & Co` and mean text. The parser's own words name
its grammar; here the line itself is looked at. No value is repeated in a message: it may be
private.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_VALUE = re.compile(r"^(?P<lead>[\s-]*)(?:(?P<key>[^\s\"'{\[#:][^:]*?):(?:\s+|$))?(?P<value>.*)$")
_INNER_COLON = re.compile(r"^[^\"'\[{|>].*?:(?:\s|$)")
_SPECIAL = {
    "&": "& has a meaning of its own in this file format",
    "*": "* has a meaning of its own in this file format",
    "%": "% may not begin a text",
    "@": "@ may not begin a text",
    "`": "` may not begin a text",
    "!": "! has a meaning of its own in this file format",
    "|": "| has a meaning of its own in this file format",
    ">": "> has a meaning of its own in this file format",
    "?": "? has a meaning of its own in this file format",
    ",": "a comma may not begin a text",
    "]": "] may not begin a text",
    "}": "} may not begin a text",
    "-": "- begins an entry of a list",
}
_CUT = re.compile(r"[ \t]+#(?=[^\s#]| \d)")
_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}


@dataclass(frozen=True, slots=True)
class Told:
    """A fault in plain words; line and column count from 0."""

    id: str
    message: str
    hint: str
    line: int
    column: int


def anchor() -> tuple[str, str]:
    """A label (&) that nothing refers to: message and hint."""
    return (
        "The word after & is read as a label for the value, not as text.",
        'Put quotes round a text that begins with &: name: "& Co".',
    )


def alias() -> tuple[str, str]:
    """A reference (*) to a label that is not there: message and hint."""
    return (
        "A word after * stands for a value labelled with & above, and there is none.",
        'Put quotes round a text that begins with *: note: "*bold*".',
    )


def tag() -> tuple[str, str]:
    """A type (!): message and hint."""
    return (
        "The word after ! is read as a type, not as text.",
        'Put quotes round a text that begins with !: note: "! new".',
    )


def explain(
    lines: Sequence[str], marks: Sequence[tuple[int, int]], context: str, problem: str
) -> Told:
    """What a person should change. `marks` are the parser's places, the problem's first."""
    line, column = marks[0] if marks else (0, 0)
    if len(marks) > 1 and not context.startswith("while parsing a block"):
        line, column = marks[1]
    text = lines[line] if line < len(lines) else ""
    parts = _VALUE.match(text)
    key = (parts["key"] or "") if parts else ""
    value = parts["value"].strip() if parts else ""
    column = parts.start("value") if parts and value else column
    written = f'{key}: "…"' if key else '"…"'
    quotes = f"Put quotes round the whole text: {written}"
    first = value[:1]
    if "quoted scalar" in context and "escape" in problem:
        hint = r"Inside double quotes write \\ for a backslash, or use single quotes."
        return Told(
            "backslash", "A backslash in double quotes is misread here.", hint, line, column
        )
    if "quoted scalar" in context or ("flow" in context and first in _CLOSING):
        mark = first if first in _CLOSING else '"'
        message = f"What is opened with {mark} is not closed, or text follows where none may."
        hint = f"Close it with {_CLOSING[mark]}; put quotes round texts with a comma or a colon."
        return Told("not-closed", message, hint, line, column)
    if first in _SPECIAL and not (first == "-" and not key):
        message = f"The text begins with {first}: {_SPECIAL[first]}."
        return Told("quotes-needed", message, quotes, line, column)
    if key and _INNER_COLON.match(value):
        message = "A colon followed by a space stands inside a text without quotes."
        return Told("colon", message, quotes, line, column)
    if key and first in _CLOSING:
        message = f"Text follows after the closing {_CLOSING[first]}."
        if first in "\"'":
            other = "'" if first == '"' else '"'
            hint = f"Put quotes round the whole text; a text with {first} inside goes between "
            hint += f"{other} and {other}."
        else:
            hint = quotes
        return Told("quotes-needed", message, hint, line, column)
    return _layout(text, key, line, column)


def _layout(text: str, key: str, line: int, column: int) -> Told:
    if not key and not text.lstrip().startswith("-"):
        message = "This line has no “field:” before its text, or does not belong to the text above."
        hint = "Write field: value, with a space after the colon; indent text that goes on."
        if text.lstrip().startswith("{"):
            hint = "Write field: value; begin each entry of a list with a dash and a space: - {"
        return Told("no-field", message, hint, line, column)
    message = "This line does not fit the lines above it."
    hint = "Begin fields of one block in the same column, with spaces; check the line before too."
    return Told("indent", message, hint, line, column)


def cut_columns(text: str) -> dict[int, set[int]]:
    """Line → columns at which a text may have been cut by a `#` that looks like a part of it."""
    cuts: dict[int, set[int]] = {}
    for number, line in enumerate(text.split("\n")):
        if "#" in line:
            found = {cut.start() for cut in _CUT.finditer(line)}
            if found:
                cuts[number] = found
    return cuts

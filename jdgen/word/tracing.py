"""Traced strings: plain to every test and filter of a template, marked only when printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

from jdgen import marks

BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


def to_markup(text: str) -> Markup:
    """Text as it may stand in a `w:t`: escaped, line breaks and tabs as Word's elements."""
    safe = escape(text)
    if "\n" in safe or "\t" in safe or "\r" in safe:
        lines = safe.replace("\r\n", "\n").replace("\r", "\n")
        safe = lines.replace("\n", BREAK).replace("\t", TAB)
    return safe


class Traced(str):
    """A string that knows the marks of the fields it came from.

    Its characters are the plain text, so that conditions, comparisons and filters give what they
    give in an untraced run; `marked` is what is printed.
    """

    __slots__ = ("marked",)
    marked: str

    def __new__(cls, marked: str) -> Traced:
        text = super().__new__(cls, marks.strip(marked))
        text.marked = marked
        return text

    def __html__(self) -> Markup:
        return to_markup(self.marked)

    def __add__(self, other: str) -> str:
        return Traced(self.marked + marked_form(other))

    def __radd__(self, other: str) -> str:
        return Traced(marked_form(other) + self.marked)


def marked_form(text: str) -> str:
    """The text with the marks it carries."""
    return text.marked if isinstance(text, Traced) else str(text)


def origins_of(value: Any) -> frozenset[int]:
    """The numbers of all marks in a value, however deep."""
    if isinstance(value, Traced):
        return frozenset(span.number for span in marks.spans(value.marked))
    if isinstance(value, Mapping):
        return origins_of(list(value.values()))
    if isinstance(value, (list, tuple)):
        return frozenset().union(*[origins_of(item) for item in value])
    return frozenset()


def carry(result: Any, sources: Iterable[Any]) -> Any:
    """A text made out of others, with the marks of all of them."""
    if type(result) is not str or not result:
        return result
    for number in sorted(origins_of(list(sources))):
        result = marks.wrap(result, number)
    return Traced(result) if marks.OPEN in result else result


def traced_values(value: Any) -> Any:
    """A context's values with every marked string as a traced one."""
    if isinstance(value, str):
        return Traced(value) if marks.OPEN in value else value
    if isinstance(value, Mapping):
        return {key: traced_values(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [traced_values(item) for item in value]
    return value

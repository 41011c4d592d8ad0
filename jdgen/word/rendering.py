"""Rendering: a compiled template, a context and a look make a finished document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from jdgen import marks
from jdgen.errors import TemplateError
from jdgen.model import Context, Look, Rendered, Span
from jdgen.word import blame, markup, zipping
from jdgen.word.dress import drawing_helpers, dressed, property_members
from jdgen.word.fallback import render_with_docxtpl
from jdgen.word.limits import Budget, TooMuchError
from jdgen.word.package import Package
from jdgen.word.provenance import spans_of
from jdgen.word.sandbox import COUNTED, UnknownNameError
from jdgen.word.templates import Template, TemplatePart, environment
from jdgen.word.tracing import traced_values
from jdgen.word.zipping import Member, pack

_LEVEL = 3  # within an eighth of the size of level 6, in half of the time

_LETTERS = (
    "the loop goes over a text, letter by letter; `jdgen template fields` says which names are "
    "lists, and a text is printed by {{ … }} alone"
)

# How a template writes a tag's marks as text (docxtpl's own way).
_LITERAL_MARKS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_TEMPLATE_FAULTS = (
    JinjaError, TooMuchError, ArithmeticError, AttributeError, LookupError, RecursionError,
    TypeError, ValueError,
)  # fmt: skip


def render(template: Template, context: Context, look: Look) -> Rendered:
    """The finished document, with the origins of its words if the context is traced.

    The same template, context and look give the same bytes, traced or not. Raises TemplateError
    for an unknown name, a value that does not fit, or a document beyond all measure.
    """
    traced = bool(context.origins)
    values = traced_values(context.values) if traced else context.values
    scope = {**values, **drawing_helpers(look.brand), COUNTED: _counter()}
    package = dressed(template.name, template.key, template.prepared, look.brand, look.language)
    if template.slow:
        return _slowly(template, package, scope, context, look)
    provenance: list[Span] = []
    fresh: list[Member] = property_members(look)
    for part in template.parts:
        xml = _finished(template, part, scope)
        data = (markup.HEADER + xml).encode("utf-8")
        root = _checked(template, part, data)
        if traced and marks.OPEN in xml:
            provenance += spans_of(root, part.member, context.origins)
            data = (markup.HEADER + marks.strip(xml)).encode("utf-8")
        fresh.append(pack(part.member, data, _LEVEL))
    return Rendered(_assembled(package, fresh), tuple(provenance))


def _counter() -> Callable[[Any], Any]:
    """Counts the steps of all loops of a document, and refuses one over the letters of a text."""
    budget = Budget()

    def count(items: Any) -> Any:
        if isinstance(items, str):
            raise UndefinedError(_LETTERS)
        return budget.count(items)

    return count


def _assembled(package: Package, fresh: list[Member]) -> bytes:
    return zipping.write((dict(package.members) | {m.name: m for m in fresh}).values())


def _finished(template: Template, part: TemplatePart, scope: Mapping[str, Any]) -> str:
    """The part's XML with all its tags carried out."""
    try:
        xml = part.program.render(scope)
    except _TEMPLATE_FAULTS as error:
        raise _blamed(template, part, error, scope) from error
    xml = xml.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")
    if "{_" in xml or "_}" in xml:
        for written, meant in _LITERAL_MARKS:
            xml = xml.replace(written, meant)
    return xml


def _checked(template: Template, part: TemplatePart, data: bytes) -> etree._Element:
    """The part's root; a part that is not well formed would be one that Word cannot open."""
    try:
        return markup.parse(data)
    except etree.XMLSyntaxError as error:
        place = part.texts[0].place if part.texts else ""
        raise blame.problem(
            template.name,
            "broken",
            f"what it renders is not a valid Word document: {error.msg}",
            blame.Where(place),
            "a {%p %}, {%tr %} or {%r %} tag must stand alone in what it repeats, and each "
            "loop or condition must begin and end at the same depth",
        ) from error


def _slowly(
    template: Template, package: Package, scope: Mapping[str, Any], context: Context, look: Look
) -> Rendered:
    """The document by docxtpl's own path, its marks read and taken out afterwards."""
    try:
        finished = render_with_docxtpl(package, scope, environment())
    except _TEMPLATE_FAULTS as error:
        raise _blamed(template, template.parts[0], error, scope) from error
    provenance: list[Span] = []
    fresh: list[Member] = property_members(look)
    for part in template.parts:
        data = finished.read(part.member)
        root = _checked(template, part, data)
        if context.origins:
            provenance += spans_of(root, part.member, context.origins)
            data = marks.strip(data.decode("utf-8")).encode("utf-8")
        fresh.append(pack(part.member, data, _LEVEL))
    return Rendered(_assembled(package, fresh), tuple(provenance))


def _blamed(
    template: Template, part: TemplatePart, error: Exception, scope: Mapping[str, Any]
) -> TemplateError:
    """The error as a message about the template, with the place of the tag that caused it."""
    line = _line_of(error)
    if isinstance(error, UnknownNameError):
        known = [str(key) for key in scope] if error.known is None else list(error.known)
        where = blame.locate(part.texts, part.source, line, error.unknown)
        return blame.problem(
            template.name,
            "unknown-name",
            f"'{error.unknown}' is not a name that the data has here",
            where,
            blame.nearest(error.unknown, known) or _listed(known),
        )
    where = blame.locate(part.texts, part.source, line)
    code = "too-much" if isinstance(error, TooMuchError) else "value"
    if isinstance(error, SecurityError):
        code = "internals"
    plain = isinstance(error, (TooMuchError, UndefinedError, SecurityError))
    text = str(error) if plain else f"a value does not fit what the tag does with it ({error})"
    return blame.problem(template.name, code, text, where)


def _listed(known: list[str]) -> str:
    shown = sorted(name for name in known if not name.startswith("_"))
    return f"names here are {', '.join(shown[:12])}" if shown else ""


def _line_of(error: BaseException) -> int:
    """The line of the template's source at which an error arose, 0 if none is known."""
    line, frame = 0, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line

"""The one Jinja environment: sandboxed, escaping, strict about names, with a small language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from jdgen import marks
from jdgen.word import limits
from jdgen.word.filters import all_filters
from jdgen.word.tracing import Traced, marked_form, to_markup

COUNTED, JOINED, BUILT = "_counted", "_joined", "_built"
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.CondExpr,
    nodes.Assign, nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair,
    nodes.Keyword, nodes.Slice, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test,
    nodes.Call, nodes.Compare, nodes.Operand, nodes.Concat, nodes.BinExpr, nodes.UnaryExpr,
)  # fmt: skip
_METHODS = frozenset({"cycle", "changed", "items", "keys", "values"})
_OWN_CALLS = frozenset({"range", "_colour", "_width", "_logo_width", "_logo_height", "_next_id"})


_UNPRINTABLE: dict[type, str] = {
    type(None): "a value is empty; test for it with {% if … %}",
    bool: "a flag is not a word; write {% if … %}…{% endif %} or {{ 'yes' if … else 'no' }}",
    list: "a list or group of values is not a word; write {{ …|join(', ') }} or name one of them",
}


class UnknownNameError(UndefinedError):
    """A name that the data does not hold; `known` are the names it could have been.

    `known` is None where the name stands alone: then the top-level names are what it could be.
    """

    unknown: str = ""
    known: tuple[str, ...] | None = None


class ForbiddenError(TemplateSyntaxError):
    """A template uses what is not in its language."""

    def __init__(self, code: str, message: str, hint: str, line: int) -> None:
        super().__init__(message, line)
        self.code, self.hint = code, hint


class Missing(StrictUndefined):
    """An undefined value whose error says what it was looked for in."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, **about: Any) -> None:
        known = tuple(map(str, about["obj"])) if isinstance(about.get("obj"), Mapping) else None
        facts = {"unknown": str(about.get("name")), "known": known}
        about["exc"] = type("UnknownNameError", (UnknownNameError,), facts)
        super().__init__(hint, **about)


def _printed(value: Any) -> Any:
    """What an expression prints: line breaks become Word's; Python's own words never print."""
    if type(value) is str:
        return to_markup(value) if "\n" in value or "\t" in value else value
    if isinstance(value, (str, int, float, Decimal, date)) and not isinstance(value, bool):
        return value
    if isinstance(value, StrictUndefined):
        return str(value)  # which raises, and says what is missing
    raise UndefinedError(_UNPRINTABLE.get(type(value), _UNPRINTABLE[list]))


def joined(*values: Any) -> str:
    """Jinja's `~`: texts one after the other, with their marks."""
    texts = [marked_form(value) for value in values]
    limits.Budget.allow(sum(map(len, texts)))
    text = "".join(texts)
    return Traced(text) if marks.OPEN in text else text


def built(value: Any) -> Any:
    """A list or mapping that a template writes out: each may hold others, but not without end."""
    limits.Budget.allow(limits.size_of(value))
    return value


class WordEnvironment(SandboxedEnvironment):
    """Jinja for templates: loops, conditions and a documented set of filters over plain data."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    concat = staticmethod(limits.join_pieces)

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=_printed)
        self.filters = dict(all_filters())
        self.globals = {"range": self.globals["range"], JOINED: joined, BUILT: built}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key of the data before a method of the mapping: `role.values` is the data's."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """One operation, refused when its result would be huge."""
        limits.check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The source as a tree, its loops counted, after all in it was found allowed."""
        tree = super()._parse(source, name, filename)
        check_language(tree, self)
        bound_cost(tree)
        return tree


def check_language(tree: nodes.Template, environment: WordEnvironment) -> None:
    """Raises ForbiddenError at the first thing in a template that its language does not have."""
    for node in tree.find_all(nodes.Node):
        line = node.lineno or 1
        if not isinstance(node, _ALLOWED):
            kind = type(node).__name__.lower()
            raise ForbiddenError(
                "statement",
                f"the template uses {{% {kind} %}}, which templates may not",
                "statements are for, if and set",
                line,
            )
        if isinstance(node, nodes.Filter) and node.name not in environment.filters:
            raise ForbiddenError("unknown-filter", f"there is no filter '{node.name}'", "", line)
        if isinstance(node, nodes.Test) and node.name not in environment.tests:
            raise ForbiddenError("unknown-test", f"there is no test '{node.name}'", "", line)
        if isinstance(node, nodes.Call):
            _check_call(node)
        name = _reached_for(node)
        if name.startswith("_"):
            raise ForbiddenError(
                "internals",
                f"the template reaches for Python's internals ('{name}'); refused",
                "a template may use the names that `jdgen template fields` lists",
                line,
            )


def _reached_for(node: nodes.Node) -> str:
    """The attribute a node asks for, "" if it asks for none."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return ""


def _check_call(node: nodes.Call) -> None:
    target = node.node
    own = isinstance(target, nodes.Name) and target.name in _OWN_CALLS
    method = isinstance(target, nodes.Getattr) and target.attr in _METHODS
    if not own and not method:
        raise ForbiddenError(
            "call",
            "the template calls a function or method, which templates may not",
            "use a filter instead, such as {{ text|upper }}",
            node.lineno,
        )


def bound_cost(tree: nodes.Template) -> None:
    """Rewrites loops to count their steps, `~` and lists to check the size of their result."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _call(COUNTED, [loop.iter], loop.lineno)
    _bound_values(tree)


def _call(name: str, arguments: Iterable[Any], line: int) -> nodes.Call:
    target = nodes.Name(name, "load", lineno=line)
    return nodes.Call(target, list(arguments), [], None, None, lineno=line)


def _bound_values(node: nodes.Node) -> None:
    for field, found in node.iter_fields():
        if isinstance(found, list):
            setattr(node, field, [_bounded(item) for item in found])
        else:
            setattr(node, field, _bounded(found))


def _bounded(item: Any) -> Any:
    if isinstance(item, nodes.Node):
        _bound_values(item)
    if isinstance(item, nodes.Concat):
        return _call(JOINED, item.nodes, item.lineno)
    literal = isinstance(item, (nodes.List, nodes.Dict, nodes.Tuple))
    if literal and getattr(item, "ctx", "load") == "load":
        return _call(BUILT, [item], item.lineno)
    return item

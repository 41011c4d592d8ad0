"""The filters a template may use. Each keeps the marks of a traced text it works on.

The list and its reference is `data/filters.csv`. Left out on purpose: all that can swell a text
without bound, reach attributes of objects by name, or print markup.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Callable, Iterable
from importlib import resources
from typing import Any, NamedTuple

from jinja2.filters import FILTERS as JINJA

from jdgen import marks
from jdgen.word.limits import Budget
from jdgen.word.tracing import Traced, carry, marked_form


class FilterEntry(NamedTuple):
    """One row of the reference: `kind` is plain (Jinja's own), text (keeps marks) or own."""

    name: str
    kind: str
    description: str


@functools.cache
def filter_reference() -> tuple[FilterEntry, ...]:
    """Every filter that a template may use, with what it does, in order of names."""
    file = resources.files("jdgen.word") / "data" / "filters.csv"
    rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
    next(rows)
    return tuple(FilterEntry(*row) for row in rows)


def _keeping_marks(name: str) -> Callable[..., Any]:
    """Jinja's filter of that name, so that what it makes of a text carries the text's marks."""
    original = JINJA[name]
    takes_more = hasattr(original, "jinja_pass_arg")

    def kept(*args: Any, **options: Any) -> Any:
        text = args[1] if takes_more else args[0]
        plain = str.__str__(text) if isinstance(text, Traced) else text
        rest = (args[0], plain, *args[2:]) if takes_more else (plain, *args[1:])
        return carry(original(*rest, **options), [text])

    if takes_more:
        vars(kept)["jinja_pass_arg"] = vars(original)["jinja_pass_arg"]
    return kept


def replace(text: Any, old: str, new: str, count: int = -1) -> str:
    """Replaces each `old` in a text by `new`."""
    whole, found, fresh = str(text), str(old), str(new)
    Budget.allow(len(whole) + whole.count(found) * len(fresh))
    result = whole.replace(found, fresh, count)
    carried: str = carry(result, [text, new])
    return carried


def join(items: Iterable[Any], between: str = "", attribute: str | None = None) -> str:
    """Joins a list into one text, with `between` between its items."""
    found = list(items)
    if attribute is not None:
        found = [item[attribute] for item in found]
    texts = [marked_form(item) for item in found]
    Budget.allow(sum(map(len, texts)) + len(texts) * len(between))
    marked = marked_form(between).join(texts)
    return Traced(marked) if marks.OPEN in marked else marked


def sentence_list(items: Iterable[Any], last: str = "and") -> str:
    """Joins a list as in a sentence: "a, b and c"."""
    found = list(items)
    if len(found) < 2:
        return join(found)
    return join([join(found[:-1], ", "), found[-1]], f" {last} ")


def one_line(text: Any) -> str:
    """Puts a text on one line: line breaks and tabs become spaces."""
    marked = " ".join(marked_form(text).split())
    return Traced(marked) if marks.OPEN in marked else marked


_OWN: dict[str, Callable[..., Any]] = {
    "join": join,
    "one_line": one_line,
    "replace": replace,
    "sentence_list": sentence_list,
}


def all_filters() -> dict[str, Callable[..., Any]]:
    """Every filter by name."""
    made: dict[str, Callable[[str], Callable[..., Any]]] = {
        "plain": lambda name: JINJA[name],
        "text": _keeping_marks,
        "own": lambda name: _OWN[name],
    }
    return {entry.name: made[entry.kind](entry.name) for entry in filter_reference()}

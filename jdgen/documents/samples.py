"""A context made of the examples in the vocabulary, to try a template without any profile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jdgen import marks
from jdgen.documents.vocabulary import row_names, views
from jdgen.model import Context

EXAMPLE = "example"  # the origin of every word that is an example and not the template's own
_ROWS = 2


def sample_context(*, empty: bool = False) -> Context:
    """What a template may say where every name has its example, each word of them marked.

    `empty` is a profile that says nothing it need not say: texts and lists are empty and no flag is
    set, so that the other half of each condition is seen.
    """
    values = {
        view: {name: _value(told, empty=empty) for name, told in names.items()}
        for view, names in views().items()
    }
    return Context(values, ((EXAMPLE,),))


def _value(told: Mapping[str, Any], *, empty: bool) -> Any:
    example = told.get("example", "")
    if told["type"] == "flag":
        return not empty
    if told["type"] == "number":
        return 0 if empty else int(example or 1)
    if told["type"] == "text":
        return "" if empty else marks.wrap(str(example), 0)
    if empty:
        return []
    rows = row_names(told)
    if not rows:
        return [marks.wrap(str(item), 0) for item in example]
    return [{name: _value(cell, empty=False) for name, cell in rows.items()} for _ in range(_ROWS)]

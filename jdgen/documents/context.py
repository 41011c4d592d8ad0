"""The context of a template: only the views it asks for, as plain values."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, cast

from jdgen.documents import views
from jdgen.documents.source import Source
from jdgen.errors import Problem, TemplateError, did_you_mean
from jdgen.model import Context, Profile

View = Callable[[Source], Mapping[str, Any]]

# Names the template language itself brings along.
_LANGUAGE = frozenset({"loop", "range", "namespace", "dict", "joiner", "cycler", "lipsum"})


@cache
def view_names() -> frozenset[str]:
    """The views there are: the modules of `views/`."""
    return frozenset(module.name for module in pkgutil.iter_modules(views.__path__))


@cache
def _view(name: str) -> View:
    module = importlib.import_module(f"{views.__name__}.{name}")
    return cast(View, module.view)


def build_context(profile: Profile, needed: frozenset[str], *, trace: bool, today: date) -> Context:
    """What a template that uses the top-level names `needed` may say of the profile.

    In a traced context every text carries marks into `origins`: fields of the profile, or
    `text:...` for words that ship. `today` decides which quotes may be shown and is never printed.
    Raises TemplateError for a name that is no view.
    """
    unknown = needed - view_names() - _LANGUAGE
    if unknown:
        raise TemplateError(*(_unknown(name) for name in sorted(unknown)))
    source = Source(profile, trace, today)
    values = {name: _view(name)(source) for name in sorted(needed & view_names())}
    return Context(values, tuple(source.origins))


def _unknown(name: str) -> Problem:
    return Problem(
        "template-unknown-name",
        f"The template asks for '{name}', which does not exist.",
        did_you_mean(name, sorted(view_names()), "`jdgen template fields` lists every name."),
    )

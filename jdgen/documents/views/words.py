"""The words the profile chose for the role and for people supported."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source

_NAMES = ("role", "roles", "person", "people")
_WITH_ARTICLE = ("a_role", "a_person")


def view(source: Source) -> dict[str, Any]:
    names = (*_NAMES, *_WITH_ARTICLE)
    return {
        **{name: source.word(name) for name in names},
        **{name.capitalize(): source.word(name.capitalize()) for name in names},
        "recovery": source.term("recovery", "terms.recovery"),
    }

"""The data files of the wording checks, each read once and when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jdgen.yaml_source import load_data

HERE = Path(__file__).parent


@cache
def grammar() -> Mapping[str, Any]:
    """Verbs, roles, cues of negation: what the clause splitter knows of English."""
    told: Mapping[str, Any] = load_data(HERE / "grammar.yaml")
    return told


@cache
def concepts() -> Mapping[str, str]:
    """The lists that forms of rules name by `@`, each as comma-separated phrases.

    Raises ValueError where two files have a list of one name.
    """
    told: dict[str, str] = dict(grammar()["lists"])
    for path in sorted((HERE / "concepts").glob("*.yaml")):
        lists: Mapping[str, str] = load_data(path)
        twice = told.keys() & lists.keys()
        if twice:
            raise ValueError(f"{path.name}: {', '.join(sorted(twice))} stands in another file too")
        told.update(lists)
    return told


def rule_files() -> list[Path]:
    """The files of the categories; a category with many rules has several."""
    return sorted((HERE / "rules").glob("*.yaml"))


def phrases(told: str) -> list[str]:
    """The entries of a comma-separated list."""
    return [" ".join(part.split()) for part in told.split(",") if part.strip()]


def load_rules() -> list[Mapping[str, Any]]:
    """The content of the category files."""
    return [load_data(path) for path in rule_files()]

"""The schema as data: the files of `schema/`, joined and made ready for Cerberus."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from jdgen.yaml_source import load_data

Rules = dict[str, Any]
# A day outside of these years is a slip of the fingers (0206, 20261), whatever the field.
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)


@cache
def profile_schema() -> Rules:
    """Cerberus rules of all top-level fields. Shared by all callers: never changed."""
    folder = files("jdgen.profile") / "schema"
    joined: Rules = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name[0].isdigit() and file.name.endswith(".yaml"):
            joined.update(load_data(file))
    return _ready(joined)


@cache
def worker_schema() -> Rules:
    """Cerberus rules of the separate private file of a worker."""
    return _ready(load_data(files("jdgen.profile") / "schema" / "worker.yaml"))


def _ready(fields: Rules) -> Rules:
    for _, rules in walk(fields):
        if rules.get("type") == "string":
            rules["empty"] = False
        if rules.get("type") == "date":
            rules |= {"min": EARLIEST, "max": LATEST}
    return fields


def walk(fields: Rules, prefix: str = "") -> Iterator[tuple[str, Rules]]:
    """Every field with its path; `*` stands for any entry of a list or any key of a map."""
    for name, rules in fields.items():
        yield from _walk_field(f"{prefix}{name}", rules)


def _walk_field(path: str, rules: Rules) -> Iterator[tuple[str, Rules]]:
    yield path, rules
    for alternative in rules.get("anyof", ()):
        yield from _walk_inside(path, alternative)
        if alternative.get("type") == "string":
            alternative["empty"] = False
    yield from _walk_inside(path, rules)


def _walk_inside(path: str, rules: Rules) -> Iterator[tuple[str, Rules]]:
    if rules.get("type") == "dict" and "schema" in rules:
        yield from walk(rules["schema"], f"{path}.")
    elif rules.get("type") == "list" and "schema" in rules:
        yield from _walk_field(f"{path}.*", rules["schema"])
    elif "valuesrules" in rules:
        yield from _walk_field(f"{path}.*", rules["valuesrules"])


def inside(rules: Rules, step: str) -> Rules | None:
    """The rules of one step below a field, of any of its alternatives; None if there is none."""
    for branch in (rules, *rules.get("anyof", ())):
        if branch.get("type") == "dict" and step in branch.get("schema", {}):
            found: Rules = branch["schema"][step]
            return found
        if branch.get("type") == "list" and step.isdigit() and "schema" in branch:
            return dict(branch["schema"])
        if "valuesrules" in branch:
            return dict(branch["valuesrules"])
    return None


def is_choice(path: str) -> bool:
    """Whether the field at a dotted path takes one of a few values, and no free text."""
    first, *steps = path.split(".")
    rules = profile_schema().get(first)
    for step in steps:
        rules = inside(rules, step) if rules else None
    return bool(rules and "allowed" in rules)

"""The texts that people wrote in a profile, each with the field that it is judged as."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from jdgen.model import Block, Finding, Profile
from jdgen.yaml_source import load_data

_DATA = Path(__file__).parent / "facts" / "profile_texts.yaml"
IN_PROFILE = "profile"  # the part of a paragraph that stands in a profile


def texts_of(profile: Profile) -> Iterator[tuple[Block, str]]:
    """Each text as a paragraph whose `place` is its path, with its field, in the files' order.

    Texts that the shipped library of duties fills in are left out: nobody wrote them here.
    """
    order = {file: number for number, file in enumerate(profile.files)}
    told = [
        (order.get(place.file, 0), place.line, place.column, path, text, field)
        for field, patterns in _data()["fields"].items()
        for pattern in patterns
        for path, text in _found(profile.data, pattern.split("."))
        if text.strip() and (place := profile.places.get(path))
    ]
    for number, (*_, path, text, field) in enumerate(sorted(told)):
        yield Block(IN_PROFILE, number, "body", text, place=path), field


def discreet(finding: Finding, path: str) -> Finding:
    """The finding without the words that it is about, where reports may not repeat them."""
    if not any(pattern.fullmatch(path) for pattern in _private()):
        return finding
    told = finding.message.removeprefix(f"“{finding.quote}”")
    return replace(finding, message=f"Something in this text{told}", quote="")


def _found(value: Any, steps: list[str], before: str = "") -> Iterator[tuple[str, str]]:
    """Every text at a path, `*` for any entry, with the path that leads to it."""
    if not steps:
        if isinstance(value, str):
            yield before.rstrip("."), value
        return
    step, *rest = steps
    for name, part in _parts(value):
        if step in ("*", name):
            yield from _found(part, rest, f"{before}{name}.")


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        yield from ((str(name), part) for name, part in value.items())
    elif isinstance(value, (list, tuple)):
        yield from ((str(number), part) for number, part in enumerate(value))


@cache
def _data() -> Mapping[str, Any]:
    told: Mapping[str, Any] = load_data(_DATA)
    return told


@cache
def _private() -> tuple[re.Pattern[str], ...]:
    paths = (re.escape(path).replace(r"\*", "[^.]+") for path in _data()["private"])
    return tuple(map(re.compile, paths))

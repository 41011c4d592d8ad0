"""The documented vocabulary: every name a template may use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from jdgen.yaml_source import load_data

ValueType = Literal["text", "list", "flag", "number"]


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """One name, with what it holds and an example.

    `duties.essential[].text` is the name `text` of each row of the list `duties.essential`: a
    template says `{% for duty in duties.essential %}{{ duty.text }}{% endfor %}`.
    """

    name: str
    type: ValueType
    description: str
    example: str = ""

    @property
    def view(self) -> str:
        return self.name.split(".", 1)[0]


@cache
def vocabulary() -> tuple[VocabularyEntry, ...]:
    """Every name a template may use, view by view, the rows of a list right after it."""
    return tuple(entry for view, told in _file().items() for entry in _entries(view, told["names"]))


def views() -> Mapping[str, Mapping[str, Any]]:
    """The names of each view, with their type and example as the vocabulary tells them."""
    return {view: told["names"] for view, told in _file().items()}


def vocabulary_page() -> str:
    """The reference page `docs/vocabulary.md`, in Markdown."""
    lines = [_PAGE_HEAD]
    for view, told in _file().items():
        lines += [f"## {view}", "", str(told["about"]), ""]
        lines += ["| name | type | what it holds | example |", "| --- | --- | --- | --- |"]
        lines += [_row(entry) for entry in vocabulary() if entry.view == view]
        lines.append("")
    return "\n".join(lines)


_PAGE_HEAD = """\
# Names that templates may use

This page is made from `jdgen/documents/vocabulary.yaml`. Change that file, then run
`python -m tools.write_references`.

A template writes a name in double braces, `{{ role.title }}`, and a condition or a loop in its own
tag, `{% if duties.has_marginal %}`. A `text` is printed, and empty when the profile says nothing.
A `list` is looped over; `duties.essential[].text` is the name `text` of each of its rows. A `flag`
is for conditions only. A `number` is for drawing and counting.
"""


@cache
def _file() -> Mapping[str, Any]:
    data: Mapping[str, Any] = load_data(files("jdgen.documents").joinpath("vocabulary.yaml"))
    return data


def _entries(prefix: str, names: Mapping[str, Any]) -> Iterator[VocabularyEntry]:
    for name, told in names.items():
        full = f"{prefix}.{name}"
        yield VocabularyEntry(full, told["type"], told["about"], _example(told.get("example", "")))
        yield from _entries(f"{full}[]", row_names(told))


def row_names(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """The names of a list's rows, its own or those of the list it is like."""
    if "like" in told:
        view, name = told["like"].split(".")
        told = _file()[view]["names"][name]
    names: Mapping[str, Any] = told.get("each", {})
    return names


def _example(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(str(item) for item in value) if isinstance(value, list) else str(value)


def _row(entry: VocabularyEntry) -> str:
    cells = (f"`{entry.name}`", entry.type, _cell(entry.description), _cell(entry.example))
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")

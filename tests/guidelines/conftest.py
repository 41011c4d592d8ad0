"""Builds sound profiles and documents from plain data, and changes them as rule examples say."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jdgen.errors import Place
from jdgen.guidelines.checking import check_document, check_profile, rules_in_force
from jdgen.guidelines.rule import Example, Rule
from jdgen.guidelines.settings import check_settings
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.guidelines.waivers import apply_waivers
from jdgen.model import Block, Duty, Finding, Kind, Profile, WordText
from jdgen.yaml_source import load_data

HERE = Path(__file__).parent
TODAY = date(2026, 12, 1)
_DUTY = ("id", "text", "result", "approach", "kind", "side", "uses_lived_experience", "activity")


def profile_of(data: dict[str, Any]) -> Profile:
    """A profile from plain data, as the loader would build it, each field on a line of its own."""
    duties = tuple(
        Duty(
            **{name: told.get(name) for name in _DUTY},
            percent=Decimal(str(told.get("percent", 0))),
            values=tuple(told.get("values", ())),
            field=f"duties.{number}",
            more={k: v for k, v in told.items() if k not in (*_DUTY, "percent", "values")},
        )
        for number, told in enumerate(data.get("duties", ()))
    )
    places = {
        path: Place("riverbend.yaml", line, 3, path) for line, path in enumerate(_paths(data), 1)
    }
    return Profile("riverbend.yaml", data, places, ("riverbend.yaml",), duties)


def patched(data: Any, patch: dict[str, Any]) -> Any:
    """A copy of plain data with new values at dotted paths; None takes one away."""
    changed = _copied(data)
    for path, value in patch.items():
        *steps, last = path.split(".")
        target = changed
        for step in steps:
            target = target[int(step)] if isinstance(target, list) else target.setdefault(step, {})
        if value is None:
            target.pop(int(last)) if isinstance(target, list) else target.pop(last, None)
        elif isinstance(target, list) and int(last) == len(target):
            target.append(value)
        else:
            target[int(last) if isinstance(target, list) else last] = value
    return changed


def _copied(value: Any) -> Any:
    """A copy in which a value that YAML repeats by an alias is a value of its own each time."""
    if isinstance(value, dict):
        return {key: _copied(part) for key, part in value.items()}
    return [_copied(part) for part in value] if isinstance(value, list) else copy.copy(value)


def _paths(value: Any, before: str = "") -> list[str]:
    pairs: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    found = []
    for key, part in pairs:
        found.append(f"{before}{key}")
        found += _paths(part, f"{before}{key}.")
    return found


def _block(number: int, row: Any) -> Block:
    """A paragraph from (role, text) or (role, text, alternative texts of its pictures)."""
    if isinstance(row, Block):
        return row
    role, text, *alt = row
    place = f"paragraph {number + 1}"
    return Block("word/document.xml", number, role, text, place=place, alt=tuple(*alt))


def _edited(rows: list[Any], old: str, new: str, name: str) -> list[Any]:
    """The rows with a new text for a paragraph, or for the part of one that reads so."""
    if old in [row[1] for row in rows]:
        return [(row[0], new, *row[2:]) if row[1] == old else row for row in rows]
    holding = [row for row in rows if old in row[1]]
    assert len(holding) == 1, f"{len(holding)} paragraphs of {name} read: {old}"
    return [(row[0], row[1].replace(old, new), *row[2:]) for row in rows]


@dataclass(frozen=True)
class Bench:
    """Runs rules on the sound profile and documents, or on changed ones."""

    data: dict[str, Any]
    documents: dict[str, Any]

    def profile(self, **patch: Any) -> Profile:
        return self.patched_profile(patch)

    def patched_profile(self, patch: dict[str, Any]) -> Profile:
        return profile_of(patched(self.data, patch))

    def kind(self, name: str) -> Kind:
        told = self.documents.get(name, {})
        return Kind(
            name=name,
            title=told.get("title", name),
            template=name,
            audience=told.get("audience", "staff"),
            sections=tuple(told.get("sections", ())),
            layout=told.get("layout", "flow"),
            pages=told.get("pages", 0),
            reading_grade=told.get("reading_grade", 0),
        )

    def kinds(self, *names: str) -> list[Kind]:
        return [self.kind(name) for name in names or self.data["documents"]]

    def text(self, name: str, example: Example | None = None) -> WordText:
        """The sound document of a kind as Word shows it, changed as the example says."""
        told = self.documents.get(name, {})
        rows = [tuple(row) for row in told.get("blocks", ())]
        example = example or Example("")
        for old, new in example.edits.items():
            rows = _edited(rows, old, new, name)
        blocks = tuple(
            _block(number, row)
            for number, row in enumerate(list(example.blocks) or rows)
            if isinstance(row, Block) or row[1] or row[2:]
        )
        sound = WordText(
            blocks,
            title=told.get("title", ""),
            language=told.get("language", "en-CA"),
            watermarks=tuple(told.get("watermarks", ())),
        )
        return replace(sound, **example.word)

    def findings(self, rule: Rule, example: Example) -> list[Finding]:
        """What all rules find in an example; only this rule where it brings a text of its own."""
        profile = self.patched_profile(dict(example.profile))
        today = example.today or TODAY
        settings = check_settings(practice=rule.standing == "practice")
        if not example.reads_document:
            kinds = self.kinds(*example.documents)
            in_force = {found.id for found in rules_in_force(profile, kinds, settings)}
            found = check_profile(profile, kinds, today, settings)
            return list(apply_waivers(profile, found, today, in_force=in_force).findings)
        kind = self.kind(example.documents[0])
        text = self.text(kind.name, example)
        fits = [SimpleNamespace(panel=p, used=u, available=a) for p, u, a in example.fits]
        if example.blocks:
            subject = DocumentSubject(profile, kind, text, (), fits, today, settings)
            assert rule.in_document, f"{rule.id} reads no documents"
            return [
                Finding(rule.id, rule.category, m.severity or rule.severity, m.message, "", "", "")
                for m in rule.in_document(subject)
            ]
        return check_document(profile, kind, text, (), fits, today, settings)


@pytest.fixture(scope="session")
def bench() -> Bench:
    """The sound profile and documents, and the means to check changes of them."""
    return Bench(load_data(HERE / "base.yaml"), load_data(HERE / "documents.yaml"))

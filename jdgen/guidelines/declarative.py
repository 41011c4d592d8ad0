"""Rules that are plain data: a field is there, is at least a figure, is one of some values.

A YAML file `rules/<group>/<name>.yaml` is a list of entries. Each has the texts of a rule (id,
title, what, why, cure, source), `severity`, its `passes` and `fails`, a `message`, and a condition:

- `field`: a dotted path, or `any_of`: a list of paths of which one is enough
- `must`: `present` (not empty), or one of these with its operand: `be` (equal), `be one of`,
  `hold one of` (a list that has one of these), `be at least`, `be at most`, `count at least`,
  `count at most` (a number, or the name of a figure): `must: {be at least: TRN-01.days}`
- `each`: the path of a list; `field` then is a path inside each of its entries
- `when`: paths with the values they must have for the rule to apply; `present` and `absent` ask
  only whether there is one

The message may use `{value}`, `{limit}`, `{number}` (of the entry, from 1) and `{entry}` (its
first text). Two conditions stand in place of `field` and `must`:

- `answered`: a checklist and its items that must be settled where it is begun; `{open}` are those
  that are not
- `holds`, `avoids` and `unless`: what a document must say and must not (see `declared_texts.py`)

An entry with `words: true` has its words in `jdgen/guidelines/wording/rules/`; with `words: in
documents` it leaves profiles to their documents. One without a condition is a rule that other code
judges (the waivers).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdgen.guidelines.checklists import open_items, told_items
from jdgen.guidelines.declared_texts import TEXT_CONDITION, document_check
from jdgen.guidelines.rule import Example, Miss, ProfileCheck, Rule
from jdgen.guidelines.words import with_words
from jdgen.yaml_source import load_data

if TYPE_CHECKING:
    from jdgen.guidelines.subjects import ProfileSubject

_TEXTS = ("id", "title", "what", "why", "cure", "source")
_CONDITION = {"field", "any_of", "must", "each", "when", "message", "answered"}
_PLAIN = {"standing", "waivable", "once"}
_TUPLES = {"documents", "packs", "checklists", "alone"}
_EXAMPLE = {"says", "profile", "blocks", "edits", "documents", "also", "severity", "today"}


def read_rules(path: Path) -> Iterator[Rule]:
    """The rules of one YAML file; ValueError names the entry that is not complete."""
    for entry in load_data(path):
        condition = _CONDITION | TEXT_CONDITION
        known = {*_TEXTS, *condition, *_PLAIN, *_TUPLES, "severity", "words", "passes", "fails"}
        missing = {*_TEXTS, "severity", *_needed(entry)} - entry.keys()
        if missing or entry.keys() - known:
            name = f"{path.name}, {entry.get('id', 'an entry without id')}"
            raise ValueError(f"{name}: missing {missing}, unknown {entry.keys() - known}")
        told: dict[str, Any] = {name: " ".join(str(entry[name]).split()) for name in _TEXTS}
        told |= {name: entry[name] for name in _PLAIN & entry.keys()}
        told |= {name: tuple(entry[name]) for name in _TUPLES & entry.keys()}
        told |= {name: tuple(map(_example, entry.get(name, ()))) for name in ("passes", "fails")}
        told["severities"] = (entry["severity"],)
        told |= {"in_profile": _profile_check(entry), "in_document": document_check(entry)}
        if entry.get("words"):
            yield with_words(Rule(**told), documents_only=entry["words"] == "in documents")
        else:
            yield Rule(**told)


def _needed(entry: Mapping[str, Any]) -> set[str]:
    """What an entry must have besides its texts."""
    if entry.keys() & (TEXT_CONDITION | {"answered"}):
        return {"message"}
    return {"must", "message"} if entry.keys() & _CONDITION else set()


def _profile_check(entry: Mapping[str, Any]) -> ProfileCheck | None:
    if "answered" in entry:
        return _answered(entry)
    return _check(entry) if "must" in entry else None


def _answered(entry: Mapping[str, Any]) -> ProfileCheck:
    ((checklist, items),) = entry["answered"].items()
    message = " ".join(entry["message"].split())

    def check(subject: ProfileSubject) -> Iterator[Miss]:
        if not _applies(subject, entry):
            return
        still_open = open_items(subject, checklist, items)
        if still_open:
            told = message.format(open=told_items(checklist, still_open))
            yield Miss(told, field=f"{checklist}.{still_open[0]}")

    return check


def _applies(subject: ProfileSubject, entry: Mapping[str, Any]) -> bool:
    return all(_holds(subject, *pair) for pair in entry.get("when", {}).items())


def _example(told: Mapping[str, Any]) -> Example:
    if told.keys() - _EXAMPLE:
        raise ValueError(f"{told}: an example of a rule in YAML has {sorted(_EXAMPLE)}")
    blocks = tuple((role, text) for role, text in told.get("blocks", ()))
    return Example(**{**told, "blocks": blocks})


def _check(entry: Mapping[str, Any]) -> ProfileCheck:
    word, operand = _must(entry["must"])
    paths: list[str] = entry.get("any_of") or [entry["field"]]
    message = " ".join(entry["message"].split())

    def check(subject: ProfileSubject) -> Iterator[Miss]:
        if not _applies(subject, entry):
            return
        limit = subject.figure(operand) if _names_figure(word, operand) else operand
        for number, base in _bases(subject, entry.get("each")):
            values = [subject.get(base + path) for path in paths]
            if not any(_KEPT[word](value, limit) for value in values):
                told = {"value": _told(values[0]), "limit": _told(limit), "number": number}
                told["entry"] = _told(subject.get(base.rstrip("."))) if base else ""
                yield Miss(message.format(**told), field=base + paths[0])

    return check


def _must(told: str | Mapping[str, Any]) -> tuple[str, Any]:
    (word, operand), *more = told.items() if isinstance(told, Mapping) else [(told, None)]
    if more or word not in _KEPT:
        raise ValueError(f"must: {told}: one of {sorted(_KEPT)}")
    return word, operand


def _bases(subject: ProfileSubject, each: str | None) -> Iterable[tuple[int, str]]:
    if each is None:
        return [(0, "")]
    return [(i + 1, f"{each}.{i}.") for i in range(len(subject.get(each, ())))]


def _holds(subject: ProfileSubject, path: str, wanted: Any) -> bool:
    value = subject.get(path)
    if wanted in ("present", "absent"):
        return _present(value) is (wanted == "present")
    return value in wanted if isinstance(wanted, list) else bool(value == wanted)


def _names_figure(word: str, operand: Any) -> bool:
    return word.endswith((" least", " most")) and isinstance(operand, str)


def _present(value: Any) -> bool:
    return value not in (None, [], {}, ()) and bool(not isinstance(value, str) or value.strip())


def _number(value: Any) -> Decimal | None:
    try:
        return None if isinstance(value, bool) else Decimal(str(value))
    except InvalidOperation:
        return None


def _at_least(value: Any, limit: Any) -> bool:
    number = _number(value)
    return number is not None and number >= limit


def _at_most(value: Any, limit: Any) -> bool:
    """A value that is absent is no more than anything."""
    number = _number(value)
    return number is None or number <= limit


def _list(value: Any) -> list[Any]:
    """A value as a list: a single one counts as one entry, an absent one as none."""
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


_KEPT: Mapping[str, Callable[[Any, Any], bool]] = {
    "present": lambda value, _: _present(value),
    "be": lambda value, limit: bool(value == limit),
    "be one of": lambda value, limit: value in limit,
    "hold one of": lambda value, limit: bool(set(_list(value)) & set(limit)),
    "be at least": _at_least,
    "be at most": _at_most,
    "count at least": lambda value, limit: len(_list(value)) >= limit,
    "count at most": lambda value, limit: len(_list(value)) <= limit,
}


def _told(value: Any) -> str:
    """A value as a person would say it."""
    if value is None or value in ("", []):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        texts = (str(part) for part in value.values() if isinstance(part, str))
        return next(texts, "this entry")
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)

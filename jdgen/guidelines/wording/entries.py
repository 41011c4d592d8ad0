"""The wording rules as data: one YAML file for each category, every entry with its own examples.

A file has `category`, `examples_field` and defaults for its `rules`: `fields` (where it is looked
for, none for all), `doers` (whose doing it is about: worker, boss, other, person; none for any),
`excuses` (what silences a hit) and forms to share. An entry has `id`, `rule` (the id in the
catalogue, which gives the severity), `says` (what follows the quoted words), `why`, `cure`,
`source`, `forms`. It may have `unless` (forms that overlap an innocent hit), `unless_near` (forms
anywhere in the sentence), `find: acronyms`, `like` (the id of an entry of the file whose forms it
shares) and its own `fields`, `doers` and `excuses`. The tests run `bad` and `good`, where
"brochure | text" names a field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from jdgen.guidelines.wording.clauses import add_grammar
from jdgen.guidelines.wording.data import load_rules, phrases
from jdgen.guidelines.wording.lexicon import Lexicon
from jdgen.guidelines.wording.patterns import Form, compile_form
from jdgen.text_fields import TEXT_FIELDS

_TEXTS = ("id", "rule", "says", "why", "cure", "source")
_FORMS = ("forms", "unless", "unless_near")
_LISTS = (*_FORMS, "bad", "good", "like")
_SETTINGS = ("fields", "doers", "excuses", "find")


@dataclass(frozen=True, slots=True)
class Wording:
    """One thing that a text may say wrongly, in all its forms."""

    id: str
    rule: str
    category: str
    says: str
    why: str
    cure: str
    source: str
    fields: frozenset[str]
    doers: frozenset[str]
    excuses: tuple[str, ...]
    find: str
    forms: tuple[Form, ...]
    unless: tuple[Form, ...]
    unless_near: tuple[Form, ...]
    bad: tuple[tuple[str, str], ...]
    good: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All wordings, their forms by a concept that each needs, and the lexicon of all concepts."""

    wordings: tuple[Wording, ...]
    lexicon: Lexicon
    by_concept: Mapping[str, list[tuple[int, Wording, Form]]]

    def at_work(self, concepts: Collection[str], field: str) -> list[tuple[Wording, Form]]:
        """The forms that can stand in a text with these concepts, in the order of the files."""
        found = [
            told
            for name in concepts
            for told in self.by_concept.get(name, ())
            if field in told[1].fields and all(need in concepts for need in told[2].needed)
        ]
        found.sort(key=itemgetter(0))
        return [(wording, form) for _, wording, form in found]


@cache
def catalogue() -> Catalogue:
    """Every wording of the shipped files; ValueError names an entry that is not complete."""
    lexicon = Lexicon()
    add_grammar(lexicon)
    wordings = tuple(wording for told in load_rules() for wording in _wordings_of(told, lexicon))
    by_concept: dict[str, list[tuple[int, Wording, Form]]] = defaultdict(list)
    forms = ((wording, form) for wording in wordings for form in wording.forms)
    for order, (wording, form) in enumerate(forms):
        by_concept[form.needed[0]].append((order, wording, form))
    return Catalogue(wordings, lexicon, by_concept)


def _wordings_of(told: Mapping[str, Any], lexicon: Lexicon) -> Iterator[Wording]:
    entries = {entry.get("id", "an entry without id"): entry for entry in told["rules"]}
    for entry in entries.values():
        missing = {*_TEXTS, "bad", "good"} - entry.keys()
        unknown = entry.keys() - {*_TEXTS, *_LISTS, *_SETTINGS}
        if missing or unknown:
            raise ValueError(f"{entry.get('id')}: missing {missing}, unknown {unknown}")
        alike = entries[entry["like"]] if "like" in entry else {}
        yield _wording({**_forms_of(alike), **entry}, told, lexicon)


def _forms_of(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: entry[name] for name in _FORMS if name in entry}


def _wording(entry: Mapping[str, Any], told: Mapping[str, Any], lexicon: Lexicon) -> Wording:
    settings = {**{name: told.get(name, "") for name in _SETTINGS}, **entry}
    field = told["examples_field"]
    forms = {
        name: tuple(compile_form(line, lexicon) for line in _lines(name, entry, told))
        for name in _FORMS
    }
    texts = {name: " ".join(entry[name].split()) for name in _TEXTS}
    return Wording(
        **texts,
        forms=forms["forms"],
        unless=forms["unless"],
        unless_near=forms["unless_near"],
        category=told["category"],
        fields=frozenset(phrases(settings["fields"])) or frozenset(TEXT_FIELDS),
        doers=frozenset(phrases(settings["doers"])),
        excuses=tuple(phrases(settings["excuses"])),
        find=settings["find"],
        bad=tuple(_example(line, field) for line in entry["bad"]),
        good=tuple(_example(line, field) for line in entry["good"]),
    )


def _lines(name: str, entry: Mapping[str, Any], told: Mapping[str, Any]) -> list[str]:
    """The forms of an entry, and those that its whole file has."""
    return [*entry.get(name, ()), *told.get(name, ())]


def _example(line: str, field: str) -> tuple[str, str]:
    """Field and text of an example line."""
    named, bar, text = line.partition(" | ")
    return (named, text) if bar else (field, line)

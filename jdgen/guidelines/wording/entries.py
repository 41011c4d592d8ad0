"""The wording rules as data: one YAML file for each category, every entry with its own examples.

A file has `category`, `examples_field` and defaults for its `rules`: `fields` (where it is looked
for, none for all), `doers` (whose doing it is about: worker, boss, other, person; none for any),
`excuses` (what silences a hit), `yields` (categories that say it better where they tell of the same
words) and forms to share. An entry has `id`, `rule` (the id in the catalogue, which gives the
severity), `says` (what follows the quoted words), `why`, `cure`, `source`, `forms`. It may have
`unless` (forms that overlap an innocent hit), `unless_near` (forms anywhere in the sentence),
`find` (`acronyms`, or `second reader` for what only `leaning.py` finds), `unsure: true` (wide
forms, which count only where the second reader agrees), `advice: true` (told as advice, whatever
the rule's severity), `like` (the id of an entry of the file whose forms it shares) and its own
`fields`, `doers`, `yields` and `excuses`. The tests run `bad` and `good`, where "brochure | text"
names a field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from jdgen.guidelines.wording.clauses import add_grammar
from jdgen.guidelines.wording.data import load_rules, phrases
from jdgen.guidelines.wording.lexicon import Lexicon, Places
from jdgen.guidelines.wording.patterns import Form, compile_form
from jdgen.guidelines.wording.tokens import Token
from jdgen.text_fields import TEXT_FIELDS

SECOND_READER = "second reader"
_TEXTS = ("id", "rule", "says", "why", "cure", "source")
_FORMS = ("forms", "unless", "unless_near")
_LISTS = (*_FORMS, "bad", "good", "like")
_SETTINGS = ("fields", "doers", "excuses", "find", "yields", "unsure", "advice")


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
    yields: frozenset[str]
    find: str
    unsure: bool
    advice: bool
    forms: tuple[Form, ...]
    unless: tuple[Form, ...]
    unless_near: tuple[Form, ...]
    bad: tuple[tuple[str, str], ...]
    good: tuple[tuple[str, str], ...]


_Candidate = tuple[int, int, Wording, Form]  # its bits, and its place among all


@dataclass(frozen=True, slots=True)
class _Index:
    """Forms by their rarest concept, without which they cannot stand, and these by their words."""

    by_anchor: Mapping[str, Sequence[_Candidate]]
    anchors: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All wordings, the lexicon of all concepts, and what to look for once a word is there.

    `acronyms` are those that look for abbreviations, `second_reader` those that only weights find.
    """

    wordings: tuple[Wording, ...]
    lexicon: Lexicon
    acronyms: Sequence[Wording]
    second_reader: Mapping[str, Wording]

    def at_work(
        self, tokens: Sequence[Token], places: Places, field: str
    ) -> Iterator[tuple[Wording, Form]]:
        """The forms that can stand in a text, in the order of the files."""
        index, present = _index(field), places.present
        words = {token.word for token in tokens}
        there = {name for word in words for name in index.anchors.get(word, ())}
        there.update(index.by_anchor.keys() & places.of_phrases.keys())
        found = [
            told
            for anchor in there
            for told in index.by_anchor[anchor]
            if told[0] & present == told[0]
        ]
        found.sort(key=itemgetter(1))
        for _, _, wording, form in found:
            yield wording, form


@cache
def catalogue() -> Catalogue:
    """Every wording of the shipped files; ValueError names an entry that is not complete."""
    lexicon = Lexicon()
    add_grammar(lexicon)
    wordings = tuple(wording for told in load_rules() for wording in _wordings_of(told, lexicon))
    second_reader = {one.category: one for one in wordings if one.find == SECOND_READER}
    acronyms = [one for one in wordings if one.find == "acronyms"]
    return Catalogue(wordings, lexicon, acronyms, second_reader)


@cache
def _index(field: str) -> _Index:
    """What to look for in a field once a word is there."""
    lexicon = catalogue().lexicon
    by_anchor: dict[str, list[_Candidate]] = defaultdict(list)
    forms = [
        (one, form) for one in catalogue().wordings if field in one.fields for form in one.forms
    ]
    for order, (wording, form) in enumerate(forms):
        by_anchor[lexicon.rarest(form.needed)].append((form.bits, order, wording, form))
    anchors: dict[str, list[str]] = defaultdict(list)
    for name in by_anchor:
        for word in lexicon.words_of(name):
            anchors[word].append(name)
    return _Index(by_anchor, anchors)


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
        yields=frozenset(phrases(settings["yields"])),
        find=settings["find"],
        unsure=bool(settings["unsure"]),
        advice=bool(settings["advice"]),
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

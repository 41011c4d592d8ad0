"""Inflected forms, so that a list says `assess/v` once and all its forms are found.

`word/v` is a verb (its first word when it is a phrase: `hold/v down`), `word/n` a noun. Irregular
verbs, and those that double their last letter, stand in `grammar.yaml`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from jdgen.guidelines.wording.data import grammar

_HISSING = re.compile(r"(?:[sxz]|[cs]h)$")
_ENDS_IN_Y = re.compile(r"[^aeiou]y$")


@cache
def expand(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Every form of a phrase such as `hold/v down`, as tuples of words."""
    if "/" not in phrase and " " not in phrase and "-" not in phrase:
        return ((phrase,),)
    return tuple(product(*[_forms(word) for word in phrase.replace("-", " ").split()]))


def _forms(word: str) -> tuple[str, ...]:
    stem, _, kind = word.partition("/")
    if kind == "v":
        return verb_forms(stem)
    return (stem, plural(stem)) if kind == "n" else (stem,)


@cache
def verb_forms(verb: str) -> tuple[str, ...]:
    """Base, -s, -ing and the past forms of a verb."""
    return tuple(dict.fromkeys((verb, third_person(verb), *_participles(verb), *_past(verb))))


def third_person(verb: str) -> str:
    return {"have": "has", "do": "does", "be": "is", "go": "goes"}.get(verb) or plural(verb)


def plural(noun: str) -> str:
    """The plural of a noun, which is the third person of a verb as well."""
    irregular: dict[str, str] = grammar()["plurals"]
    if noun in irregular:
        return irregular[noun]
    if _HISSING.search(noun):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if _ENDS_IN_Y.search(noun) else f"{noun}s"


def _participles(verb: str) -> tuple[str, ...]:
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be":
        return (f"{verb[:-1]}ing",)
    return tuple(f"{stem}ing" for stem in _stems(verb))


def _past(verb: str) -> tuple[str, ...]:
    irregular: dict[str, str] = grammar()["irregular"]
    if verb in irregular:
        return tuple(irregular[verb].split())
    if verb.endswith("e"):
        return (f"{verb}d",)
    if _ENDS_IN_Y.search(verb):
        return (f"{verb[:-1]}ied",)
    return tuple(f"{stem}ed" for stem in _stems(verb))


def _stems(verb: str) -> tuple[str, ...]:
    """The stem before an ending; both spellings of "counselling"."""
    doubling: str = grammar()["doubling"]
    if verb not in doubling.split():
        return (verb,)
    doubled = verb + verb[-1]
    return (doubled, verb) if verb.endswith("l") else (doubled,)

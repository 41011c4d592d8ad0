"""`use: share-experience` fills a duty from the shipped library, in the organization's words."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jdgen.errors import Problem
from jdgen.profile.extend import Joined
from jdgen.profile.schema_files import profile_schema
from jdgen.profile.tidy import is_blank
from jdgen.profile.words import nearest
from jdgen.yaml_source import load_data

_WORD = re.compile(r"\{(person|people|role|roles|team)\}")


@cache
def library() -> dict[str, dict[str, Any]]:
    """The shipped duties by id."""
    found: dict[str, dict[str, Any]] = load_data(files("jdgen.profile") / "duties.yaml")
    return found


def in_plain_words() -> dict[str, dict[str, Any]]:
    """The shipped duties by id, with usual words where a profile has its own."""
    words = _words(None)
    return {name: _worded(duty, words) for name, duty in library().items()}


def fill_terms(data: dict[str, Any]) -> None:
    """Gives the plurals that were left out; `person` has one of its own."""
    terms = data.get("terms")
    if not isinstance(terms, dict):
        return
    for one, many in (("role", "roles"), ("person", "people")):
        word = terms.get(one)
        if isinstance(word, str) and word.strip() and is_blank(terms.get(many)):
            terms[many] = "people" if word.strip() == "person" else f"{word.strip()}s"


def fill_duties(joined: Joined, problems: list[Problem]) -> frozenset[str]:
    """Fills the duties in place; gives the paths of those whose library id is not known."""
    duties: Any = joined.data.get("duties")
    unknown = set()
    words = _words(joined.data.get("terms"))
    fields = profile_schema()["duties"]["schema"]["schema"]
    for index, duty in enumerate(duties if isinstance(duties, list) else ()):
        if not isinstance(duty, dict) or duty.get("use") is None:
            continue
        path = f"duties.{index}"
        entry = library().get(duty["use"]) if isinstance(duty["use"], str) else None
        if entry is None:
            unknown.add(path)
            if isinstance(duty["use"], str):
                problems.append(_no_entry(duty["use"], joined, f"{path}.use"))
            continue
        # A name that is no field stays, even empty: it is the end of a text that a comma cut.
        own = {k: v for k, v in duty.items() if v is not None or k not in fields}
        duties[index] = {"id": duty["use"], **_worded(entry, words), **own}
    return frozenset(unknown)


def _no_entry(wanted: str, joined: Joined, path: str) -> Problem:
    known = library()
    near = nearest(wanted, known, 0.5)
    hint = f"Did you mean “{near}”? " if near else ""
    return Problem(
        "profile-unknown-duty",
        f"The library of duties has no “{wanted}”.",
        f"{hint}It has: {', '.join(known)}.",
        joined.places.get(path),
    )


def _words(terms: Any) -> dict[str, str]:
    given = terms if isinstance(terms, dict) else {}
    words = {"person": "person", "people": "people", "role": "peer worker", "roles": "peer workers"}
    words["team"] = "team"
    words.update({key: value.strip() for key, value in given.items() if isinstance(value, str)})
    return words


def _worded(value: Any, words: dict[str, str]) -> Any:
    if isinstance(value, str):
        return _WORD.sub(lambda found: words[found.group(1)], value) if "{" in value else value
    if isinstance(value, dict):
        return {key: _worded(item, words) for key, item in value.items()}
    return [_worded(item, words) for item in value] if isinstance(value, list) else value

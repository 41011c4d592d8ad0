"""Tells a misfit the way an HR person can use: which field, what was read, what to write.

Values of private fields are never repeated. The word for a field is its title in the schema, with
the way to it in brackets; entries of lists count from 1 there, as people count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jdgen.errors import Place, Problem
from jdgen.profile import misread
from jdgen.profile.extend import Joined
from jdgen.profile.schema_files import Rules, inside, walk
from jdgen.profile.validate import Misfit
from jdgen.profile.words import nearest

_ENTRIES = ("entry", "entries")
_WORKER_HINT = "Name a separate file with worker_file; facts on a person stay out of the profile."


class Teller:
    """Turns the misfits of one profile into problems with their places."""

    def __init__(self, fields: Rules, joined: Joined) -> None:
        self._root: Rules = {"type": "dict", "schema": fields}
        self._joined = joined
        self._tell: dict[str, Callable[[Misfit], tuple[str, str, str]]] = {
            "required": self._missing,
            "unknown": self._unknown,
            "type": self._wrong_type,
            "allowed": self._not_allowed,
            "min": self._out_of_range,
            "max": self._out_of_range,
            "minlength": self._length,
            "maxlength": self._length,
            "regex": self._form,
            "empty": self._blank,
            "nullable": self._blank,
            "key": self._key,
        }

    def problem(self, misfit: Misfit) -> Problem:
        """What to tell of a misfit, at its place or the nearest one that stands in a file."""
        kind, message, hint = self._tell[misfit.rule](misfit)
        return Problem(f"profile-{kind}", message, hint, self._place(misfit))

    def meant(self, misfit: Misfit) -> tuple[str, ...]:
        """The path of the field that an unknown one was most likely meant to be."""
        near = nearest(misfit.path[-1], misfit.rules.get("schema", {}), 0.75)
        return (*misfit.path[:-1], near)

    def label(self, path: tuple[str, ...], rules: Rules) -> str:
        """“Hours per week” (role > hours_per_week)."""
        title = rules.get("meta", {}).get("title", path[-1])
        return f"“{title}” ({_way(path)})"

    def _place(self, misfit: Misfit) -> Place:
        joined, path = self._joined, misfit.path
        if misfit.rule in ("unknown", "key") and misfit.dotted in joined.keys:
            return joined.keys[misfit.dotted]
        for length in range(len(path), 0, -1):
            dotted = ".".join(path[:length])
            table = (
                joined.places if length == len(path) or dotted not in joined.keys else joined.keys
            )
            if dotted in table:
                place = table[dotted]
                return Place(place.file, place.line, place.column, misfit.dotted)
        return Place(joined.files[0], 1, 1, misfit.dotted)

    def private(self, path: tuple[str, ...]) -> bool:
        """Whether a value may not be repeated: its field or a block round it is private."""
        rules: Rules | None = self._root
        for step in path:
            rules = inside(rules, step) if rules else None
            mark = (rules or {}).get("meta", {}).get("private")
            if mark is True or (mark == "when_marked" and self._marked(path[0])):
                return True
        return False

    def _marked(self, section: str) -> bool:
        block = self._joined.data.get(section)
        flag = block.get("private") if isinstance(block, Mapping) else None
        return flag not in (None, False, "no", "No", "NO")

    def shown(self, misfit: Misfit) -> str:
        """The value as it was written, cut where it is long; no private one is repeated."""
        if self.private(misfit.path):
            return "what is written there"
        written = self._joined.written.get(misfit.dotted, "") or str(misfit.value)
        return f"“{written}”" if len(written) <= 50 else f"“{written[:47]}…”"

    def _missing(self, misfit: Misfit) -> tuple[str, str, str]:
        label = self.label(misfit.path, misfit.rules)
        meta = misfit.rules.get("meta", {})
        told = str(meta.get("description", ""))
        if "example" in meta:
            told += f" For example: {misfit.path[-1]}: {misread.as_yaml(meta['example'])}"
        elif misfit.rules.get("type") == "dict":
            told += f" It has {', '.join(misfit.rules['schema'])}."
        if misfit.dotted in self._joined.keys:
            return "empty", f"{label} is empty.", told
        return "missing-field", f"{label} is missing.", told

    def _unknown(self, misfit: Misfit) -> tuple[str, str, str]:
        name = misfit.path[-1]
        known = misfit.rules.get("schema", {})
        above = _way(misfit.path[:-1])
        under = f"under {above}" if above else "at the top level"
        if misfit.path == ("worker",):
            return "worker-facts", "A profile holds no facts on the worker.", _WORKER_HINT
        if misfit.value is None and ("_" not in name and name not in _all_names(self._root)):
            return self._cut_by_comma(misfit, under)
        shown = "A name written here" if self._near_private(misfit) else f"“{name}”"
        message = f"{shown} is not a field {under}."
        homes = _all_names(self._root)
        if name in homes:
            return "unknown-field", message, f"“{name}” belongs {' or '.join(homes[name][:3])}."
        if near := self.meant(misfit)[-1]:
            return "unknown-field", message, f"Did you mean “{near}”?"
        if near := nearest(name, homes, 0.8):
            hint = f"Did you mean “{near}”? It belongs {' or '.join(homes[near][:3])}."
            return "unknown-field", message, hint
        near = nearest(name, known, 0.6)
        hint = f"Did you mean “{near}”? " if near else ""
        return "unknown-field", message, f"{hint}The fields {under}: {', '.join(known)}."

    def _cut_by_comma(self, misfit: Misfit, under: str) -> tuple[str, str, str]:
        shown = "A text" if self._near_private(misfit) else f"“{misfit.path[-1]}”"
        return (
            "unknown-field",
            f"{shown} is read as a field {under}, and has no value.",
            "Between { and } a comma ends a value: put quotes round a text, a point in a number.",
        )

    def _near_private(self, misfit: Misfit) -> bool:
        fields = misfit.rules.get("schema", {})
        beside = any(rules.get("meta", {}).get("private") is True for rules in fields.values())
        return beside or self.private(misfit.path)

    def _wrong_type(self, misfit: Misfit) -> tuple[str, str, str]:
        return misread.told(
            self.label(misfit.path, misfit.rules),
            misfit,
            "" if self.private(misfit.path) else self.shown(misfit),
        )

    def _not_allowed(self, misfit: Misfit) -> tuple[str, str, str]:
        allowed = [str(word) for word in misfit.rules["allowed"]]
        label = self.label(misfit.path, misfit.rules)
        near = "" if self.private(misfit.path) else nearest(str(misfit.value), allowed, 0.6)
        hint = f"Did you mean “{near}”? " if near else ""
        return (
            "not-allowed",
            f"{label} cannot be {self.shown(misfit)}.",
            f"{hint}Allowed: {', '.join(allowed)}.",
        )

    def _out_of_range(self, misfit: Misfit) -> tuple[str, str, str]:
        label = self.label(misfit.path, misfit.rules)
        side = "at least" if misfit.rule == "min" else "at most"
        limits = [
            f"{word} {misfit.rules[rule]}"
            for rule, word in (("min", "at least"), ("max", "at most"))
            if rule in misfit.rules
        ]
        message = f"{label} is {self.shown(misfit)}; {side} {misfit.rules[misfit.rule]} is allowed."
        return "out-of-range", message, f"Write a number that is {' and '.join(limits)}."

    def _length(self, misfit: Misfit) -> tuple[str, str, str]:
        label = self.label(misfit.path, misfit.rules)
        units = ("character", "characters") if isinstance(misfit.value, str) else _ENTRIES
        count, limit = len(misfit.value), misfit.rules[misfit.rule]
        unit = units[count != 1]
        if misfit.rule == "minlength":
            return (
                "length",
                f"{label} has {count} {unit}; at least {limit} are needed.",
                "Add more.",
            )
        return "length", f"{label} has {count} {unit}; at most {limit} are allowed.", "Shorten it."

    def _form(self, misfit: Misfit) -> tuple[str, str, str]:
        label = self.label(misfit.path, misfit.rules)
        meta = misfit.rules.get("meta", {})
        form = meta.get("form", "the form of the example")
        hint = f"For example: {misread.as_yaml(meta['example'])}" if "example" in meta else ""
        return "form", f"{label} should be {form}; {self.shown(misfit)} is not.", hint

    def _key(self, misfit: Misfit) -> tuple[str, str, str]:
        block = inside(self._root, misfit.path[0]) or {}
        message = f"“{misfit.path[-1]}” is not the id of an item ({_way(misfit.path[:-1])})."
        return "form", message, f"An id has {block['meta']['form']}, such as leadership-1."

    def _blank(self, misfit: Misfit) -> tuple[str, str, str]:
        label = self.label(misfit.path, misfit.rules)
        return "empty", f"{label} is empty.", "Fill it in, or take it out."


def _way(path: tuple[str, ...]) -> str:
    return " > ".join(f"entry {int(step) + 1}" if step.isdigit() else step for step in path)


def _all_names(root: Rules) -> dict[str, list[str]]:
    """Each field name with the places it belongs to, in words."""
    homes: dict[str, list[str]] = {}
    for path, _ in walk(root["schema"]):
        *above, name = path.split(".")
        if name != "*":
            steps = [step for step in above if step != "*"]
            home = f"under {' > '.join(steps)}" if steps else "at the top level"
            homes.setdefault(name, []).append(home)
    return homes

"""The lens through which views see a profile: every text they take knows where it came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from jdgen import marks
from jdgen.documents import phrasing
from jdgen.documents.texts import AS_WRITTEN, shipped_text
from jdgen.model import Profile
from jdgen.timetable import TimeTable, time_table

_PLACEHOLDER = re.compile(r"\{(\w+)\}(\.?)")
_SENTENCE_ENDS = (".", "!", "?")
_NONE = frozenset({"", "none", "no"})


@dataclass
class Source:
    """A profile seen by views on the day `today`, with its texts marked if `trace` is set.

    An origin is a field of the profile (`role.title`) or a text that ships (`text:nature.summary`).
    """

    profile: Profile
    trace: bool
    today: date
    origins: list[tuple[str, ...]] = field(default_factory=list)
    _numbers: dict[tuple[str, ...], int] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)

    @cached_property
    def locale(self) -> str:
        return str(self.profile.get("locale", "en-CA"))

    @cached_property
    def time(self) -> TimeTable:
        return time_table(self.profile)

    # What the profile says

    def get(self, path: str, default: Any = None) -> Any:
        """The plain value at a path, to compute or decide with, not to print."""
        return self.profile.get(path, default)

    def flag(self, path: str) -> bool:
        """Whether a value stands there and means yes; "none" means no."""
        value = self.get(path)
        if isinstance(value, str):
            return value.strip().lower() not in _NONE
        return bool(value)

    def mark(self, text: str, *fields: str) -> str:
        """The text with its origins: the fields of the profile it was made of."""
        if not self.trace or not text:
            return text
        if fields not in self._numbers:
            self._numbers[fields] = len(self.origins)
            self.origins.append(fields)
        return marks.wrap(text, self._numbers[fields])

    def text(self, path: str, change: Callable[[str], str] | None = None) -> str:
        """The value at a path as a reader expects it, marked; empty where there is none.

        `change` is a change of form (a capital, no full stop) that is made before the marking.
        """
        text = self.plain(path)
        return self.mark(change(text) if change else text, path)

    def plain(self, path: str) -> str:
        """The same without a mark: lines joined, dates and numbers written out."""
        value = self.get(path)
        if isinstance(value, str):
            return " ".join(value.split())
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, (int, Decimal)):
            return phrasing.number(value)
        return phrasing.written_date(value, self.locale) if isinstance(value, date) else ""

    def texts(self, path: str) -> list[str]:
        """The texts of a list, each marked with its own place."""
        count = len(self.get(path, ()))
        found = (self.text(f"{path}.{index}") for index in range(count))
        return [text for text in found if text]

    def rows(self, path: str) -> Iterator[str]:
        """The paths of the rows of a list: `approvals.0`, `approvals.1`."""
        return (f"{path}.{index}" for index in range(len(self.get(path, ()))))

    def term(self, table: str, path: str, change: Callable[[str], str] | None = None) -> str:
        """The value at a path by its word in `texts/terms.yaml`; unknown ones in plain letters."""
        value = str(self.get(path, "")).strip()
        words = shipped_text(f"terms.{table}", self.locale)
        word = str(words.get(value, value.replace("_", " ")))
        return self.mark(change(word) if change else word, path)

    def listed(self, texts: list[str], word: str = "and") -> str:
        """Texts in one phrase."""
        return phrasing.listed(texts, word, self.locale)

    # What ships

    def say(self, key: str, *fields: str, **more: str) -> str:
        """A text that ships, its placeholders filled with the profile's words and with `more`.

        In a family role a text of the same name with `_family` wins. `fields` are fields of the
        profile that led to it. A full stop after a filled-in text that brings its own is dropped.
        """
        found = shipped_text(f"{key}_family", self.locale) if self.is_family else None
        return self._filled(found or shipped_text(key, self.locale), key, fields, more)

    def say_all(self, key: str, **more: str) -> list[str]:
        """The texts of a list that ships; in a family role the list `_family` wins."""
        family = shipped_text(f"{key}_family", self.locale) if self.is_family else None
        found = family or shipped_text(key, self.locale)
        return [self._filled(text, f"{key}.{index}", (), more) for index, text in enumerate(found)]

    def data(self, key: str) -> Any:
        """Shipped data as it is, to decide with; for print take `say`."""
        return shipped_text(key, self.locale)

    def own_or(self, path: str, key: str, **more: str) -> str:
        """The profile's own words, or those that ship where it has none."""
        return self.text(path) or self.say(key, **more)

    def say_if(self, key: str, **more: str) -> str:
        """The text if all that it is to be filled with is there, else nothing."""
        return self.say(key, **more) if all(more.values()) else ""

    @cached_property
    def is_family(self) -> bool:
        return self.flag("role.family_peer")

    def word(self, name: str) -> str:
        """A word that stands for itself in shipped texts: role, People, a_role, organization."""
        if name not in self._words:
            self._words[name] = self._word(name)
        return self._words[name]

    def _word(self, name: str) -> str:
        kind = name.lower().removeprefix("a_")
        if kind == "organization":
            return self.text("organization.short_name") or self.text("organization.name")
        if kind == "toolkit":
            return str(shipped_text(f"{AS_WRITTEN}.{kind}", self.locale))
        path = f"terms.{kind}"
        plain = self.plain(path) or str(shipped_text(path, self.locale))
        if name.lower().startswith("a_"):
            plain = phrasing.with_article(plain)
        return self.mark(phrasing.capital(plain) if name[0].isupper() else plain, path)

    def _filled(self, text: str, key: str, fields: tuple[str, ...], more: Mapping[str, str]) -> str:
        def fill(found: re.Match[str]) -> str:
            name, stop = found.groups()
            value = more[name] if name in more else self.word(name)
            ended = marks.strip(value).endswith(_SENTENCE_ENDS) if stop else False
            return value if ended else value + stop

        return self.mark(_PLACEHOLDER.sub(fill, text), f"text:{key}", *fields)

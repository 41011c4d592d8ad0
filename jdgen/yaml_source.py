"""The one YAML reader: YAML 1.2 core, every key and value with its line and column.

PyYAML's C parser gives the events (its own composer recurses in C and dies on deep nesting); the
values are built here. Numbers with a point become Decimal and keep their places, whole numbers
int, ISO days date. Twice-written keys, unused anchors, control characters, private-use characters
(`jdgen.marks` needs them), tabs, `.nan` and `.inf` are refused where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

import yaml

from jdgen import yaml_traps
from jdgen.errors import Place, Problem, ProfileError
from jdgen.yaml_text import REFUSED, character_problem, fatal, read_text

MAX_NODES = 20_000
MAX_DEPTH = 40


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


_Spot = tuple[str, int, int]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STR_TAG = "tag:yaml.org,2002:str"
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_START = frozenset("0123456789+-.")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_NUMBERS: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"[-+]?[0-9]{1,18}"), int),
    (
        re.compile(r"[-+]?(?:\.[0-9]+|[0-9]{1,18}(?:\.[0-9]{0,18})?)(?:[eE][-+]?[0-9]{1,2})?"),
        Decimal,
    ),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), _day),
    (re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}"), lambda text: int(text, 0)),
)
_CUT = re.compile(r"[ \t]+#(?=[^\s#]| \d)")


class _Readable(Protocol):
    def read_text(self, encoding: str) -> str: ...


class Places(Mapping[str, Place]):
    """Dotted path → place. The places are made when asked for, since most never are."""

    __slots__ = ("spots",)

    def __init__(self, spots: dict[str, _Spot] | None = None) -> None:
        self.spots: dict[str, _Spot] = {} if spots is None else spots

    def __getitem__(self, path: str) -> Place:
        return Place(*self.spots[path], path)

    def __iter__(self) -> Iterator[str]:
        return iter(self.spots)

    def __len__(self) -> int:
        return len(self.spots)


@dataclass(frozen=True)
class Source:
    """What a YAML file says and where.

    `places` maps a path such as `duties.2.percent` to where its value stands, `keys` to where its
    key stands. `written` keeps how a number, day or flag was typed, so that a field of text can
    have it back as it was (`01234`, `1.10`). `notes` are remarks that stop nothing.
    """

    data: Any
    places: Places
    keys: Places
    written: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Problem, ...] = ()


def read_yaml(path: Path, problems: list[Problem] | None = None) -> Source:
    """Read a file that a person wrote; its top must be a mapping of fields.

    Faults that leave the rest readable (a key given twice) are added to `problems` if a list is
    given, so that a caller can show them along with its own. Everything else raises ProfileError.
    """
    name = path.as_posix()
    reader = _Reader(name, read_text(path, name))
    data = reader.read()
    if not isinstance(data, dict):
        reader.problems.append(_no_mapping(data, name))
    if reader.problems and (problems is None or not isinstance(data, dict)):
        raise ProfileError(*reader.problems)
    if problems is not None:
        problems.extend(reader.problems)
    return Source(
        data, Places(reader.spots), Places(reader.keys), reader.written, tuple(reader.notes)
    )


def load_data(path: _Readable) -> Any:
    """The plain content of a data file that ships with jdgen; its top may be a list."""
    reader = _Reader(str(path), path.read_text(encoding="utf-8"))
    data = reader.read()
    if reader.problems:
        raise ProfileError(*reader.problems)
    return data


def _no_mapping(data: Any, name: str) -> Problem:
    if data is None:
        return Problem(
            "profile-empty",
            "The file is empty.",
            "Begin with a line such as “jdgen: 1”; the example profiles show the rest.",
            Place(name, 1, 1),
        )
    kind = "a list" if isinstance(data, list) else "a single text"
    return Problem(
        "profile-not-fields",
        f"The file holds {kind} where a profile has fields.",
        "Write “field: value” from the first line on, without a dash before it.",
        Place(name, 1, 1),
    )


class _Reader:
    """Builds plain values from the parser's events, with a stack instead of recursion."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.spots: dict[str, _Spot] = {}
        self.keys: dict[str, _Spot] = {}
        self.written: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []
        self._cuts = _cut_lines(text) if "#" in text else {}
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._unused: dict[str, Any] = {}
        self._nodes = 0

    def read(self) -> Any:
        try:
            loader = _Loader(self.text)
            try:
                return self._documents(loader)
            finally:
                loader.dispose()
        except yaml.MarkedYAMLError as error:
            raise ProfileError(*self.problems, self._syntax(error)) from None
        except yaml.YAMLError:
            place = Place(self.name)
            raise fatal("syntax", "The file is not YAML.", "", place) from None

    def _documents(self, loader: Any) -> Any:
        loader.get_event()
        data, documents = None, 0
        while type(event := loader.get_event()) is not yaml.StreamEndEvent:
            documents += 1
            if documents == 2:
                self._problem(
                    "many-documents",
                    "A second document begins here, after a line “---”.",
                    "Keep one profile in one file; take the line out.",
                    event.start_mark,
                )
                break
            data = self._node(loader, loader.get_event())
            loader.get_event()
        for mark in self._unused.values():
            self._problem("anchor", *yaml_traps.anchor(), mark)
        return data

    def _node(self, loader: Any, event: Any) -> Any:
        """One whole node: a frame is [container, path, key, anchor, nodes before it]."""
        stack: list[list[Any]] = []
        path = ""
        while True:
            kind = type(event)
            if kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                value, path, _, anchor, before = stack.pop()
                if anchor:
                    self._anchors[anchor] = value, self._nodes - before
            elif stack and type(stack[-1][0]) is dict and stack[-1][2] is None:
                stack[-1][2] = self._key(event, stack[-1])
                event = loader.get_event()
                continue
            else:
                self._count(event, len(stack))
                if stack:
                    path = self._path(stack[-1])
                mark = event.start_mark
                self.spots[path] = (self.name, mark.line + 1, mark.column + 1)
                if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                    self._opened(event)
                    new: Any = {} if kind is yaml.MappingStartEvent else []
                    stack.append([new, path, None, event.anchor, self._nodes])
                    event = loader.get_event()
                    continue
                value = self._alias(event) if kind is yaml.AliasEvent else self._scalar(event, path)
            if not stack:
                return value
            frame = stack[-1]
            if type(frame[0]) is dict:
                frame[0][frame[2]] = value
                frame[2] = None
            else:
                frame[0].append(value)
            event = loader.get_event()

    @staticmethod
    def _path(frame: list[Any]) -> str:
        key = frame[2] if type(frame[0]) is dict else len(frame[0])
        return f"{frame[1]}.{key}" if frame[1] else f"{key}"

    def _key(self, event: Any, frame: list[Any]) -> str:
        mark = event.start_mark
        if type(event) is not yaml.ScalarEvent:
            raise fatal(
                "key",
                "Here the name of a field should stand, but a list, a block or an alias does.",
                "Text that begins with [, {, * or ? needs quotes round it.",
                Place(self.name, mark.line + 1, mark.column + 1),
            )
        self._count(event, 0)
        key = str(event.value)
        for char in REFUSED.findall(key)[:1]:
            self.problems.append(character_problem(char, self._place(mark)))
        path = f"{frame[1]}.{key}" if frame[1] else key
        if key in frame[0]:
            _, first, _ = self.keys[path]
            self._problem(
                "duplicate-key",
                f"“{key}” stands twice: in line {first} and in line {mark.line + 1}.",
                "Keep one of the two.",
                mark,
            )
        else:
            self.keys[path] = (self.name, mark.line + 1, mark.column + 1)
        return key

    def _count(self, event: Any, depth: int, size: int = 1) -> None:
        self._nodes += size
        if self._nodes > MAX_NODES:
            raise fatal(
                "too-many-values",
                f"The file holds more than {MAX_NODES:,} values, repeated ones counted.",
                "A profile has a few hundred. Texts repeated by & and * count each time.",
                self._place(event.start_mark),
            )
        if depth > MAX_DEPTH:
            message = f"Blocks are nested more than {MAX_DEPTH} deep here."
            raise fatal("too-deep", message, "A profile needs five.", self._place(event.start_mark))

    def _opened(self, event: Any) -> None:
        if event.anchor:
            self._unused[event.anchor] = event.start_mark
        if event.tag:
            self._problem("tag", *yaml_traps.tag(), event.start_mark)

    def _alias(self, event: Any) -> Any:
        if event.anchor not in self._anchors:
            raise ProfileError(
                Problem("profile-alias", *yaml_traps.alias(), self._place(event.start_mark))
            )
        value, size = self._anchors[event.anchor]
        self._unused.pop(event.anchor, None)
        self._count(event, 0, size)
        return value

    def _scalar(self, event: Any, path: str) -> Any:
        text: str = event.value
        if event.tag and event.tag != _STR_TAG:
            self._problem("tag", *yaml_traps.tag(), event.start_mark)
        value: Any = text
        if event.implicit[0]:
            value = self._resolve(text, event)
            if value is not text:
                self.written[path] = text
            elif event.end_mark.line in self._cuts:
                self._note_cut(event.end_mark)
        elif found := REFUSED.search(text):
            self.problems.append(character_problem(found.group(), self._place(event.start_mark)))
        if event.anchor:
            self._anchors[event.anchor] = value, 1
            self._unused[event.anchor] = event.start_mark
        return value

    def _resolve(self, text: str, event: Any) -> Any:
        """The value of a plain scalar by the core schema of YAML 1.2, and ISO days."""
        if text in _WORDS:
            return _WORDS[text]
        if text[0] not in _NUMBER_START:
            return text
        for pattern, convert in _NUMBERS:
            if pattern.fullmatch(text):
                return convert(text)
        if _NOT_FINITE.fullmatch(text):
            self._problem(
                "not-a-number",
                f"“{text}” is not a number that can be counted with.",
                "Write a plain number such as 24.50, or put quotes round a text.",
                event.start_mark,
            )
        return text

    def _note_cut(self, end: Any) -> None:
        if end.column in self._cuts[end.line]:
            message = "The text ends before “#”: what follows was read as a comment and left out."
            hint = "Put quotes round the whole text if it belongs to it."
            place = self._place(end)
            self.notes.append(Problem("profile-comment-cut", message, hint, place))

    def _syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        marks = [(m.line, m.column) for m in (mark, error.context_mark) if m]
        told = yaml_traps.explain(
            self.text.split("\n"), marks, error.context or "", error.problem or ""
        )
        place = Place(self.name, told.line + 1, told.column + 1)
        return Problem(f"profile-{told.id}", told.message, told.hint, place)

    def _problem(self, kind: str, message: str, hint: str, mark: Any) -> None:
        self.problems.append(Problem(f"profile-{kind}", message, hint, self._place(mark)))

    def _place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + 1, mark.column + 1)


def _cut_lines(text: str) -> dict[int, set[int]]:
    """Line → columns at which a text may have been cut by a `#` that looks like a part of it."""
    cuts: dict[int, set[int]] = {}
    for number, line in enumerate(text.split("\n")):
        if "#" in line:
            found = {cut.start() for cut in _CUT.finditer(line)}
            if found:
                cuts[number] = found
    return cuts

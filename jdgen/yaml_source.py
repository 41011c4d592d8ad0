"""The one YAML reader: YAML 1.2 core, every key and value with its line and column.

PyYAML's C parser gives the events (its own composer recurses in C and dies on deep nesting); the
values are built here. Numbers with a point become Decimal and keep their places, whole numbers
int, ISO days date. Twice-written keys, unused anchors, control characters, private-use characters
(`jdgen.marks` needs them), tabs, `.nan` and `.inf` are refused where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import yaml

from jdgen import yaml_traps, yaml_values
from jdgen.errors import Place, Problem, ProfileError
from jdgen.yaml_text import REFUSED, character_problem, fatal, no_mapping, read_text

MAX_NODES = 20_000
MAX_DEPTH = 40
ALIAS = "*"


_Spot = tuple[str, int, int]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STR_TAG = "tag:yaml.org,2002:str"


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


def read_yaml(
    path: Path, problems: list[Problem] | None = None, data: bytes | None = None
) -> Source:
    """Read a file that a person wrote; its top must be a mapping of fields.

    With `data` the file is read as if it held these bytes.

    Faults that leave the rest readable (a key given twice) are added to `problems` if a list is
    given, so that a caller can show them along with its own. Everything else raises ProfileError.
    """
    name = path.as_posix()
    reader = _Reader(name, read_text(path, name, data))
    told = reader.read()
    if not isinstance(told, dict):
        reader.problems.append(no_mapping(told, name))
    if reader.problems and (problems is None or not isinstance(told, dict)):
        raise ProfileError(*reader.problems)
    if problems is not None:
        problems.extend(reader.problems)
    return Source(
        told, Places(reader.spots), Places(reader.keys), reader.written, tuple(reader.notes)
    )


def load_data(path: _Readable) -> Any:
    """The plain content of a data file that ships with jdgen; its top may be a list."""
    reader = _Reader(str(path), path.read_text(encoding="utf-8"))
    data = reader.read()
    if reader.problems:
        raise ProfileError(*reader.problems)
    return data


class _Tree(yaml.SafeLoader):
    """Composes nodes; what an alias repeats stands where the alias does."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        parser: Any = self
        alias = parser.peek_event() if parser.check_event(yaml.AliasEvent) else None
        node: Any = super().compose_node(parent, index)
        if alias is None:
            return node
        return type(node)(node.tag, node.value, alias.start_mark, alias.end_mark, ALIAS)


def nodes_of(text: str) -> Any:
    """The tree of a YAML text that was read before, each node with its first and last character.

    Those of a value begin with its label (&) and tag (!!str). The style of an alias is `ALIAS`.
    Raises KeyError for the few texts that this parser takes for no YAML.
    """
    try:
        return yaml.compose(text, Loader=_Tree)
    except yaml.YAMLError as error:
        raise KeyError("") from error


def one_value(text: str, style: str, *, in_flow: bool) -> str:
    """A text as one YAML value on one line, in quotes where `style` is a quote or it needs them.

    `in_flow` says that it will stand in [ ] or { }, where commas and brackets need quotes, too.
    """
    told = [text] if in_flow else {"k": text}
    style = '"' if "\n" in text else style
    line = yaml.safe_dump(
        told,
        default_flow_style=in_flow,
        default_style=style or None,
        allow_unicode=True,
        width=10**9,
    ).strip()
    return line[1:-1] if in_flow else line.partition(":")[2].strip()


class _Frame:
    """A list or mapping that is still being read; `before` counts the values read before it."""

    __slots__ = ("anchor", "before", "height", "key", "path", "value")

    def __init__(self, value: Any, path: str, anchor: str | None, before: int) -> None:
        self.value = value
        self.path = path
        self.anchor = anchor
        self.before = before
        self.height = 0
        self.key: str | None = None

    @property
    def awaits_key(self) -> bool:
        return self.key is None and type(self.value) is dict

    def below(self) -> str:
        """The path of the value that comes next."""
        step = len(self.value) if self.key is None else self.key
        return f"{self.path}.{step}" if self.path else f"{step}"

    def take(self, value: Any, height: int) -> None:
        if self.key is None:
            self.value.append(value)
        else:
            self.value[self.key] = value
            self.key = None
        self.height = max(self.height, height)


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
        self._cuts = yaml_traps.cut_columns(text) if "#" in text else {}
        self._anchors: dict[str, tuple[Any, int, int]] = {}
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
        """One whole node, with a frame for every list or mapping that is still open."""
        stack: list[_Frame] = []
        while True:
            kind = type(event)
            height = 0
            if kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                closed = stack.pop()
                value, height = closed.value, closed.height
                if closed.anchor:
                    self._anchors[closed.anchor] = value, self._nodes - closed.before, height
            elif stack and stack[-1].awaits_key:
                stack[-1].key = self._key(event, stack[-1])
                event = loader.get_event()
                continue
            else:
                path = stack[-1].below() if stack else ""
                mark = event.start_mark
                self._count(mark, len(stack))
                self.spots[path] = (self.name, mark.line + 1, mark.column + 1)
                if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                    stack.append(self._opened(event, path, kind is yaml.MappingStartEvent))
                    event = loader.get_event()
                    continue
                if kind is yaml.AliasEvent:
                    value, height = self._alias(event, len(stack))
                else:
                    value = self._scalar(event, path)
            if not stack:
                return value
            stack[-1].take(value, height + 1)
            event = loader.get_event()

    def _key(self, event: Any, frame: _Frame) -> str:
        mark = event.start_mark
        if type(event) is not yaml.ScalarEvent:
            raise fatal(
                "key",
                "Here the name of a field should stand, but a list, a block or an alias does.",
                "Text that begins with [, {, * or ? needs quotes round it.",
                Place(self.name, mark.line + 1, mark.column + 1),
            )
        self._count(mark, 0)
        if event.anchor:
            self._problem("anchor", *yaml_traps.anchor(), mark)
        key = str(event.value)
        for char in REFUSED.findall(key)[:1]:
            self.problems.append(character_problem(char, self._place(mark)))
        path = f"{frame.path}.{key}" if frame.path else key
        if key in frame.value:
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

    def _count(self, mark: Any, depth: int, size: int = 1) -> None:
        self._nodes += size
        if self._nodes > MAX_NODES:
            raise fatal(
                "too-many-values",
                f"The file holds more than {MAX_NODES:,} values, repeated ones counted.",
                "A profile has a few hundred. Texts repeated by & and * count each time.",
                self._place(mark),
            )
        if depth > MAX_DEPTH:
            message = f"Blocks are nested more than {MAX_DEPTH} deep here."
            raise fatal("too-deep", message, "A profile needs five.", self._place(mark))

    def _opened(self, event: Any, path: str, mapping: bool) -> _Frame:
        if event.anchor:
            self._unused[event.anchor] = event.start_mark
        if event.tag:
            self._problem("tag", *yaml_traps.tag(), event.start_mark)
        return _Frame({} if mapping else [], path, event.anchor, self._nodes)

    def _alias(self, event: Any, depth: int) -> tuple[Any, int]:
        if event.anchor not in self._anchors:
            place = self._place(event.start_mark)
            raise ProfileError(Problem("profile-alias", *yaml_traps.alias(), place))
        value, size, height = self._anchors[event.anchor]
        self._unused.pop(event.anchor, None)
        self._count(event.start_mark, depth + height, size)
        return value, height

    def _scalar(self, event: Any, path: str) -> Any:
        text: str = event.value
        if event.tag and event.tag != _STR_TAG:
            self._problem("tag", *yaml_traps.tag(), event.start_mark)
        value: Any = text
        if event.implicit[0]:
            value = self._resolve(text, event)
            if value is not text:
                self.written[path] = text
            if self._cuts:
                self._note_cut(event.end_mark, text, path)
        elif found := REFUSED.search(text):
            self.problems.append(character_problem(found.group(), self._place(event.start_mark)))
        if event.anchor:
            self._anchors[event.anchor] = value, 1, 0
            self._unused[event.anchor] = event.start_mark
        return value

    def _resolve(self, text: str, event: Any) -> Any:
        """The value of a plain scalar by the core schema of YAML 1.2, and ISO days."""
        value = yaml_values.core_value(text)
        if value is text and yaml_values.not_finite(text):
            self._problem(
                "not-a-number",
                f"“{text}” is not a number that can be counted with.",
                "Write a plain number such as 24.50, or put quotes round a text.",
                event.start_mark,
            )
        return value

    def _note_cut(self, end: Any, text: str, path: str) -> None:
        """A value that is not there ends, in braces, only where the next mark begins: look at its
        key's line instead.
        """
        line, column = end.line, end.column
        if not text and path in self.keys:
            _, number, start = self.keys[path]
            line = number - 1
            column = max((cut for cut in self._cuts.get(line, ()) if cut >= start), default=-1)
        if column in self._cuts.get(line, ()):
            what = "The text ends before “#”" if text else "No value stands before “#”"
            message = f"{what}: what follows was read as a comment and left out."
            hint = "Put quotes round the whole text if it belongs to it."
            place = Place(self.name, line + 1, column + 1)
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

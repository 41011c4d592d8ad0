"""The nouns that all parts of jdgen share: plain frozen values, standard library only."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from jdgen.errors import Place, Problem

Severity = Literal["error", "warning", "advice"]
_MAIN_PARTS = {"word/document.xml", "text"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One guideline that a profile or a text misses, told so that a person can mend it.

    `at` is the place in the profile, `place` the place in a document in words ("Essential duties,
    row 3"), `document` the kind it was found in. `start` and `end` count characters of the text
    that was checked. `sentence` is the whole sentence that `quote` stands in: a waiver that answers
    one sentence repeats it exactly. `learned` says that no rule names the words: weights learned
    from examples tell of them, which is never an error.
    """

    rule: str
    category: str
    severity: Severity
    message: str
    why: str
    suggestion: str
    source: str
    at: Place | None = None
    document: str = ""
    place: str = ""
    quote: str = ""
    start: int = 0
    end: int = 0
    sentence: str = ""
    learned: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of the role, with what the shipped library or the profile says of it.

    `percent` is its share of paid time. `field` is its path in the profile ("duties.3").
    """

    id: str
    text: str
    result: str
    approach: str
    kind: Literal["essential", "marginal"]
    side: Literal["direct", "indirect"]
    percent: Decimal
    uses_lived_experience: Literal["yes", "partly", "no"]
    values: tuple[str, ...]
    activity: int | None
    field: str
    more: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """One role of one organization, checked against the schema, with the place of every value.

    `data` holds plain values: str, bool, int, Decimal, date, lists and mappings; duties taken from
    the shipped library are filled in. `places` maps a path such as `duties.2.percent` to the file,
    line and column it was read from. `files` are all files it was made of, the profile first.
    `notes` are remarks of the reader that stop nothing (a `#` that cut a text short).
    """

    file: str
    data: Mapping[str, Any]
    places: Mapping[str, Place]
    files: tuple[str, ...]
    duties: tuple[Duty, ...]
    notes: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        return str(self.data["id"])

    def get(self, path: str, default: Any = None) -> Any:
        """The value at a dotted path, `default` where a step of it is absent or null."""
        value: Any = self.data
        for step in path.split("."):
            if isinstance(value, Mapping):
                value = value.get(step)
            elif isinstance(value, (list, tuple)) and step.isdigit() and int(step) < len(value):
                value = value[int(step)]
            else:
                return default
            if value is None:
                return default
        return value

    def place(self, path: str) -> Place:
        """Where the value stands, or its nearest parent that stands in a file."""
        steps = path.split(".")
        for length in range(len(steps), 0, -1):
            found = self.places.get(".".join(steps[:length]))
            if found:
                return Place(found.file, found.line, found.column, path)
        return Place(self.file, 1, 1, path)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a Word file as a reader meets it.

    `part` is the member of the file, `index` the number of the paragraph in it (every `w:p` in
    document order, from 0). `role` is one of title, heading1 to heading9, body, bullet, number,
    cell, header-cell, header, footer, textbox, note, comment. `place` says in words where it
    stands. `alt` holds the alternative texts of its pictures, "" for one that has none and is not
    marked decorative. Deleted tracked text is left out; `inserted` says that tracked insertions
    are in it.
    """

    part: str
    index: int
    role: str
    text: str
    style: str = ""
    place: str = ""
    alt: tuple[str, ...] = ()
    inserted: bool = False
    empty_for_space: bool = False


@dataclass(frozen=True, slots=True)
class WordText:
    """What Word shows of a file, for checks and merges that never see XML."""

    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""
    revisions: int = 0
    comments: int = 0
    watermarks: tuple[str, ...] = ()
    tables_without_header: tuple[str, ...] = ()
    document_id: str = ""

    def body(self) -> Iterator[Block]:
        """The blocks of the main text, in order, without headers, footers and notes.

        A plain text is main text as a whole.
        """
        return (block for block in self.blocks if block.part in _MAIN_PARTS)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a block come from these fields of the profile."""

    part: str
    block: int
    start: int
    end: int
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Context:
    """What one template may say: plain values, and where each mark in them came from.

    `values` holds dictionaries, lists, strings, numbers and flags only, never objects. In a traced
    context strings are wrapped by `jdgen.marks`; mark n stands for the profile paths `origins[n]`.
    """

    values: Mapping[str, Any]
    origins: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Brand:
    """An organization's look. Colours are RRGGBB without a mark; "" keeps what the template has."""

    logo: bytes = b""
    logo_alt: str = ""
    primary: str = ""
    secondary: str = ""
    heading_font: str = ""
    body_font: str = ""
    house_style: str = ""


@dataclass(frozen=True)
class Look:
    """All that shapes a finished file besides its words.

    `title`, `author` and `language` go to the file's properties, `document_id` (profile id and
    kind) to a neutral custom property, by which a renamed file is known again.
    """

    title: str
    language: str = "en-CA"
    paper: Literal["letter", "a4"] = "letter"
    author: str = ""
    document_id: str = ""
    brand: Brand = Brand()


@dataclass(frozen=True)
class Rendered:
    """A finished document: its bytes and where its words came from."""

    data: bytes
    provenance: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A document kind: a folder of `templates/` with a Word file and a short `kind.yaml`.

    `sections` are the headings that must stay, in order. `sets` are the sets that bring it in.
    `audience` is `public` where people supported read it, else `staff`. `reading_grade` is the
    highest grade its running text may have, `pages` the number of pages it must keep to; 0 is any.
    """

    name: str
    title: str
    template: str
    sets: tuple[str, ...] = ()
    audience: Literal["public", "staff"] = "staff"
    sections: tuple[str, ...] = ()
    reading_grade: int = 0
    pages: int = 0
    layout: Literal["flow", "trifold"] = "flow"
    description: str = ""


@dataclass(frozen=True)
class Artifact:
    """One document of one run: what was rendered, and how Word shows it."""

    profile_id: str
    kind: Kind
    rendered: Rendered
    text: WordText

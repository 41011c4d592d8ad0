"""What a check is given to look at: a profile, or a finished document of a profile."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

from jdgen.guidelines.settings import CheckSettings
from jdgen.model import Block, Kind, Profile, Span, WordText
from jdgen.timetable import TimeTable, time_table

if TYPE_CHECKING:
    from jdgen.guidelines.texts import JudgedTexts

_TAG = re.compile(r"\{\{.*?\}\}")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s+\W*[A-Z0-9])|\n")


class Fit(Protocol):
    """How much of a panel's height its text takes, in points; an estimate."""

    @property
    def panel(self) -> str: ...
    @property
    def used(self) -> float: ...
    @property
    def available(self) -> float: ...


@dataclass(frozen=True)
class ProfileSubject:
    """A profile, the kinds that are built from it, the day and the settings of the run.

    `judged` is its wording, where it was read already.
    """

    profile: Profile
    kinds: tuple[Kind, ...]
    today: date
    settings: CheckSettings
    judged: JudgedTexts | None = None

    @cached_property
    def wording(self) -> JudgedTexts:
        """What the words of the profile's texts do wrong, read when a rule first asks."""
        from jdgen.guidelines.texts import judge_profile

        return self.judged or judge_profile(self.profile)

    @cached_property
    def table(self) -> TimeTable:
        """The time table: rows, direct time, direct time with lived experience."""
        return time_table(self.profile)

    def get(self, path: str, default: Any = None) -> Any:
        """The value at a dotted path of the profile."""
        return self.profile.get(path, default)

    def figure(self, name: str) -> Any:
        """A figure of `thresholds.toml`, by "RULE-ID.name"."""
        return self.settings.figure(name)

    def builds(self, *names: str) -> bool:
        """Whether one of these document kinds is built."""
        return any(kind.name in names for kind in self.kinds)


@dataclass(frozen=True)
class DocumentSubject:
    """A finished document as Word shows it, with the profile it was made from.

    `judged` is its wording, where it was read already.
    """

    profile: Profile
    kind: Kind
    text: WordText
    provenance: Sequence[Span]
    fits: Sequence[Fit]
    today: date
    settings: CheckSettings
    judged: JudgedTexts | None = None

    @cached_property
    def wording(self) -> JudgedTexts:
        """What the words of the document do wrong, read when a rule first asks."""
        from jdgen.guidelines.texts import judge_texts

        public = self.kind.audience == "public"
        return self.judged or judge_texts(
            self.text.blocks, profile=self.profile, kind=self.kind.name, public=public
        )

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The paragraphs of the main text that hold words."""
        return tuple(block for block in self.text.body() if block.text.strip())

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        return tuple(block for block in self.body if is_heading(block))

    def get(self, path: str, default: Any = None) -> Any:
        """The value at a dotted path of the profile."""
        return self.profile.get(path, default)

    def figure(self, name: str) -> Any:
        """A figure of `thresholds.toml`, by "RULE-ID.name"."""
        return self.settings.figure(name)

    def heading(self, title: str) -> Block | None:
        """The heading with this text, whatever its case and closing mark.

        A tag in the title, as in a kind's `sections`, stands for any words.
        """
        parts = (re.escape(_plain(part)) for part in _TAG.split(title))
        wanted = re.compile(r"\s*.+?\s*".join(parts))
        return next((b for b in self.headings if wanted.fullmatch(_plain(b.text))), None)

    def section(self, title: str) -> tuple[Block, ...]:
        """The paragraphs under a heading, up to the next one of its level or above."""
        head = self.heading(title)
        if head is None:
            return ()
        found = []
        for block in self.body[self.body.index(head) + 1 :]:
            if is_heading(block) and block.role <= head.role:
                break
            found.append(block)
        return tuple(found)

    def before_section(self, number: int, otherwise: int) -> tuple[Block, ...]:
        """The paragraphs before the kind's section `number` (from 0).

        Where that heading is not found: the first `otherwise` paragraphs, cells of tables not
        counted.
        """
        head = (
            self.heading(self.kind.sections[number]) if number < len(self.kind.sections) else None
        )
        if head:
            return self.body[: self.body.index(head)]
        counted = [at for at, block in enumerate(self.body) if not block.role.endswith("cell")]
        return self.body[: counted[otherwise]] if otherwise < len(counted) else self.body

    def find(
        self, pattern: re.Pattern[str], blocks: Sequence[Block] | None = None
    ) -> Iterator[tuple[Block, re.Match[str]]]:
        """Every match in these paragraphs (in all of the file's where none are given)."""
        for block in self.text.blocks if blocks is None else blocks:
            for match in pattern.finditer(block.text):
                yield block, match

    def fields_of(self, block: Block, start: int = 0, end: int | None = None) -> tuple[str, ...]:
        """The profile paths that these characters of a paragraph came from, nearest first."""
        return origins(self.provenance, block, start, len(block.text) if end is None else end)


def origins(provenance: Sequence[Span], block: Block, start: int, end: int) -> tuple[str, ...]:
    """The profile paths that characters of a paragraph came from, those of short spans first."""
    spans = [
        span
        for span in provenance
        if (span.part, span.block) == (block.part, block.index)
        and span.start < end
        and start < span.end
    ]
    spans.sort(key=lambda span: span.end - span.start)
    return tuple(dict.fromkeys(path for span in spans for path in span.fields))


def is_heading(block: Block) -> bool:
    """Whether a paragraph is a heading of some level, or the title."""
    return block.role.startswith("heading") or block.role == "title"


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each with its closing marks."""
    return (told for start, end in pairwise(_bounds(text)) if (told := text[start:end].strip()))


def sentence_at(text: str, offset: int) -> str:
    """The sentence that this character of a text stands in."""
    start, end = sentence_span(text, offset)
    return text[start:end].strip()


def sentence_span(text: str, offset: int) -> tuple[int, int]:
    """Where the sentence of this character begins, and where it ends."""
    bounds = _bounds(text)
    after = bisect_right(bounds, offset)
    return (bounds[after - 1], bounds[after]) if 0 < after < len(bounds) else (0, len(text))


@lru_cache(maxsize=8)
def _bounds(text: str) -> tuple[int, ...]:
    """Where sentences begin, and the end; kept, as it is asked for once for each finding."""
    return (0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text))


def _plain(title: str) -> str:
    return title.strip().rstrip("?:.").casefold()

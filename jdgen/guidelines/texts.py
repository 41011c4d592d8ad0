"""Judges the wording of a whole text, paragraph by paragraph, each in the field it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jdgen.guidelines.language import ENGLISH, language_of
from jdgen.guidelines.registry import sources
from jdgen.guidelines.say import counted
from jdgen.guidelines.text_fields import fields_of
from jdgen.guidelines.wording.check import read_text
from jdgen.model import Block, Finding, Profile

_JARGON = "unexplained-jargon"
_ONCE = {"WRD-01", "WRD-02"}  # terms that run through a text make one finding with a count


@dataclass(frozen=True, slots=True)
class InBlock:
    """A finding, the paragraph it is about, and the field that was judged as.

    `cause` says what silenced it, "" for nothing.
    """

    block: Block
    finding: Finding
    field: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class JudgedTexts:
    """What the wording of a text does wrong, what context silenced, and what was not read.

    `language` is that of the text as a whole; where it is not English nothing was read. `unread`
    are the paragraphs in another language inside an English text.
    """

    findings: tuple[InBlock, ...] = ()
    silenced: tuple[InBlock, ...] = ()
    unread: tuple[tuple[Block, str], ...] = ()
    language: str = ENGLISH

    @property
    def unchecked(self) -> bool:
        """Whether nothing was read, since the text is not English."""
        return self.language != ENGLISH


def judge_texts(
    blocks: Sequence[Block], *, profile: Profile | None = None, field: str = "", kind: str = ""
) -> JudgedTexts:
    """The wording findings of a document or text, with the place of their paragraph.

    `field` holds for every paragraph where it is given; `kind` is that of a document of jdgen's.
    """
    placed = list(fields_of(blocks, field=field, kind=kind))
    language = language_of("\n".join(block.text for block, _ in placed))
    if language != ENGLISH:
        return JudgedTexts(language=language)
    findings: list[InBlock] = []
    silenced: list[InBlock] = []
    unread: list[tuple[Block, str]] = []
    for block, told in placed:
        other = language_of(block.text)
        if other != ENGLISH:
            unread.append((block, other))
            continue
        reading = read_text(block.text, told, profile)
        findings += [InBlock(block, _at(block, kind, f), told) for f in reading.findings]
        silenced += [
            InBlock(block, _at(block, kind, hit.finding), told, hit.cause)
            for hit in reading.suppressed
        ]
    kept, excused = _excused(findings, silenced)
    return JudgedTexts(tuple(_told_once(kept)), (*silenced, *excused), tuple(unread))


def _at(block: Block, kind: str, finding: Finding) -> Finding:
    return replace(finding, document=kind, place=block.place)


def _excused(
    findings: Sequence[InBlock], silenced: Sequence[InBlock]
) -> tuple[list[InBlock], list[InBlock]]:
    """The findings left, and those that the rest of the document excuses, with the cause."""
    explained = {
        told.finding.quote.casefold()
        for told in silenced
        if told.finding.category == _JARGON and told.cause.startswith("explained")
    }
    kept, excused = [], []
    for told in findings:
        jargon = told.finding.category == _JARGON
        if jargon and told.finding.quote.casefold() in explained:
            excused.append(replace(told, cause="explained elsewhere in the document"))
        elif jargon and _in_source_title(told.block.text, told.finding):
            excused.append(replace(told, cause="part of the title of a source"))
        else:
            kept.append(told)
    return kept, excused


def _in_source_title(text: str, finding: Finding) -> bool:
    """Whether the words stand in the title of a source that jdgen's documents name."""
    for title in sources().values():
        start = text.find(title)
        if 0 <= start <= finding.start and finding.end <= start + len(title):
            return True
    return False


def _told_once(findings: Iterable[InBlock]) -> list[InBlock]:
    """Findings in order; of a rule on terms the first stays and says how often it was met."""
    kept: list[InBlock] = []
    more: dict[str, int] = {}
    for told in findings:
        rule = told.finding.rule
        if rule not in _ONCE or rule not in more:
            kept.append(told)
            more[rule] = 0
        else:
            more[rule] += 1
    return [_with_count(told, more[told.finding.rule]) for told in kept]


def _with_count(told: InBlock, more: int) -> InBlock:
    if not more:
        return told
    message = f"{told.finding.message} It stands in {counted(more, 'more place', 'more places')}."
    return replace(told, finding=replace(told.finding, message=message))

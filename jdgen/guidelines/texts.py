"""Judges the wording of profiles, documents and texts, each paragraph by the field it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from jdgen.errors import Place, Problem
from jdgen.guidelines.language import ENGLISH, language_of
from jdgen.guidelines.profile_texts import texts_of
from jdgen.guidelines.registry import rule_of, sources
from jdgen.guidelines.say import counted
from jdgen.guidelines.subjects import origins, sentence_span
from jdgen.guidelines.text_fields import fields_of
from jdgen.guidelines.wording.check import read_text
from jdgen.model import Block, Finding, Profile, Span

_LONGEST_PIECE = 4000  # characters, about a page and a half
_ID = re.compile(r"(?:^|\.)id$")  # short names, printed as labels; their duty is judged
_DUTY = re.compile(r"duties\.\d+\.text")
_JARGON = "unexplained-jargon"
_ASK = "Ask somebody who knows that language and peer support to read it."


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
    are the paragraphs in another language inside an English text. The `place` of a paragraph of a
    profile is its path.
    """

    findings: tuple[InBlock, ...] = ()
    silenced: tuple[InBlock, ...] = ()
    unread: tuple[tuple[Block, str], ...] = ()
    language: str = ENGLISH

    @property
    def unchecked(self) -> bool:
        """Whether nothing was read, since the text is not English."""
        return self.language != ENGLISH

    def of(self, rule_id: str) -> list[InBlock]:
        """What one rule has to say."""
        return [told for told in self.findings if told.finding.rule == rule_id]


def judge_texts(
    blocks: Sequence[Block],
    *,
    profile: Profile | None = None,
    field: str = "",
    kind: str = "",
    public: bool = False,
) -> JudgedTexts:
    """The wording findings of a document or text, with the place of their paragraph.

    `field` holds for every paragraph where it is given; `kind` is that of a document of jdgen's,
    `public` says that people supported read it.
    """
    placed = fields_of(blocks, field=field, kind=kind, public=public)
    return _judged(list(placed), profile, kind)


def judge_profile(profile: Profile) -> JudgedTexts:
    """The wording findings of the texts that people wrote in a profile.

    Whether a term is explained shows in the document that prints it, so that jargon is left to it.
    What only learned weights find in a duty is left to the tests of its task, which see more of it.
    """
    judged = _judged(list(texts_of(profile)), profile, "")
    return replace(
        judged,
        findings=tuple(
            told
            for told in judged.findings
            if told.finding.category != _JARGON
            and not (told.finding.learned and _DUTY.fullmatch(told.block.place))
        ),
        silenced=tuple(t for t in judged.silenced if t.finding.category != _JARGON),
    )


def beside_profile(
    document: JudgedTexts, of_profile: JudgedTexts, provenance: Sequence[Span]
) -> JudgedTexts:
    """What is to be said of a document beside what is said of its profile: no sentence twice."""
    told: dict[str, list[InBlock]] = {}
    for one in (*of_profile.findings, *of_profile.silenced):
        told.setdefault(one.block.place, []).append(one)

    def is_new(one: InBlock) -> bool:
        words = origins(provenance, one.block, one.finding.start, one.finding.end)
        if any(_ID.search(path) for path in words):
            return False
        span = sentence_span(one.block.text, one.finding.start)
        paths = origins(provenance, one.block, *span)
        if one.finding.learned and any(map(_DUTY.fullmatch, paths)):
            return False
        return not any(_same(one, other) for path in paths for other in told.get(path, ()))

    return replace(
        document,
        findings=tuple(filter(is_new, document.findings)),
        silenced=tuple(filter(is_new, document.silenced)),
    )


def _same(here: InBlock, in_profile: InBlock) -> bool:
    """Whether a sentence of a document was told of with the profile, and no less gravely."""
    graver = here.finding.severity == "error" != in_profile.finding.severity
    louder = in_profile.cause and not here.cause
    return here.finding.category == in_profile.finding.category and not (graver or louder)


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order; of a rule on terms that run through a text, the first with a count.

    One is told for the profile, and one for each document.
    """
    kept: list[Finding] = []
    more: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = (finding.rule, finding.document)
        if not rule_of(finding.rule).once or key not in more:
            kept.append(finding)
            more[key] = 0
        else:
            more[key] += 1
    return [_with_count(told, more[told.rule, told.document]) for told in kept]


def language_notes(judged: JudgedTexts, file: str) -> tuple[Problem, ...]:
    """Notes on what was not read: another language is no clean result."""
    if judged.unchecked:
        message = (
            f"This text is in {judged.language}, it seems. Its wording was not checked: the rules "
            "know English only."
        )
        return (Problem("check-language", message, _ASK, Place(file)),)
    if not judged.unread:
        return ()
    (block, language), count = judged.unread[0], len(judged.unread)
    if count == 1:
        message = f"A paragraph seems to be in {language}; it was not checked ({block.place})."
    else:
        told = f"{count} paragraphs seem to be in another language; they were not checked"
        message = f"{told} (the first, in {language}: {block.place})."
    return (Problem("check-language", message, _ASK, Place(file)),)


def _judged(placed: Sequence[tuple[Block, str]], profile: Profile | None, kind: str) -> JudgedTexts:
    language = language_of("\n".join(block.text for block, _ in placed))
    if language != ENGLISH:
        return JudgedTexts(language=language)
    findings: list[InBlock] = []
    silenced: list[InBlock] = []
    unread: list[tuple[Block, str]] = []
    for block, field in placed:
        other = language_of(block.text)
        if other != ENGLISH:
            unread.append((block, other))
            continue
        for offset, piece in _pieces(block.text):
            reading = read_text(piece, field, profile)
            findings += [
                InBlock(block, _at(block, kind, finding, offset), field)
                for finding in reading.findings
            ]
            silenced += [
                InBlock(block, _at(block, kind, hit.finding, offset), field, hit.cause)
                for hit in reading.suppressed
            ]
    kept, excused = _excused(findings, silenced)
    return JudgedTexts(tuple(kept), (*silenced, *excused), tuple(unread))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A paragraph with the place where it begins; an endless one in parts that end with sentences.

    Words of one part are compared with each other, so that time would grow with its square.
    """
    start = 0
    while len(text) - start > _LONGEST_PIECE:
        furthest = start + _LONGEST_PIECE
        sentence, _ = sentence_span(text, furthest)
        space = text.rfind(" ", start, furthest) + 1
        end = sentence if sentence > start else space or furthest
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _at(block: Block, kind: str, finding: Finding, offset: int) -> Finding:
    return replace(
        finding,
        document=kind,
        place=block.place,
        start=finding.start + offset,
        end=finding.end + offset,
    )


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


def _with_count(told: Finding, more: int) -> Finding:
    if not more:
        return told
    count = counted(more, "more place", "more places")
    return replace(told, message=f"{told.message} It stands in {count}.")

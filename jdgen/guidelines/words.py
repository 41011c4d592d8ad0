"""The checks of rules that read words in their context: each takes what was read of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jdgen.guidelines.rule import Miss, Rule
from jdgen.guidelines.subjects import sentence_span
from jdgen.model import Block

if TYPE_CHECKING:
    from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject
    from jdgen.guidelines.texts import InBlock, JudgedTexts


def with_words(rule: Rule, *, documents_only: bool = False, judges: str = "") -> Rule:
    """The rule with the checks that `jdgen/guidelines/wording/` makes for it, beside its own.

    `documents_only` is for words that one paragraph may explain to another; their first use counts.
    `judges` is the part of a profile whose texts are left to the rule's own check, which sees more.
    """

    def is_left(paths: Iterable[str]) -> bool:
        return bool(judges) and any(path.startswith(f"{judges}.") for path in paths)

    def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
        if rule.in_profile:
            yield from rule.in_profile(subject)
        for told in _by_sentence(rule, subject.wording):
            if not is_left([told.block.place]):
                yield replace(_miss(told), field=told.block.place)

    def in_document(subject: DocumentSubject) -> Iterator[Miss]:
        if rule.in_document:
            yield from rule.in_document(subject)
        found = _first_uses if documents_only else _by_sentence
        for told in found(rule, subject.wording):
            start, end = told.finding.start, told.finding.end
            if not is_left(subject.fields_of(told.block, start, end)):
                yield replace(_miss(told), block=told.block)

    return replace(
        rule,
        words=True,
        in_profile=None if documents_only else in_profile,
        in_document=in_document,
        alone=("word", "text"),
    )


def _by_sentence(rule: Rule, judged: JudgedTexts) -> Iterator[InBlock]:
    """What a rule has to say, the same of one sentence once: whoever mends it reads all of it."""
    seen = set[tuple[Block, int, str]]()
    for told in judged.of(rule.id):
        start, _ = sentence_span(told.block.text, told.finding.start)
        key = (told.block, start, told.finding.why)
        if rule.once or key not in seen:
            seen.add(key)
            yield told


def _first_uses(rule: Rule, judged: JudgedTexts) -> Iterator[InBlock]:
    seen = set[str]()
    for told in judged.of(rule.id):
        words = told.finding.quote.casefold()
        if words not in seen:
            seen.add(words)
            yield told


def _miss(told: InBlock) -> Miss:
    finding = told.finding
    return Miss(
        finding.message,
        quote=finding.quote,
        start=finding.start,
        # Where nobody can name the words, a good text must not be called a bad one.
        severity="advice" if finding.learned else None,
        category=finding.category,
        why=finding.why,
        suggestion=finding.suggestion,
        source=finding.source,
    )

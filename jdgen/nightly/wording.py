"""What is new in a document in words, and what of it may be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from jdgen import word
from jdgen.errors import JdgenError
from jdgen.model import Block, Finding, Profile, Span, WordText
from jdgen.profile.private import is_private, private_texts
from jdgen.results import ProfileResult, WordChange

HIDDEN = "…"
_WORD = re.compile(r"\w+")


def changed_words(base: bytes, fresh: bytes) -> tuple[WordChange, ...]:
    """The paragraphs that differ between two documents of jdgen's own, in order."""
    before, after = (list(word.read_text(data).blocks) for data in (base, fresh))
    matcher = SequenceMatcher(None, [b.text for b in before], [b.text for b in after], False)
    found: list[WordChange] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            found += _pairs(before[a:b], after[c:d])
    return tuple(found)


def _pairs(before: list[Block], after: list[Block]) -> Iterator[WordChange]:
    """Paragraphs side by side; one without a partner came or went."""
    for number in range(max(len(before), len(after))):
        old = before[number] if number < len(before) else None
        new = after[number] if number < len(after) else None
        texts = old.text.strip() if old else "", new.text.strip() if new else ""
        if texts[0] != texts[1]:
            place = next(block.place for block in (new, old) if block)
            yield WordChange(place, *texts)


def secrets_of(profile: Profile, made: Iterable[tuple[bytes, Iterable[Span]]]) -> tuple[str, ...]:
    """Texts of a profile's private fields: those it has now, and those in documents `made` of it.

    Each document comes with the origins of its words. What a document said before may have gone
    from the profile since.
    """
    found = set(private_texts(profile))
    for data, spans in made:
        hidden = [span for span in spans if any(is_private(profile, one) for one in span.fields)]
        if hidden:
            found.update(_told_at(hidden, data))
    return tuple(sorted(found))


def _told_at(spans: Iterable[Span], data: bytes) -> Iterator[str]:
    try:
        text: WordText = word.read_text(data)
    except JdgenError:
        return
    blocks = {(block.part, block.index): block.text for block in text.blocks}
    for span in spans:
        told = blocks.get((span.part, span.block), "")[span.start : span.end].strip()
        if told:
            yield told


def without_secrets(
    changes: Iterable[WordChange], secrets: Iterable[str]
) -> tuple[WordChange, ...]:
    """The changes; of one that touches a private text neither words nor place are told."""
    hidden = tuple(secrets)
    return tuple(
        replace(change, place="", before="", after="", private=True)
        if any(
            _touches(text, one)
            for text in (change.before, change.after, change.place)
            for one in hidden
        )
        else change
        for change in changes
    )


def _touches(text: str, secret: str) -> bool:
    """Whether a text holds a private one, or is a piece of it in whole words."""
    one, other = (f" {' '.join(_WORD.findall(told))} " for told in (text, secret))
    return bool(one.strip() and other.strip()) and (one in other or other in one)


def fit_for_reports(result: ProfileResult, profile: Profile) -> ProfileResult:
    """A result without the words of private fields, reasons of waivers, and silenced hits."""
    hidden = private_texts(profile)
    return replace(
        result,
        findings=tuple(_open(finding, profile, hidden) for finding in result.findings),
        answered=tuple((_open(f, profile, hidden), "") for f, _ in result.answered),
        practice=tuple(_open(finding, profile, hidden) for finding in result.practice),
        silenced=(),
        owner=str(profile.get("owner.name", "")),
    )


def _open(finding: Finding, profile: Profile, hidden: tuple[str, ...]) -> Finding:
    if finding.at and finding.at.field and is_private(profile, finding.at.field):
        finding = replace(finding, quote="", sentence="")
    return replace(
        finding,
        message=_blotted(finding.message, hidden),
        quote=_blotted(finding.quote, hidden),
        sentence=_blotted(finding.sentence, hidden),
    )


def _blotted(text: str, hidden: tuple[str, ...]) -> str:
    for one in hidden:
        text = text.replace(one, HIDDEN)
    return text

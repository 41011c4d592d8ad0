"""Checking one Word file: a document of jdgen's against its profile, any other by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jdgen import guidelines, word
from jdgen.errors import Place, Problem, WordFileError
from jdgen.filecheck.inputs import read_file
from jdgen.filecheck.owners import Owner, owner_of, taken_for
from jdgen.filecheck.profiles import ProfileFinder
from jdgen.model import Finding, Profile, WordText
from jdgen.pipeline import Pipeline
from jdgen.results import DocumentResult, ProfileResult

MOST_BYTES = 256 * 2**20  # the reader refuses far less and says so in its own words
MOST_CHARACTERS = 2_000_000  # about 700 pages
_ALONE = "It was judged by the rules that need no profile."
_OWN_RULES = "WAV"  # what a waiver itself does wrong is told where its profile is checked


def check_word_file(
    path: Path, pipeline: Pipeline, profiles: ProfileFinder, *, field: str = ""
) -> ProfileResult:
    """What is found in a Word file as Word shows it, tracked insertions there, deletions gone.

    Raises JdgenError where the file cannot be read.
    """
    data = read_file(path, MOST_BYTES)
    text = _text_of(data, str(path))
    owner = owner_of(path, data, text, pipeline, profiles)
    name = owner.kind.name if owner.kind else ""
    public = owner.kind is not None and owner.kind.audience == "public"
    judged = guidelines.judge_texts(
        text.blocks, profile=owner.profile, field=field, kind=name, public=public
    )
    found = _in_document_order(_by_rules(data, text, owner, pipeline, judged), text)
    kept, answered = _answered(owner.profile, found, pipeline)
    notes = [replace(note, hint=f"{_ALONE} {note.hint}") for note in owner.notes]
    return ProfileResult(
        str(path),
        owner.profile.id if owner.profile else "",
        findings=tuple(guidelines.told_once(kept)),
        answered=answered,
        notes=(*notes, *guidelines.language_notes(judged, str(path))),
        documents=(
            DocumentResult(
                name,
                owner.kind.title if owner.kind else "Word file",
                "checked",
                path,
                note="; ".join(filter(None, (owner.state, "" if owner.kind else taken_for(text)))),
                waits=judged.unchecked,
            ),
        ),
        form="word",
        silenced=_silenced(judged, owner),
    )


def _text_of(data: bytes, name: str) -> WordText:
    """What a file says, without what jdgen itself remarked in it at an earlier check."""
    text = word.read_text(data, name=name)
    if text.comments:
        text = word.read_text(word.without_remarks(data), name=name)
    size = sum(len(block.text) for block in text.blocks)
    if size > MOST_CHARACTERS:
        message = f"The file holds {size:,} characters; at most {MOST_CHARACTERS:,} are checked."
        raise WordFileError(Problem("word-too-long", message, "Check it in parts.", Place(name)))
    return replace(text, blocks=word.number_places(text.blocks))


def _by_rules(
    data: bytes, text: WordText, owner: Owner, pipeline: Pipeline, judged: guidelines.JudgedTexts
) -> list[Finding]:
    today = pipeline.now.date()
    if owner.profile is None or owner.kind is None:
        return guidelines.check_alone(text, "word", today, pipeline.rules, judged)
    fits = word.panel_fits(data) if owner.kind.layout == "trifold" else ()
    return guidelines.check_document(
        owner.profile, owner.kind, text, owner.spans, fits, today, pipeline.rules, judged
    )


def _silenced(judged: guidelines.JudgedTexts, owner: Owner) -> tuple[tuple[Finding, str], ...]:
    if owner.profile:
        return tuple(guidelines.silenced_hits(judged, owner.profile, owner.spans))
    return tuple((told.finding, told.cause) for told in judged.silenced)


def _answered(
    profile: Profile | None, found: list[Finding], pipeline: Pipeline
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, str], ...]]:
    """The findings without those that the profile's waivers answer, and the answered ones."""
    if profile is None:
        return tuple(found), ()
    judged = guidelines.apply_waivers(profile, found, pipeline.now.date(), in_force=())
    kept = tuple(f for f in judged.findings if not f.rule.startswith(_OWN_RULES))
    return kept, tuple((w.finding, w.waiver.reason) for w in judged.waived)


def _in_document_order(found: list[Finding], text: WordText) -> list[Finding]:
    """As a reader meets them; what has no place comes first."""
    order: dict[str, int] = {}
    for number, block in enumerate(text.blocks):
        order.setdefault(block.place, number)
    return sorted(found, key=lambda f: (order.get(f.place, -1), f.start))

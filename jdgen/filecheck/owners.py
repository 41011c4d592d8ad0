"""Whose document a Word file is: the profile and kind it was made from, or nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from jdgen import guidelines, word
from jdgen.errors import JdgenError, Place, Problem
from jdgen.filecheck.profiles import NEIGHBOURS, ProfileFinder
from jdgen.model import Kind, Profile, Span, WordText
from jdgen.pipeline import Pipeline
from jdgen.store import DocumentStore
from jdgen.store.documents import sha256

_ID = re.compile(r"(?P<profile>\w[\w.-]*)/(?P<kind>\w[\w.-]*)")  # no way out of the store
FOREIGN = "not made by jdgen: judged by the rules that need no profile"


def taken_for(text: WordText) -> str:
    """What a file that jdgen did not make is judged as, by its title; "" for nothing special."""
    kind = guidelines.kind_by_title(text)
    return f"by its title: {kind.replace('-', ' ')}" if kind else ""


@dataclass(frozen=True)
class Owner:
    """What is known of a Word file: profile and kind, None for a foreign one.

    `state` says in words what the file is, `notes` why less was checked than could be, `spans`
    which characters of it came from which fields of the profile, `made` how jdgen made it.
    """

    state: str = FOREIGN
    profile: Profile | None = None
    kind: Kind | None = None
    spans: tuple[Span, ...] = ()
    notes: tuple[Problem, ...] = ()
    made: Made | None = None


@dataclass(frozen=True)
class Made:
    """A document as jdgen last made it, the origins of its words, and the store that knows it."""

    base: bytes
    origins: tuple[Span, ...]
    store: DocumentStore


def owner_of(
    path: Path, data: bytes, text: WordText, pipeline: Pipeline, profiles: ProfileFinder
) -> Owner:
    """The owner of a Word file, by the id in its properties, else by the store's record of it."""
    stores = list(_stores(path, pipeline))
    told = _identity(path, text, stores)
    if told is None:
        return Owner()
    profile_id, kind_name = told
    kind = pipeline.kinds.get(kind_name)
    if kind is None:
        message = f"jdgen made this document, but its kind “{kind_name}” has no template any more."
        hint = "Put the folder of its template back."
        return Owner(notes=(_note("kind", message, hint, path),))
    made = _made(profile_id, kind_name, stores)
    state, spans = _history(data, text, profile_id, kind_name, stores)
    try:
        profile = profiles.find(profile_id, path)
    except JdgenError as error:
        message = f"The profile “{profile_id}” of this document cannot be used yet."
        hint = f"Mend it first: {error.problems[0]}"
        return Owner(state, kind=kind, notes=(_note("profile-broken", message, hint, path),))
    if profile is None:
        message = f"The profile “{profile_id}” that this document was made from was not found."
        hint = (
            "Run jdgen in the folder of your project, or put the profile into its folder profiles."
        )
        return Owner(state, kind=kind, notes=(_note("profile-missing", message, hint, path),))
    return Owner(state, profile, kind, spans, made=made)


def _identity(path: Path, text: WordText, stores: list[DocumentStore]) -> tuple[str, str] | None:
    told = _ID.fullmatch(text.document_id)
    if told:
        return told["profile"], told["kind"]
    return next(filter(None, (store.known_as(path.name) for store in stores)), None)


def _stores(path: Path, pipeline: Pipeline) -> Iterator[DocumentStore]:
    """The stores that may know a file: the project's, and those of the folders above it."""
    yield pipeline.store
    for folder in list(path.absolute().parents)[:NEIGHBOURS]:
        if (folder / ".jdgen").is_dir() and folder / ".jdgen" != pipeline.store.root:
            yield DocumentStore(folder / ".jdgen")


def _history(
    data: bytes, text: WordText, profile_id: str, kind: str, stores: list[DocumentStore]
) -> tuple[str, tuple[Span, ...]]:
    """What became of a document since it was made, and where its words come from."""
    for store in stores:
        record = store.record(profile_id, kind)
        if record is None:
            continue
        spans = store.provenance(profile_id, kind)
        if sha256(data) == record.sha256 or word.content_key(data) == record.content:
            return "as jdgen made it", spans
        base = store.base(profile_id, kind)
        moved = _moved(spans, word.read_text(base), text) if base else ()
        return "edited since jdgen made it", moved
    return "made by jdgen; what it was then is not known here", ()


def _made(profile_id: str, kind: str, stores: list[DocumentStore]) -> Made | None:
    for store in stores:
        if base := store.base(profile_id, kind):
            return Made(base, store.provenance(profile_id, kind), store)
    return None


def _moved(spans: tuple[Span, ...], base: WordText, text: WordText) -> tuple[Span, ...]:
    """The spans of the base in the paragraphs that stand unchanged in the edited text."""
    before = [(block.part, block.index) for block in base.blocks]
    after = [(block.part, block.index) for block in text.blocks]
    matcher = SequenceMatcher(
        None,
        [(block.part, block.text) for block in base.blocks],
        [(block.part, block.text) for block in text.blocks],
        autojunk=False,
    )
    where = {
        before[match.a + step]: after[match.b + step]
        for match in matcher.get_matching_blocks()
        for step in range(match.size)
    }
    return tuple(
        Span(*where[span.part, span.block], span.start, span.end, span.fields)
        for span in spans
        if (span.part, span.block) in where
    )


def _note(code: str, message: str, hint: str, path: Path) -> Problem:
    return Problem(f"check-{code}", message, hint, Place(str(path)))

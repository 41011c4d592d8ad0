"""Documents of a profile that cannot be used tonight: what is known of them from nights before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jdgen.nightly import messages
from jdgen.nightly.told import dues_of
from jdgen.nights import Due
from jdgen.results import DocumentResult
from jdgen.store import DocumentStore
from jdgen.store.memory import DocumentMemory, ProfileMemory

_QUOTES = "brochure.quotes."


def unread_documents(
    memory: ProfileMemory, store: DocumentStore, output: Path, today: date
) -> Iterator[DocumentResult]:
    """The documents as they were left, and what of theirs has ended since the profile was read."""
    ended = [due for due in dues_of(memory) if memory.judged_on <= due.day < today]
    waivers = [due for due in ended if due.what == messages.WAIVER]
    consents = [due for due in ended if due.what == messages.CONSENT]
    for document in memory.documents:
        quotes = consents and _prints_quotes(store, memory.profile_id, document.kind)
        past = [*waivers, *(consents if quotes else ())]
        seen = _readers_see(document) if quotes else ""
        yield DocumentResult(
            document.kind,
            document.title,
            "not checked",
            path=output / document.file,
            note="; ".join(filter(None, (*map(_in_words, past), seen))),
            waits=bool(past),
            why=messages.UNREAD,
        )


def _prints_quotes(store: DocumentStore, profile_id: str, kind: str) -> bool:
    fields = (field for span in store.provenance(profile_id, kind) for field in span.fields)
    return any(field.startswith(_QUOTES) for field in fields)


def _in_words(due: Due) -> str:
    place = f"{Path(due.file).name}:{due.line}"
    return messages.ENDED.format(what=due.what, day=due.day, place=place)


def _readers_see(document: DocumentMemory) -> str:
    there = document.public and Path(document.public).is_file()
    return messages.READERS_SEE.format(place=document.public) if there else ""

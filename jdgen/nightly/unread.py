"""Documents of a profile that cannot be used tonight: what is known of them from nights before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from jdgen.errors import JdgenError
from jdgen.nightly import messages
from jdgen.nightly.told import dues_of
from jdgen.nights import Due
from jdgen.results import DocumentResult
from jdgen.store import DocumentStore
from jdgen.store.memory import ProfileMemory

_QUOTES = "brochure.quotes."


def unread_documents(
    memory: ProfileMemory,
    store: DocumentStore,
    output: Path,
    today: date,
    take_away: Callable[[Path], None],
) -> Iterator[DocumentResult]:
    """The documents as they were left, and what of theirs has ended since the profile was read.

    `take_away` takes a copy from its readers: of a document that prints quotes, where a consent has
    ended. Nobody can tell which quote it was for.
    """
    ended = [due for due in dues_of(memory) if memory.judged_on <= due.day < today]
    waivers = [due for due in ended if due.what == messages.WAIVER]
    consents = [due for due in ended if due.what == messages.CONSENT]
    for document in memory.documents:
        quotes = consents and _prints_quotes(store, memory.profile_id, document.kind)
        past = [*waivers, *(consents if quotes else ())]
        public = dict.fromkeys(filter(None, (document.public, *document.older)))
        copies = taken_away(map(Path, public), take_away) if quotes else ()
        yield DocumentResult(
            document.kind,
            document.title,
            "not checked",
            path=output / document.file,
            note="; ".join((*map(_in_words, past), *copies)),
            waits=bool(past),
            why=messages.UNREAD,
        )


def _prints_quotes(store: DocumentStore, profile_id: str, kind: str) -> bool:
    fields = (field for span in store.provenance(profile_id, kind) for field in span.fields)
    return any(field.startswith(_QUOTES) for field in fields)


def _in_words(due: Due) -> str:
    place = f"{Path(due.file).name}:{due.line}"
    return messages.ENDED.format(what=due.what, day=due.day, place=place)


def taken_away(copies: Iterable[Path], take_away: Callable[[Path], None]) -> Iterator[str]:
    """Takes copies of a document from their readers, and says of each what became of it."""
    for copy in copies:
        if not copy.is_file():
            continue
        try:
            take_away(copy)
            yield messages.TAKEN.format(place=copy)
        except JdgenError:
            yield messages.READERS_SEE.format(place=copy)

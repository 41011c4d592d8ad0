"""Where a document stands tonight: in its place, moved by people, copied, or gone."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from jdgen.errors import JdgenError
from jdgen.nightly import messages
from jdgen.profile.copies import is_rival
from jdgen.safe_files import read_bytes
from jdgen.store import Slot
from jdgen.store.scan import OutputScan, only_in_the_cloud


@dataclass(frozen=True)
class Standing:
    """A document's place: `slot` is where it is kept up to date, `note` what is odd about that.

    `stop` says why it has to be left alone: as a state of its own and the reason.
    """

    slot: Slot
    note: str = ""
    stop: tuple[str, str] | None = None
    data: bytes | None = None


def standing_of(slot: Slot, scan: OutputScan, apart: Iterable[Path] = ()) -> Standing:
    """Find a document that should stand at `slot`, and read it.

    `apart` are folders whose files are no documents to keep up to date: those for readers.
    """
    places = scan.places(slot.document, apart)
    target = slot.target
    there = _is_there(target)
    other = scan.id_at(target)
    foreign = other if other not in ("", slot.document) else ""
    if there and not (foreign and places):
        return _read(slot, copies_note(target, places))
    if len(places) > 1:
        told = ", ".join(map(str, places))
        return Standing(slot, stop=("missing", messages.TWINS.format(places=told)))
    if places:
        moved = messages.MOVED.format(place=places[0])
        note = "; ".join(filter(None, (moved, foreign and messages.FOREIGN.format(other=other))))
        return _read(replace(slot, target=places[0]), note)
    return Standing(slot)


def copies_note(target: Path, places: Iterable[Path]) -> str:
    """A remark on other files that carry the same id, "" where there are none."""
    others = [place for place in places if place != target]
    rivals = rivals_of(target, others)
    rest = [place for place in others if place not in rivals]
    told = (
        messages.CONFLICT_COPIES.format(places=", ".join(p.name for p in rivals)) if rivals else "",
        messages.COPIES.format(places=", ".join(map(str, rest))) if rest else "",
    )
    return "; ".join(filter(None, told))


def rivals_of(target: Path, places: Iterable[Path]) -> list[Path]:
    """The files beside a document that look like a sync service's second version of it."""
    return [one for one in places if one.parent == target.parent and is_rival(one, target)]


def _is_there(target: Path) -> bool:
    """Whether something stands there, readable or not; a name that is too long is not there."""
    try:
        target.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    return True


def _read(slot: Slot, note: str) -> Standing:
    if only_in_the_cloud(slot.target):
        return Standing(slot, note, ("locked", messages.IN_THE_CLOUD))
    try:
        return Standing(slot, note, data=read_bytes(slot.target))
    except JdgenError as error:
        reason = error.problems[0].message
        return Standing(slot, note, ("locked", messages.UNREADABLE.format(reason=reason)))

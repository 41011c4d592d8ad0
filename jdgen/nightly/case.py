"""All that is known of one document before it is touched, and what speaks for a change of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jdgen import __version__
from jdgen.model import Artifact, Span
from jdgen.nightly import messages
from jdgen.nightly.inputs import PROGRAM, SHIPPED
from jdgen.nightly.places import Standing
from jdgen.pipeline import Judged
from jdgen.store import DocumentStore, Generated, Slot
from jdgen.store.memory import DocumentMemory, Input


@dataclass(frozen=True)
class Case:
    """One document of one night.

    `why` says in words what the night reacted to, `upgrade` that nothing but a new version of
    jdgen speaks for a change. `record`, `base` and `spans` are what jdgen made of it before.
    """

    judged: Judged
    artifact: Artifact
    standing: Standing
    why: str
    upgrade: bool
    record: Generated | None
    base: bytes | None
    spans: tuple[Span, ...]

    @property
    def slot(self) -> Slot:
        """Where the document is kept up to date."""
        return self.standing.slot

    @property
    def known(self) -> bool:
        """Whether jdgen made this document before."""
        return self.record is not None or self.base is not None


def case_of(
    judged: Judged,
    artifact: Artifact,
    standing: Standing,
    store: DocumentStore,
    why: tuple[str, bool],
) -> Case:
    """Read what the store knows of a document; `why` is the reason and whether it is an upgrade."""
    slot = standing.slot
    return Case(
        judged,
        artifact,
        standing,
        *why,
        store.record(slot.profile_id, slot.kind),
        store.base(slot.profile_id, slot.kind),
        store.provenance(slot.profile_id, slot.kind),
    )


def in_words(changed: Sequence[Input]) -> str:
    """What changed, for a person; files by their names."""
    names = (__version__ if one.role == PROGRAM else Path(one.path).name for one in changed)
    told = (messages.WHY[c.role].format(name=n) for c, n in zip(changed, names, strict=True))
    return ", ".join(dict.fromkeys(told))


def day_that_came(memory: DocumentMemory | None, today: date) -> date | None:
    """The day that may change a document since it was last brought up to date, if it has come."""
    day = memory.valid_until if memory else None
    return day if day and day <= today else None


def only_upgrade(
    memory: DocumentMemory | None,
    record: Generated | None,
    changed: Sequence[Input],
) -> bool:
    """Whether all that may have changed a document came with a new version of jdgen.

    Without a memory nobody knows; then a document that another version made is left alone.
    """
    if memory is None:
        return record is not None and record.version != __version__
    shipped = all(one.path.startswith(SHIPPED) for one in changed)
    return shipped and PROGRAM in {one.role for one in changed}

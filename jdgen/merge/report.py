"""What a merge did, as plain values for people and programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["unchanged", "fresh", "direct", "tracked", "refused"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the profile that is now in the edited file; `place` is where, in words."""

    kind: Literal["insert", "delete", "replace"]
    before: str
    after: str
    place: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """One change that was left to a person; a comment at its place carries the new text."""

    reason: str
    message: str
    before: str
    after: str
    kept: str
    place: str


@dataclass(frozen=True, slots=True)
class MergeReport:
    """The outcome of a merge.

    `mode`: `unchanged` (the profile brings nothing new), `fresh` (nobody edited: the new file),
    `direct` (people changed looks alone: the changes went in without marks), `tracked`, or
    `refused` (the result could not be trusted; the edited file stays as it is, `message` says
    why). `untracked` names what Word cannot track and people have to look at themselves.
    """

    mode: Mode
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    untracked: tuple[str, ...] = ()
    message: str = ""

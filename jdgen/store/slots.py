"""The place of one document, and what became of the document there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jdgen.results import WordChange

State = Literal[
    "new", "changed", "replaced", "unchanged", "edited", "merged", "edited and changed", "open"
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    `path` is the file a person should look at, `backup` the copy of what was replaced. `waits` is
    true where a person has something to do. `changes` and `untracked` say what a merge brought,
    `direct` that it put it in without marks.
    """

    state: State
    path: Path
    written: bool = False
    waits: bool = False
    backup: Path | None = None
    note: str = ""
    changes: tuple[WordChange, ...] = ()
    untracked: tuple[str, ...] = ()
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one document lives: its file, and the profile and kind it is kept under.

    `keep_versions` is the number of backups to keep of it, None for all.
    """

    target: Path
    profile_id: str
    kind: str
    keep_versions: int | None = None

    @property
    def document(self) -> str:
        """The id that the document carries in its properties."""
        return f"{self.profile_id}/{self.kind}"

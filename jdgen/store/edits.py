"""What the write step asks of the merge, as plain values: the store knows no Word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from jdgen.results import WordChange

Way = Literal["unchanged", "fresh", "direct", "tracked", "refused"]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge came to.

    `way`: `unchanged` (there is nothing to bring), `fresh` (nobody edited: the fresh file does),
    `direct` (put in without marks), `tracked`, `refused` (`message` says why, as the end of a
    sentence about the file). `data` is the file to write. `changes` are told in words, those that
    are left to a person among them.
    """

    way: Way
    data: bytes
    changes: tuple[WordChange, ...] = ()
    untracked: tuple[str, ...] = ()
    message: str = ""

    @property
    def conflicts(self) -> int:
        """How many changes are left to a person."""
        return sum(change.conflict for change in self.changes)

    @property
    def note(self) -> str:
        """What was done, in one line."""
        count = len(self.changes) - self.conflicts
        how = "marked" if self.way == "tracked" else "put in without marks (only looks were edited)"
        parts = [f"{count} {'change' if count == 1 else 'changes'} {how}" if count else ""]
        parts.append(f"{self.conflicts} left for you to decide" if self.conflicts else "")
        told = ", ".join(filter(None, parts))
        kept = f"Word cannot mark: {', '.join(self.untracked)}" if self.untracked else ""
        return "; ".join(filter(None, (told, kept)))


class EditedFiles(Protocol):
    """Knows what to do with Word files that people edited."""

    def merge(self, document: str, base: bytes, staff: bytes, fresh: bytes) -> Merged:
        """What changed from `base` to `fresh` brought into `staff`.

        `document` is the id that all three should carry. Raises JdgenError where one of them
        cannot be read.
        """

    def settled(self, data: bytes) -> bool:
        """Whether nothing waits in a file: no tracked change and no comment of anybody.

        False for a file that cannot be read.
        """

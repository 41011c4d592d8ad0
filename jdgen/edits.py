"""Merging for the write step: the merge of Word files in the words of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from jdgen import word
from jdgen.errors import JdgenError, WordFileError
from jdgen.merge import MergeReport, merge_bytes, pending
from jdgen.mistakes import as_problem
from jdgen.results import WordChange
from jdgen.store import Merged

# Below this share of the words that jdgen wrote, a file is somebody's own under the same name.
_STILL_OURS = 0.2


@dataclass(frozen=True)
class WordEdits:
    """Brings changes into edited Word files, dated `now`; `ask` says who answers questions."""

    now: datetime
    ask: str = ""

    def merge(self, document: str, base: bytes, staff: bytes, fresh: bytes) -> Merged:
        """What changed from `base` to `fresh` brought into `staff`, as the store asks for it."""
        stranger = _stranger(document, base, staff)
        if stranger:
            return Merged("refused", staff, message=stranger)
        try:
            data, report = merge_bytes(base, staff, fresh, self.now, ask=self.ask)
        except JdgenError:
            raise
        except Exception as error:  # whatever it is, the file is kept as people left it
            problem = as_problem(error)
            raise WordFileError(problem) from error
        message = f"was edited in Word and could not be merged ({report.message})"
        refused = report.mode == "refused"
        return Merged(
            report.mode,
            data,
            tuple(_in_words(report)),
            report.untracked,
            message if refused else "",
        )

    def settled(self, data: bytes) -> bool:
        """Whether nothing waits in a file; something does in one that cannot be read."""
        try:
            return pending(data).settled
        except JdgenError:
            return False


def _stranger(document: str, base: bytes, staff: bytes) -> str:
    """Why a file is not taken for an edit of the document that jdgen made, "" if it is one."""
    told = word.document_id(staff)
    if told == document:
        return ""
    if told:
        return f"is a copy of another document ({told})"
    ours, theirs = (Counter(_words(data)) for data in (base, staff))
    if (ours & theirs).total() < _STILL_OURS * ours.total():
        return "has hardly a word of the document that jdgen made"
    return ""


def _words(data: bytes) -> Iterator[str]:
    for block in word.read_text(data).body():
        yield from block.text.split()


def _in_words(report: MergeReport) -> Iterator[WordChange]:
    for change in report.changes:
        yield WordChange(change.place, change.before, change.after)
    for conflict in report.conflicts:
        yield WordChange(conflict.place, conflict.before, conflict.after, conflict=True)

"""What fresh formatting looks like in the edited file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from jdgen.merge.steps import Paired, Plan
from jdgen.merge.units import Paragraph
from jdgen.word.markup import child, value

T = TypeVar("T")


@dataclass
class Models:
    """Paragraphs, runs and lists of the edited file that stand for fresh ones of some look.

    It is learnt from what stands in both files.
    """

    plan: Plan
    _lists: dict[str, str] = field(default_factory=dict)
    _paragraphs: dict[str, etree._Element] = field(default_factory=dict)
    _runs: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    _learnt: bool = False

    def paragraph(self, look: str) -> etree._Element | None:
        """A paragraph of the edited file that stands for a fresh one of this look."""
        return self._found(lambda: self._paragraphs.get(look))

    def run(self, look: str, within: str) -> etree._Element | None:
        """A run of the edited file for fresh text of a look, in paragraphs of the look `within`."""
        return self._found(lambda: self._runs.get((within, look)))

    def list_number(self, number: str) -> str:
        """The list of the edited file that a fresh list is, "" for one that it does not have."""
        return self._found(lambda: self._lists.get(number)) or ""

    def _found(self, look_up: Callable[[], T | None]) -> T | None:
        """What is known, looking into more and more of the file until it is."""
        if not self._learnt:
            self._learnt = True
            self._learn(self.plan.pairs)
        found = look_up()
        if found is None and self.plan.unread:
            self._learn(self.plan.more_pairs())
            found = look_up()
        return found

    def _learn(self, pairs: Sequence[Paired]) -> None:
        for base, staff, fresh in pairs:
            if staff.source:
                self._paragraphs.setdefault(fresh.look, staff.source[-1])
                self._learn_list(fresh, staff)
            if base.key != staff.key or base.look != fresh.look:
                continue
            for ours, theirs in zip(base.tokens, staff.tokens, strict=False):
                run = theirs.source[0].run if theirs.source else None
                if run is not None:
                    self._runs.setdefault((fresh.look, ours.look), run)

    def _learn_list(self, fresh: Paragraph, staff: Paragraph) -> None:
        path = "w:pPr/w:numPr/w:numId"
        ours, theirs = child(fresh.source[-1], path), child(staff.source[-1], path)
        if ours is not None and theirs is not None:
            self._lists.setdefault(value(ours), value(theirs))

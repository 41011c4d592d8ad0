"""Carries out the plan of one story on the edited file, and says what was done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from jdgen.merge import messages
from jdgen.merge.bench import Bench
from jdgen.merge.blocks import BlockWriter
from jdgen.merge.carrier import Carrier
from jdgen.merge.diff3 import Region
from jdgen.merge.models import Models
from jdgen.merge.report import Change, Conflict
from jdgen.merge.revisions import Pen
from jdgen.merge.steps import Clash, DropBlock, DropRow, EditText, Plan, PutBlocks, PutRows, Restyle
from jdgen.merge.story import Story
from jdgen.merge.texts import TextWriter, cut_out
from jdgen.merge.tokens import Token, text_of
from jdgen.merge.units import Paragraph
from jdgen.word.comments import place_comment
from jdgen.word.markup import P, every

# Tokens of the edited paragraph, what is to be done there, and the step it is a part of.
Entry = tuple[tuple[int, int], Region | Clash, EditText | None]


@dataclass
class Outcome:
    """What the plans of all stories came to; `wrote` says whether anything was put on the bench."""

    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    restyled: bool = False
    wrote: bool = False


@dataclass
class Applier:
    """Applies the plan of one story; `where` names the story, comments of others go to the body."""

    bench: Bench
    pen: Pen
    outcome: Outcome
    where: str
    in_body: bool
    known_comments: dict[str, int]

    def apply(self, plan: Plan, carrier: Carrier, fresh: Story, models: Models) -> None:
        """Writes every step; within a paragraph from its end to its start."""
        self._text = TextWriter(self.pen, carrier, fresh, models)
        blocks = BlockWriter(self.pen, self._text)
        inline: dict[Paragraph, list[Entry]] = defaultdict(list)
        later: list[Clash] = []
        for step in plan.steps:
            if isinstance(step, EditText):
                inline[step.staff] += [(region.staff, region, step) for region in step.regions]
            elif isinstance(step, Clash):
                if step.anchor is not None and step.span and step.span[0] < step.span[1]:
                    inline[step.anchor].append((step.span, step, None))
                else:
                    later.append(step)
            elif isinstance(step, Restyle):
                self.outcome.restyled = True
        for entries in inline.values():
            self._paragraph(entries)
        for step in plan.steps:
            self._block_step(step, blocks)
        blocks.finish()
        for clash in later:
            self.tell(clash)

    def _paragraph(self, entries: list[Entry]) -> None:
        """Where something is put in at the very place where something goes, that goes first."""
        noted: list[Change] = []
        for _, item, step in sorted(entries, key=lambda entry: entry[0], reverse=True):
            if isinstance(item, Clash):
                self.tell(item)
            elif step is not None:
                noted.append(self._change(step, item))
                self._text.edit(step, item)
                self.outcome.wrote = True
        self.outcome.changes += reversed(noted)

    def _change(self, step: EditText, region: Region) -> Change:
        before = _shown(step.base.tokens[slice(*region.base)])
        after = _shown(step.fresh.tokens[slice(*region.fresh)])
        place = self._place(step.staff.text)
        if region.base[0] == region.base[1]:
            return Change("insert", before, after, place)
        if region.fresh[0] == region.fresh[1]:
            return Change("delete", before, after, place)
        return Change("replace", before, after, place)

    def _block_step(self, step: object, blocks: BlockWriter) -> None:
        if isinstance(step, PutBlocks):
            blocks.put_blocks(step)
            for block in step.blocks:
                self._note("insert", block.text)
        elif isinstance(step, PutRows):
            blocks.put_rows(step)
            for row in step.rows:
                self._note("insert", row.text)
        elif isinstance(step, DropBlock):
            blocks.drop_block(step.block)
            self._note("delete", step.block.text)
        elif isinstance(step, DropRow):
            blocks.drop_row(step)
            self._note("delete", step.row.text)

    def _note(self, kind: str, text: str) -> None:
        if kind == "insert":
            change = Change("insert", "", text, self._place(text))
        else:
            change = Change("delete", text, "", self._place(text))
        self.outcome.changes.append(change)
        self.outcome.wrote = True

    def _place(self, text: str) -> str:
        short = messages.shortened(text)
        return f"{self.where}: {short}" if short else self.where

    def tell(self, clash: Clash) -> None:
        """Tells a person: a line in the report, and a comment unless the same one is there."""
        lines = [f"{messages.CONFLICT[clash.reason]} {messages.DECIDE}"]
        if not self.in_body:
            lines[0] = f"{self.where}: {lines[0]}"
        if clash.before.strip():
            lines.append(messages.WAS.format(clash.before.strip()))
        lines.append(messages.NOW.format(clash.after.strip()) if clash.after else messages.GONE)
        place = self._place(clash.place)
        self.outcome.conflicts.append(
            Conflict(clash.reason, lines[0], clash.before, clash.after, clash.kept, place)
        )
        lines = [line for text in lines for line in text.split("\n")]
        if self.known_comments.get("\n".join(lines), 0):
            self.known_comments["\n".join(lines)] -= 1
            return
        self._write_comment(clash, lines)
        self.outcome.wrote = True

    def _write_comment(self, clash: Clash, lines: list[str]) -> None:
        number = self.bench.comment(lines)
        anchor = clash.anchor
        if not self.in_body or anchor is None or not anchor.source:
            body = self.bench.root(self.bench.package.main)
            first_of_all = next(every(body, "w:p"), None)
            if first_of_all is not None:
                place_comment(number, None, None, first_of_all)
            return
        runs = cut_out(anchor.tokens[slice(*clash.span)]) if clash.span else []
        start, end = (_top_of(runs[0]), _top_of(runs[-1])) if runs else (None, None)
        place_comment(number, start, end, anchor.source[-1])


def _shown(tokens: Sequence[Token]) -> str:
    """The tokens as text; drawings and the like by their name where there is no text."""
    return text_of(tokens) or (messages.DRAWING if tokens else "")


def _top_of(run: etree._Element) -> etree._Element:
    """The child of a paragraph in which a run stands."""
    element, parent = run, run.getparent()
    while parent is not None and parent.tag != P:
        element, parent = parent, parent.getparent()
    return element

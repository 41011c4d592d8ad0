"""Writing the changes of one paragraph: finding the runs, cutting them, choosing the looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from jdgen.merge.carrier import Carrier, without_revisions
from jdgen.merge.diff3 import Region
from jdgen.merge.inline import Piece
from jdgen.merge.models import Models
from jdgen.merge.revisions import Pen, cut, settle
from jdgen.merge.steps import EditText
from jdgen.merge.story import Story
from jdgen.merge.tokens import Token
from jdgen.merge.units import Paragraph
from jdgen.word.markup import child, qn


@dataclass
class TextWriter:
    """Puts fresh tokens into the edited file and takes tokens of it out."""

    pen: Pen
    carrier: Carrier
    fresh: Story
    models: Models

    def edit(self, step: EditText, region: Region) -> None:
        """Writes one region; regions of a paragraph must come from the last to the first."""
        gone = step.staff.tokens[slice(*region.staff)]
        new = self._runs(step, region)
        if gone:
            runs = cut_out(gone)
            if new and runs:
                self.pen.put_after(runs[-1], new, stay=True)
            self.pen.drop(runs)
        elif region.staff[0] > 0:
            piece = step.staff.tokens[region.staff[0] - 1].source[-1]
            if piece.run is not None and piece.node is not None:
                cut(piece.run, piece.node, piece.end)
            linked = step.fresh.tokens[region.fresh[0]]
            stay = self.carrier.link(linked) is not None
            # An equation and a field in one element stand in no run.
            self.pen.put_after(piece.node if piece.run is None else piece.run, new, stay)
        elif step.staff.tokens:
            piece = step.staff.tokens[0].source[0]
            place = piece.node if piece.run is None else piece.run
            right = None if piece.run is None else cut(place, piece.node, piece.start)
            self.pen.put_before(place if right is None else right, new)
        else:
            self.pen.put_last(step.staff.source[-1], new)
        if self.pen.tracked:
            for element in step.staff.source:
                settle(element, self.pen.author)

    def _runs(self, step: EditText, region: Region) -> list[etree._Element]:
        """The new runs of a region, in the formatting of what they replace or stand beside."""
        tokens = step.fresh.tokens[slice(*region.fresh)]
        beside = list(_beside(step, region))

        def looks(token: Token) -> etree._Element | None:
            for there, here in beside:
                if there.look == token.look and here.source and here.source[0].run is not None:
                    return _copied(here.source[0].run)
            return self._looks(step.fresh, token)

        runs = []
        inside = _in_link(step, region)
        for group in self._grouped(tokens):
            run = self.carrier.run(group, looks(group[0]))
            link = None if inside else self.carrier.link(group[0])
            if link is None:
                runs.append(run)
            else:
                link.append(run)
                runs.append(link)
        return runs

    def all_runs(self, paragraph: Paragraph) -> list[etree._Element]:
        """The runs of a whole fresh paragraph, in the looks such text has in the edited file."""
        runs = []
        for group in self._grouped(paragraph.tokens):
            run = self.carrier.run(group, self._looks(paragraph, group[0]))
            link = self.carrier.link(group[0])
            if link is not None:
                link.append(run)
                run = link
            runs.append(run)
        return runs

    def _looks(self, paragraph: Paragraph, token: Token) -> etree._Element | None:
        model = self.models.run(token.look, paragraph.look)
        if model is not None:
            return _copied(model)
        run = token.source[0].run if token.source else None
        return self.carrier.properties(child(run, "w:rPr"))

    def _grouped(self, tokens: Sequence[Token]) -> Iterator[list[Token]]:
        """Tokens that go into one run: same looks, same link."""

        def shared(token: Token) -> tuple[str, etree._Element | None]:
            run = token.source[0].run
            link = None if run is None else next(run.iterancestors(qn("w:hyperlink")), None)
            return token.look, link

        single = [part for token in tokens for part in self._by_run(token)]
        for _, group in groupby(single, shared):
            yield list(group)

    def _by_run(self, token: Token) -> list[Token]:
        """A token cut where its formatting changes within the word."""
        pieces: tuple[Piece, ...] = token.source
        if len({self.fresh.look(piece.run) for piece in pieces}) < 2 or token.kind == "atom":
            return [token]
        return [
            Token(token.kind, "", "", "", self.fresh.look(piece.run), source=(piece,))
            for piece in pieces
        ]


def _beside(step: EditText, region: Region) -> Iterator[tuple[Token, Token]]:
    """Pairs of base and edited token whose looks a new text may take on: replaced, then next to."""
    yield from zip(
        step.base.tokens[slice(*region.base)], step.staff.tokens[slice(*region.staff)], strict=False
    )
    for there, here in (
        (region.base[0] - 1, region.staff[0] - 1),
        (region.base[1], region.staff[1]),
    ):
        inside = 0 <= there < len(step.base.tokens) and 0 <= here < len(step.staff.tokens)
        if inside and step.base.tokens[there].key == step.staff.tokens[here].key:
            yield step.base.tokens[there], step.staff.tokens[here]


def _in_link(step: EditText, region: Region) -> bool:
    """Whether the place of a change lies within a hyperlink of the edited file."""
    index = region.staff[0] if region.staff[0] < region.staff[1] else region.staff[0] - 1
    if not 0 <= index < len(step.staff.tokens):
        return False
    run = step.staff.tokens[index].source[0].run
    return run is not None and any(a.tag.endswith("}hyperlink") for a in run.iterancestors())


def _copied(run: etree._Element) -> etree._Element | None:
    properties = child(run, "w:rPr")
    return None if properties is None else without_revisions(properties)


def cut_out(tokens: Sequence[Token]) -> list[etree._Element]:
    """The runs that hold these tokens and nothing else, cut out of what stands round them."""
    pieces: list[Piece] = [p for token in tokens for p in token.source if p.run is not None]
    runs = list(dict.fromkeys(piece.run for piece in pieces if piece.run is not None))
    if not runs:
        return []
    first, last = pieces[0], pieces[-1]
    if last.node is not None:
        cut(runs[-1], last.node, last.end)
    start = runs[0] if first.node is None else cut(runs[0], first.node, first.start)
    runs[0] = runs[0] if start is None else start
    return runs

"""What people edited in a document: its paragraphs beside those it was made with, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from jdgen.merge.diff3 import align, fill_gaps
from jdgen.merge.tokens import fold_all, keys_of, text_of, words
from jdgen.model import Block, WordText

_ALIKE = 0.4  # the share of words that two forms of one paragraph have in common at least
_APART = ("header", "footer", "note", "textbox")  # paragraphs that only meet their like


@dataclass(frozen=True, slots=True)
class Hunk:
    """Characters `start` to `end` of a paragraph, as it was made, became `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """A paragraph whose words were edited; `before` as it was made, `after` as it stands now."""

    before: Block
    after: Block
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """A paragraph that somebody put in, `after` this one of the document as it was made."""

    block: Block
    after: Block | None


@dataclass(frozen=True, slots=True)
class Edits:
    """All that people did to the words of a document, in its order."""

    reworded: tuple[Reworded, ...] = ()
    added: tuple[Added, ...] = ()
    removed: tuple[Block, ...] = ()


def find_edits(made: WordText, now: WordText) -> Edits:
    """The edits that lead from the document as it was made to what it says now.

    Quotes, dashes and spaces that Word replaces by itself are no edits.
    """
    reworded: list[Reworded] = []
    added: list[Added] = []
    removed: list[Block] = []
    for ours, theirs in _stories(made, now):
        alike = align([_key(b) for b in ours], [_key(b) for b in theirs], _Likeness(ours, theirs))
        pairs = fill_gaps(alike, len(ours), len(theirs), _SamePlace(ours, theirs))
        reworded += [_reworded(ours[i], theirs[j]) for i, j in pairs if _differ(ours[i], theirs[j])]
        removed += [ours[i] for i in _unpaired(ours, {i for i, _ in pairs})]
        added += _added(theirs, {j: ours[i] for i, j in pairs})
    return Edits(tuple(reworded), tuple(added), tuple(removed))


def _stories(made: WordText, now: WordText) -> Iterator[tuple[list[Block], list[Block]]]:
    """Paragraphs that can belong together: the main text, headers, footers, notes, text boxes."""
    ours, theirs = _by_story(made), _by_story(now)
    for story in dict.fromkeys([*ours, *theirs]):
        yield ours.get(story, []), theirs.get(story, [])


def _by_story(text: WordText) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    for block in text.blocks:
        if block.role != "comment":
            found.setdefault(block.role if block.role in _APART else "", []).append(block)
    return found


def _key(block: Block) -> str:
    return fold_all(block.text).strip()


def _differ(before: Block, after: Block) -> bool:
    return _key(before) != _key(after)


def _unpaired(blocks: Sequence[Block], paired: Collection[int]) -> list[int]:
    return [n for n, block in enumerate(blocks) if n not in paired and block.text.strip()]


def _added(theirs: Sequence[Block], origin: Mapping[int, Block]) -> Iterator[Added]:
    """What stands between paragraphs of known origin, with the nearest of these before it."""
    for number in _unpaired(theirs, origin):
        earlier = [known for known in origin if known < number]
        yield Added(theirs[number], origin[max(earlier)] if earlier else None)


class _Likeness:
    """How much two paragraphs are alike by the words they share (Dice), for the alignment."""

    def __init__(self, ours: Sequence[Block], theirs: Sequence[Block]) -> None:
        self._ours = [Counter(_key(block).split()) for block in ours]
        self._theirs = [Counter(_key(block).split()) for block in theirs]
        self._same_role = [[a.role == b.role for b in theirs] for a in ours]

    def __call__(self, i: int, j: int) -> float:
        one, other = self._ours[i], self._theirs[j]
        total = one.total() + other.total()
        share = 2 * (one & other).total() / total if total else 0.2
        if share < (_ALIKE if total else 0.1):
            return 0.0
        return share + (0.1 if self._same_role[i][j] else 0.0)


class _SamePlace:
    """Whether paragraphs between the same neighbours are one paragraph, written quite anew."""

    def __init__(self, ours: Sequence[Block], theirs: Sequence[Block]) -> None:
        self._ours, self._theirs = ours, theirs

    def __call__(self, i: int, j: int) -> bool:
        one, other = self._ours[i], self._theirs[j]
        return one.role == other.role and bool(one.text.strip()) == bool(other.text.strip())


def _reworded(before: Block, after: Block) -> Reworded:
    ours, theirs = words(before.text), words(after.text)
    starts: list[int] = [0, *accumulate(len(token.text) for token in ours)]
    codes = SequenceMatcher(None, keys_of(ours), keys_of(theirs), autojunk=False).get_opcodes()
    hunks = [
        Hunk(starts[a], starts[b], text_of(theirs[c:d]))
        for tag, a, b, c, d in codes
        if tag != "equal"
    ]
    return Reworded(before, after, tuple(hunks))

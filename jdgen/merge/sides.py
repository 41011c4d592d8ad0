"""The three files of a merge, side by side: which story of one stands for which of the others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from jdgen.merge import messages
from jdgen.merge.canonical import counts, same_bytes, same_part
from jdgen.merge.inline import fingerprint
from jdgen.merge.seen import blank, same_cells
from jdgen.merge.story import Known, Story
from jdgen.merge.units import Cell
from jdgen.word.markup import SECT_PR, every, qn
from jdgen.word.package import Package

Usage = tuple[int, str, str]
_TEXT_REVISIONS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_INSERTED = (qn("w:ins"), qn("w:moveTo"))
_REVISIONS = (*_TEXT_REVISIONS, "w:rPrChange", "w:pPrChange")
_REFERENCES = frozenset((qn("w:headerReference"), qn("w:footerReference")))
_CODE_LENGTH = 10


@dataclass(frozen=True)
class Sides:
    """Base, edited file and fresh file."""

    base: Package
    staff: Package
    fresh: Package

    @property
    def code(self) -> str:
        """A short digest of what changed, by which a merge knows that it was done before."""
        digest = hashlib.sha256()
        for package in (self.base, self.fresh):
            for name in sorted(filter(counts, package.members)):
                member = package.members[name]
                digest.update(f"{name} {member.crc} {member.size}\n".encode())
        return digest.hexdigest()[:_CODE_LENGTH]

    @cached_property
    def usages(self) -> tuple[dict[Usage, str], dict[Usage, str], dict[Usage, str]]:
        """The headers and footers of the three files."""
        return _usages(self.base), _usages(self.staff), _usages(self.fresh)

    @cached_property
    def counterparts(self) -> dict[str, Usage]:
        """Each header and footer of the edited file, and where the base has what it stands for."""
        return _counterparts(self)


@dataclass(frozen=True)
class StoryTriple:
    """One story in all three files.

    `part` and `root` are those of the edited file, `reader` is the fresh one's.
    """

    where: str
    part: str
    fresh_part: str
    base: Cell
    staff: Cell
    fresh: Cell
    reader: Story
    root: etree._Element


@dataclass(frozen=True)
class LostStory:
    """A header or footer that the profile changed and the edited file has no more, or not yet."""

    where: str
    before: str
    after: str


def stories(sides: Sides) -> Iterator[StoryTriple]:
    """The body, and each header and footer that all three files have."""
    yield _triple(sides, messages.BODY, (sides.base.main, sides.staff.main, sides.fresh.main))
    base, _, fresh = sides.usages
    for part, usage in sides.counterparts.items():
        if usage in fresh:
            yield _triple(sides, _named(usage), (base[usage], part, fresh[usage]))


def _counterparts(sides: Sides) -> dict[str, Usage]:
    base, staff, _ = sides.usages
    places: dict[str, list[Usage]] = {}
    for usage in sorted(staff):
        places.setdefault(staff[usage], []).append(usage)
    found = {part: _counterpart(sides, base, part, usages) for part, usages in places.items()}
    return {part: usage for part, usage in found.items() if usage}


def _counterpart(
    sides: Sides, base: dict[Usage, str], part: str, places: list[Usage]
) -> Usage | None:
    """The first place that both have, unless the base says just the same at another.

    So it is where a program counts sections otherwise or writes one header for each sort of page.
    """
    here = next((usage for usage in places if usage in base), None)
    if here and base[here] == part and same_bytes(sides.base, sides.staff, part):
        return here
    staff = Story(sides.staff, part, False).read()
    if blank(staff):
        return here
    others = [usage for usage in sorted(base) if usage[1] == places[0][1] and usage != here]
    for usage in [here, *others] if here else others:
        if same_cells(Story(sides.base, base[usage], True).read(), staff):
            return usage
    return here


def _triple(sides: Sides, where: str, parts: tuple[str, str, str]) -> StoryTriple:
    known = Known()
    base = Story(sides.base, parts[0], True, known)
    staff = Story(sides.staff, parts[1], False, known)
    fresh = Story(sides.fresh, parts[2], True, known)
    cells = (base.read(), staff.read(), fresh.read())
    return StoryTriple(where, parts[1], parts[2], *cells, fresh, staff.root)


def lost_stories(sides: Sides) -> Iterator[LostStory]:
    """Headers and footers that changed and have no counterpart to be changed."""
    base, _, fresh = sides.usages
    merged = {base[usage] for usage in sides.counterparts.values()}
    seen: set[tuple[str, str]] = set()
    for usage in sorted({*base, *fresh}):
        parts = base.get(usage, ""), fresh.get(usage, "")
        if (all(parts) and parts[0] in merged) or parts in seen:
            continue
        seen.add(parts)
        before = Story(sides.base, parts[0], True).read() if parts[0] else None
        after = Story(sides.fresh, parts[1], True).read() if parts[1] else None
        if (before.exact if before else ()) != (after.exact if after else ()):
            texts = (before.text if before else "", after.text if after else "")
            yield LostStory(_named(usage), *texts)


def untracked(sides: Sides) -> Iterator[str]:
    """What the profile changed that Word has no tracked changes for, in words."""
    for kind in ("theme", "styles", "settings", "numbering"):
        ours, theirs = sides.base.related(kind), sides.fresh.related(kind)
        if ours != theirs or any(not same_part(sides.base, sides.fresh, part) for part in ours):
            yield messages.PARTS[kind]
    layouts = [
        [fingerprint(s, _REFERENCES) for s in every(package.peek(package.main), "w:sectPr")]
        for package in (sides.base, sides.fresh)
    ]
    if layouts[0] != layouts[1]:
        yield messages.PARTS["layout"]


def has_revisions(package: Package, author: str | None = None) -> bool:
    """Whether tracked changes of an author are pending, of anybody for None."""
    marks = (mark for root in _with_revisions(package) for mark in every(root, *_REVISIONS))
    return any(author is None or mark.get(qn("w:author")) == author for mark in marks)


def _with_revisions(package: Package) -> Iterator[etree._Element]:
    for part in (package.main, *package.related("header"), *package.related("footer")):
        yield package.peek(part)


def pending_texts(package: Package) -> dict[str, str]:
    """What tracked changes of anybody put in and take out, each in one, however it is cut."""
    found = {"in": "", "out": ""}
    for root in _with_revisions(package):
        for mark in every(root, *_TEXT_REVISIONS):
            sort = "in" if mark.tag in _INSERTED else "out"
            texts = (item.text or "" for item in every(mark, "w:t", "w:delText"))
            found[sort] += "".join("".join(texts).split())
    return found


def _usages(package: Package) -> dict[Usage, str]:
    """Section number, sort and type of each header and footer, and its part.

    A section that names none has those of the section before.
    """
    links = package.relationships(package.main)
    found: dict[Usage, str] = {}
    current: dict[tuple[str, str], str] = {}
    for number, section in enumerate(package.peek(package.main).iter(SECT_PR)):
        for sort in ("header", "footer"):
            for reference in every(section, f"w:{sort}Reference"):
                kind, part = links.get(reference.get(qn("r:id"), ""), ("", ""))
                if kind == sort and part in package.members:
                    current[sort, reference.get(qn("w:type"), "default")] = part
        found.update({(number, *key): part for key, part in current.items()})
    return found


def _named(usage: Usage) -> str:
    return messages.HEADER if usage[1] == "header" else messages.FOOTER

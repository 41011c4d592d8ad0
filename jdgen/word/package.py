"""A .docx file as its members and their relationships."""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from jdgen.word import markup, zipping
from jdgen.word.zipping import Member

CONTENT_TYPES, ROOT_RELS = zipping.FIRST_MEMBERS
MAIN = "word/document.xml"
UNWRITTEN = -1  # the size of a member that is but a tree so far


def rels_of(member: str) -> str:
    """The member that holds the relationships of a member."""
    folder, _, base = member.rpartition("/")
    return posixpath.join(folder, "_rels", f"{base}.rels")


@dataclass(frozen=True)
class Package:
    """The members of one .docx file by name; `main` is the member that holds the main text."""

    name: str
    members: Mapping[str, Member]
    main: str = MAIN
    _expanded: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    _trees: dict[str, etree._Element] = field(default_factory=dict, repr=False, compare=False)
    _links: dict[str, dict[str, tuple[str, str]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def read(self, member: str) -> bytes:
        """The bytes of a member; raises KeyError if there is none of that name."""
        if member not in self._expanded:
            self._expanded[member] = self.members[member].expand()
        return self._expanded[member]

    def root(self, member: str, *, keep_blanks: bool = True) -> etree._Element:
        """The root element of an XML member, a new one at each call: yours to change."""
        if keep_blanks and member in self._trees:
            return copy.deepcopy(self._trees[member])  # takes half as long as to parse it
        return markup.parse(self.read(member), keep_blanks=keep_blanks)

    def peek(self, member: str) -> etree._Element:
        """The root element of an XML member, the same at each call: to be read only."""
        if member not in self._trees:
            self._trees[member] = self.root(member)
        return self._trees[member]

    def share(self, other: Package, member: str) -> bool:
        """Takes over what is known of a member that is packed the same; whether it could be."""
        theirs = other.members.get(member)
        if theirs != self.members[member] or member not in other._trees:
            return False
        self._expanded[member] = other._expanded[member]
        self._trees[member] = other._trees[member]
        return True

    def relationships(self, member: str) -> Mapping[str, tuple[str, str]]:
        """The internal relationships of a member: id to kind (last word of its type) and target."""
        if member not in self._links:
            self._links[member] = self._relationships(member)
        return self._links[member]

    def _relationships(self, member: str) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        folder = posixpath.dirname(member)
        for rel in self._relationship_elements(member):
            if rel.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, rel.get("Target", "")))
                kind = rel.get("Type", "").rpartition("/")[2]
                found[rel.get("Id", "")] = (kind, path.lstrip("/"))
        return found

    def addresses(self, member: str) -> dict[str, str]:
        """The links of a member that lead out of the file: id to address."""
        return {
            rel.get("Id", ""): rel.get("Target", "")
            for rel in self._relationship_elements(member)
            if rel.get("TargetMode") == "External"
        }

    def _relationship_elements(self, member: str) -> list[etree._Element]:
        rels = rels_of(member)
        return (
            list(markup.every(self.peek(rels), "pr:Relationship")) if rels in self.members else []
        )

    def related(self, kind: str) -> list[str]:
        """The members of one kind that the main text uses: header, footer, styles, theme…"""
        targets = [path for found, path in self.relationships(self.main).values() if found == kind]
        return sorted({path for path in targets if path in self.members})

    def with_members(
        self, changes: Mapping[str, bytes | None], level: int = zipping.LEVEL
    ) -> Package:
        """A copy in which members are replaced or added, or left out where the value is None.

        `level` is how hard new members are packed, 0 for a package that is only looked at.
        """
        members = {name: m for name, m in self.members.items() if name not in changes}
        for name, data in changes.items():
            if data is not None:
                members[name] = zipping.pack(name, data, level)
        changed = Package(self.name, members, self.main)
        known = {name: data for name, data in changes.items() if data is not None}
        changed._expanded.update(known)
        return changed

    def with_trees(self, trees: Mapping[str, etree._Element]) -> Package:
        """A copy to be looked at only, in which members are what these trees say.

        Those members have no bytes: only `peek` knows them.
        """
        unwritten = {name: Member(name, 0, 0, UNWRITTEN, b"") for name in trees}
        changed = Package(self.name, {**self.members, **unwritten}, self.main)
        changed._trees.update({**self._trees, **trees})
        changed._expanded.update(self._expanded)
        return changed

    def to_bytes(self) -> bytes:
        """The file; members that were not changed keep their compressed bytes."""
        return zipping.write(self.members.values())

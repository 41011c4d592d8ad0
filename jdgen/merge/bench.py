"""The edited file on the work bench: its parts as trees, new ids, links, media, comments."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from jdgen.word.comments import write_comment
from jdgen.word.markup import NAMESPACES, every, parse, qn, serialize
from jdgen.word.package import CONTENT_TYPES, Package, rels_of

_ID = re.compile(rb'\bw:id="(\d{1,10})"')
_DOC_PR = re.compile(rb'\bid="(\d{1,10})"')
_LARGEST_ID = 0x7FFFFFFF
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS = "comments.xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_WITH_IDS = ("header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument")


@dataclass
class Bench:
    """A package that is being changed; parts nobody asked for stay byte for byte."""

    package: Package
    author: str
    date: str
    _roots: dict[str, etree._Element] = field(default_factory=dict)
    _added: dict[str, bytes] = field(default_factory=dict)
    _last_id: int = -1
    _last_drawing: int = -1

    def use(self, part: str, root: etree._Element) -> None:
        """From now on a part is what this tree says."""
        self._roots[part] = root

    def root(self, part: str) -> etree._Element:
        """The tree of a part, to be changed."""
        if part not in self._roots:
            self._roots[part] = self.package.root(part)
        return self._roots[part]

    def peek(self, part: str) -> etree._Element:
        """The tree of a part as it stands now, to be read only."""
        return self._roots[part] if part in self._roots else self.package.peek(part)

    def next_id(self) -> int:
        """The next id above those of all revisions, bookmarks and comments of the file."""
        if self._last_id < 0:
            self._last_id = self._highest(_ID)
        self._last_id += 1
        return self._last_id

    def next_drawing_id(self) -> int:
        """The next id above those of all drawings."""
        if self._last_drawing < 0:
            self._last_drawing = self._highest(_DOC_PR)
        self._last_drawing += 1
        return self._last_drawing

    def _highest(self, pattern: re.Pattern[bytes]) -> int:
        found = 0
        for name in [
            self.package.main,
            *(p for kind in _WITH_IDS for p in self.package.related(kind)),
        ]:
            numbers = (int(text) for text in pattern.findall(self.package.read(name)))
            found = max([found, *(n for n in numbers if n < _LARGEST_ID)])
        return found

    def relate(self, part: str, sort: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship from a part to a target, made if there is none yet."""
        name = rels_of(part)
        if name not in self.package.members and name not in self._roots:
            empty = f'<Relationships xmlns="{NAMESPACES["pr"]}"/>'
            self._roots[name] = parse(empty.encode())
        root = self.root(name)
        taken = set()
        for entry in root:
            same_kind = entry.get("Type", "").rpartition("/")[2] == sort
            if same_kind and entry.get("Target") == target:
                return entry.get("Id", "")
            taken.add(entry.get("Id"))
        number = next(n for n in range(1, len(taken) + 2) if f"rIdJd{n}" not in taken)
        entry = etree.SubElement(root, qn("pr:Relationship"))
        entry.set("Id", f"rIdJd{number}")
        entry.set("Type", f"{_OFFICE}/{sort}")
        entry.set("Target", target)
        if external:
            entry.set("TargetMode", "External")
        return f"rIdJd{number}"

    def add_media(self, part: str, name: str, data: bytes, content_type: str) -> str:
        """The relationship id of a picture that a part may now show; equal ones are shared."""
        folder, suffix = posixpath.dirname(part), posixpath.splitext(name)[1].lower()
        for member in self.package.members.values():
            same_size = member.name.startswith(f"{folder}/media/") and member.size == len(data)
            if same_size and self.package.read(member.name) == data:
                return self.relate(part, "image", posixpath.relpath(member.name, folder))
        known = next((n for n, held in self._added.items() if held == data), "")
        if not known:
            taken = {*self.package.members, *self._added}
            free = (f"{folder}/media/jdgen{n}{suffix}" for n in range(1, len(taken) + 2))
            known = next(path for path in free if path not in taken)
            self._added[known] = data
            self._declare_extension(suffix.lstrip("."), content_type)
        return self.relate(part, "image", posixpath.relpath(known, folder))

    def _declare_extension(self, extension: str, content_type: str) -> None:
        root = self.root(CONTENT_TYPES)
        for entry in every(root, "ct:Default"):
            if entry.get("Extension", "").lower() == extension:
                return
        entry = etree.Element(qn("ct:Default"))
        entry.set("Extension", extension)
        entry.set("ContentType", content_type)
        root.insert(0, entry)

    def content_type(self, extension: str) -> str:
        """What the file says of parts with an ending, "" if nothing."""
        root = self.root(CONTENT_TYPES) if CONTENT_TYPES in self._roots else None
        root = self.package.root(CONTENT_TYPES) if root is None else root
        for entry in every(root, "ct:Default"):
            if entry.get("Extension", "").lower() == extension.lower():
                return entry.get("ContentType", "")
        return ""

    def comments(self) -> etree._Element:
        """The tree of the comments part, made if there is none."""
        part = self._comments_part
        if part in self.package.related("comments"):
            return self.root(part)
        if part not in self._roots:
            self._roots[part] = etree.Element(qn("w:comments"), nsmap={"w": NAMESPACES["w"]})
            self.relate(self.package.main, "comments", _COMMENTS)
            entry = etree.SubElement(self.root(CONTENT_TYPES), qn("ct:Override"))
            entry.set("PartName", f"/{part}")
            entry.set("ContentType", _COMMENTS_TYPE)
        return self._roots[part]

    def own_comments(self) -> dict[str, int]:
        """The texts of this author's comments that are in the file, and how many of each."""
        found: dict[str, int] = {}
        for comment in self._own_comments():
            found[_comment_text(comment)] = found.get(_comment_text(comment), 0) + 1
        return found

    def own_comment_ids(self, start: str) -> frozenset[str]:
        """The ids of this author's comments that begin with a text."""
        return frozenset(
            comment.get(qn("w:id"), "")
            for comment in self._own_comments()
            if _comment_text(comment).startswith(start)
        )

    @property
    def _comments_part(self) -> str:
        """The part that comments are in, or will be."""
        known = self.package.related("comments")
        return (
            known[0] if known else posixpath.join(posixpath.dirname(self.package.main), _COMMENTS)
        )

    def _own_comments(self) -> Iterator[etree._Element]:
        part = self._comments_part
        if part in self._roots or part in self.package.related("comments"):
            for comment in every(self.peek(part), "w:comment"):
                if comment.get(qn("w:author")) == self.author:
                    yield comment

    def comment(self, lines: Sequence[str]) -> str:
        """Writes a comment, one paragraph a line, and returns its id; it still needs its place."""
        number = str(self.next_id())
        write_comment(self.comments(), number, self.author, lines, self.date)
        return number

    def changes(self) -> dict[str, bytes | None]:
        """The bytes of all parts that were changed or added."""
        changes: dict[str, bytes | None] = dict(self._added)
        for part, root in self._roots.items():
            changes[part] = serialize(root)
        return changes


def _comment_text(comment: etree._Element) -> str:
    return "\n".join("".join(t.text or "" for t in every(p, "w:t")) for p in comment)

"""The three-way merge of whole Word files: which way to merge, every story, and the self-check."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from jdgen.errors import OutputError, Place, Problem
from jdgen.merge import messages
from jdgen.merge.apply import Applier, Outcome
from jdgen.merge.bench import Bench, place_comment
from jdgen.merge.canonical import first_loss, same_but_for_ids, same_content, same_part
from jdgen.merge.carrier import Carrier
from jdgen.merge.plan import Clash, make_plan
from jdgen.merge.report import MergeReport
from jdgen.merge.resolve import Whose, drop_comments, resolve_package
from jdgen.merge.revisions import AUTHOR as AUTHOR_NAME
from jdgen.merge.revisions import DATE, Pen
from jdgen.merge.story import Story, fingerprint, signature
from jdgen.merge.units import Cell, walk
from jdgen.word.markup import SECT_PR, child, every, qn
from jdgen.word.opening import open_word_file
from jdgen.word.package import Package

AUTHOR = "jdgen"
_REVISIONS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange")
Usage = tuple[int, str, str]


def merge_files(
    base: Path, staff: Path, fresh: Path, out: Path, *, now: datetime | None = None
) -> MergeReport:
    """Merges what changed from `base` to `fresh` into `staff` and writes `out`.

    `out` may be `staff`. It is replaced in one step, and not touched where the merge is refused.
    `now` dates the tracked changes (UTC). Raises WordFileError for what is no Word file and
    OutputError where `out` cannot be written.
    """
    moment = now or datetime.now(UTC)
    data, report = merge_bytes(
        base.read_bytes(), staff.read_bytes(), fresh.read_bytes(), moment, name=staff.name
    )
    if report.mode != "refused" and not (report.mode == "unchanged" and out == staff):
        _replace(out, data)
    return report


def merge_bytes(
    base: bytes, staff: bytes, fresh: bytes, now: datetime, *, name: str = ""
) -> tuple[bytes, MergeReport]:
    """The edited file with the profile's changes in it, and what was done.

    Where nothing is to be done, or the result could not be trusted, these are the bytes of
    `staff`. `name` is the edited file's name for messages. Raises WordFileError.
    """
    files = _Files(
        open_word_file(base, name), open_word_file(staff, name), open_word_file(fresh, name)
    )
    if same_content(files.base, files.fresh):
        return staff, MergeReport("unchanged")
    if same_content(files.base, files.staff):
        return fresh, MergeReport("fresh")
    if child(files.staff.root(files.staff.main), "w:body") is None:
        return staff, MergeReport("refused", message=messages.REFUSED.format(messages.STRICT))
    unfinished = _unfinished(files)
    if unfinished is not None:
        undone, date = unfinished
        again = _Files(files.base, undone, files.fresh)
        merged, report = _merge(again, date)
        same = merged is not None and same_but_for_ids(*map(_without_top, (merged, files.staff)))
        if same or report.mode == "refused":
            return staff, report
        files = again
    merged, report = _merge(files, _stamp(now))
    return (staff if merged is None else merged.to_bytes()), report


def _merge(files: _Files, date: str) -> tuple[Package | None, MergeReport]:
    """The merged file, None where nothing is to be written."""
    stories = list(_stories(files))
    tracked = _has_revisions(files.staff) or any(
        signature(story.base) != signature(story.staff) for story in stories
    )
    return _Merge(files, date, tracked).run(stories)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _unfinished(files: _Files) -> tuple[Package, str] | None:
    """The edited file without the proposals of its last night, if that night did not end.

    A night that was stopped after it wrote the file, but before its base became the fresh file,
    is known by its proposals: without them the file is nearer to the base than with them.
    """
    dates = {
        element.get(DATE, "")
        for part in _parts(files.staff)
        for element in every(files.staff.root(part), "w:ins", "w:del")
        if element.get(AUTHOR_NAME) == AUTHOR
    }
    if not dates:
        return None
    undone = resolve_package(files.staff, "reject", Whose(AUTHOR, max(dates)))
    base, with_them, without = (_counted(p) for p in (files.base, files.staff, undone))
    if _distance(base, without) < _distance(base, with_them):
        return undone, max(dates)
    return None


def _without_top(package: Package) -> Package:
    """The file without the comment that sums up, whose numbers tell of one night only."""
    bench = Bench(package, AUTHOR, "")
    numbers = bench.own_comment_ids(messages.TOP)
    if numbers:
        drop_comments(bench.root(package.main), numbers)
        drop_comments(bench.comments(), numbers)
    return bench.finish()


def _parts(package: Package) -> list[str]:
    return [package.main, *package.related("header"), *package.related("footer")]


def _counted(package: Package) -> Counter[str]:
    """How often each word stands in a file, and how many paragraphs it has."""
    cells = (Story(package, part, False).read() for part in _parts(package))
    paragraphs = [paragraph for cell in cells for paragraph in walk(cell.blocks)]
    found = Counter(token.key for paragraph in paragraphs for token in paragraph.tokens)
    found["\n"] += len(paragraphs)
    return found


def _distance(one: Counter[str], other: Counter[str]) -> int:
    return ((one - other) + (other - one)).total()


@dataclass(frozen=True)
class _Files:
    base: Package
    staff: Package
    fresh: Package


@dataclass(frozen=True)
class _StoryTriple:
    """One story in all three files; `part` is the one of the edited file."""

    where: str
    part: str
    fresh_part: str
    base: Cell
    staff: Cell
    fresh: Cell
    reader: Story
    root: etree._Element


class _Merge:
    """One merge of which it is known that there is something to do, and how."""

    def __init__(self, files: _Files, date: str, tracked: bool) -> None:
        self.files = files
        self.tracked = tracked
        self.bench = Bench(files.staff, AUTHOR, date)
        self.pen = Pen(AUTHOR, date, self.bench.next_id, tracked)
        self.outcome = Outcome()

    def run(self, stories: list[_StoryTriple]) -> tuple[Package | None, MergeReport]:
        """The merged file and the report; None where nothing was to be written."""
        known = self.bench.own_comments()
        for story in stories:
            applier = self._applier(story.where, story.part, known)
            plan = make_plan(story.base, story.staff, story.fresh, tracked=self.tracked)
            if plan.steps:
                self.bench.use(story.part, story.root)
                carrier = Carrier(self.files.fresh, story.fresh_part, self.bench, story.part)
                applier.apply(plan, carrier, story.reader)
        self._lost_stories(known)
        untracked = tuple(self._untracked())
        mode = "tracked" if self.tracked else "direct"
        outcome = self.outcome
        report = MergeReport(mode, tuple(outcome.changes), tuple(outcome.conflicts), untracked)
        if self.tracked and (outcome.wrote or untracked):
            self._top_comment(report, known)
        if not outcome.wrote:
            return None, report
        merged = self.bench.finish()
        loss = self._loss(merged)
        if loss:
            message = messages.REFUSED.format(messages.LOST.format(loss))
            return None, MergeReport("refused", message=message)
        return merged, report

    def _applier(self, where: str, part: str, known: dict[str, int]) -> Applier:
        in_body = part == self.files.staff.main
        return Applier(self.bench, self.pen, self.outcome, where, in_body, known)

    def _loss(self, merged: Package) -> str:
        """The part that would not come back when all is rejected, "" if all is well."""
        if not self.tracked:
            return ""
        before = resolve_package(self.files.staff, "reject", Whose(AUTHOR))
        return first_loss(before, resolve_package(merged, "reject", Whose(AUTHOR)))

    def _lost_stories(self, known: dict[str, int]) -> None:
        """Headers and footers that the profile changed and the edited file has no more."""
        base, fresh = _usages(self.files.base), _usages(self.files.fresh)
        staff = _usages(self.files.staff)
        seen: set[str] = set()
        for usage in sorted({*base, *fresh}):
            parts = base.get(usage, ""), fresh.get(usage, "")
            if (usage in staff and all(parts)) or parts[1] in seen:
                continue
            before = Story(self.files.base, parts[0], True).read() if parts[0] else None
            after = Story(self.files.fresh, parts[1], True).read() if parts[1] else None
            if (before.exact if before else ()) == (after.exact if after else ()):
                continue
            seen.add(parts[1])
            clash = Clash("story", before.text if before else "", after.text if after else "")
            applier = self._applier(_named(usage), "", known)
            applier.tell(clash)

    def _untracked(self) -> Iterator[str]:
        """What the profile changed that Word has no tracked changes for."""
        base, fresh = self.files.base, self.files.fresh
        for kind in ("theme", "styles", "settings", "numbering"):
            ours, theirs = base.related(kind), fresh.related(kind)
            if ours != theirs or any(not same_part(base, fresh, part) for part in ours):
                yield messages.PARTS[kind]
        layouts = [
            [fingerprint(s, _REFERENCES) for s in every(package.root(package.main), "w:sectPr")]
            for package in (base, fresh)
        ]
        if layouts[0] != layouts[1]:
            yield messages.PARTS["layout"]
        if self.outcome.restyled:
            yield messages.PARTS["looks"]

    def _top_comment(self, report: MergeReport, known: dict[str, int]) -> None:
        """The comment at the top that sums up; it takes the place of an earlier night's."""
        lines = [messages.TOP]
        if self.outcome.wrote:
            lines.append(messages.TOP_COUNT.format(len(report.changes), len(report.conflicts)))
        if report.untracked:
            lines.append(messages.UNTRACKED.format(", ".join(report.untracked)))
        if known.get("\n".join(lines)):
            return
        earlier = self.bench.own_comment_ids(messages.TOP)
        body = self.bench.root(self.files.staff.main)
        if earlier:
            drop_comments(body, earlier)
            drop_comments(self.bench.comments(), earlier)
        place_comment(self.bench.comment(lines), None, None, next(every(body, "w:p")))
        self.outcome.wrote = True


_REFERENCES = frozenset((qn("w:headerReference"), qn("w:footerReference")))


def _stories(files: _Files) -> Iterator[_StoryTriple]:
    """The body, and each header and footer that all three files have at the same place."""
    yield _triple(files, messages.BODY, (files.base.main, files.staff.main, files.fresh.main))
    base, staff, fresh = _usages(files.base), _usages(files.staff), _usages(files.fresh)
    done: set[str] = set()
    for usage in sorted(base):
        if usage in staff and usage in fresh and base[usage] not in done:
            done.add(base[usage])
            yield _triple(files, _named(usage), (base[usage], staff[usage], fresh[usage]))


def _triple(files: _Files, where: str, parts: tuple[str, str, str]) -> _StoryTriple:
    base = Story(files.base, parts[0], True)
    staff = Story(files.staff, parts[1], False, AUTHOR)
    fresh = Story(files.fresh, parts[2], True)
    cells = (base.read(), staff.read(), fresh.read())
    return _StoryTriple(where, parts[1], parts[2], *cells, fresh, staff.root)


def _usages(package: Package) -> dict[Usage, str]:
    """Section number, sort and type of each header and footer, and its part."""
    links = package.relationships(package.main)
    found: dict[Usage, str] = {}
    for number, section in enumerate(package.root(package.main).iter(SECT_PR)):
        for sort in ("header", "footer"):
            for reference in every(section, f"w:{sort}Reference"):
                _, part = links.get(reference.get(qn("r:id"), ""), ("", ""))
                if part in package.members:
                    found[number, sort, reference.get(qn("w:type"), "default")] = part
    return found


def _named(usage: Usage) -> str:
    return messages.HEADER if usage[1] == "header" else messages.FOOTER


def _has_revisions(package: Package) -> bool:
    return any(
        next(every(package.root(part), *_REVISIONS), None) is not None for part in _parts(package)
    )


def _replace(out: Path, data: bytes) -> None:
    """Writes a file in one step: it is either the old one or the new one."""
    draft = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(out)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        message = f"the merged file cannot be written: {error.strerror or error}"
        raise OutputError(Problem("merge-write", message, "", Place(str(out)))) from error

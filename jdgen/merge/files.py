"""The three-way merge of whole Word files: which way to merge, every story, and the self-check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from jdgen.errors import FileBusyError, Place, Problem, WordFileError
from jdgen.merge import messages
from jdgen.merge.apply import Applier, Outcome
from jdgen.merge.bench import Bench
from jdgen.merge.canonical import first_loss, same_content
from jdgen.merge.carrier import Carrier
from jdgen.merge.models import Models
from jdgen.merge.plan import make_plan
from jdgen.merge.report import Conflict, MergeReport, Mode
from jdgen.merge.resolve import drop_comments, resolved_trees
from jdgen.merge.revisions import Pen
from jdgen.merge.seen import same_cells
from jdgen.merge.sides import (
    Sides,
    StoryTriple,
    has_revisions,
    lost_stories,
    pending_texts,
    stories,
    untracked,
)
from jdgen.merge.steps import Clash
from jdgen.merge.story import Story
from jdgen.merge.summary import summary, told_earlier
from jdgen.merge.waiting import proposals
from jdgen.safe_files import write_atomically
from jdgen.word.comments import AUTHOR, place_comment
from jdgen.word.markup import every
from jdgen.word.opening import open_word_file
from jdgen.word.package import Package


def merge_files(
    base: Path,
    staff: Path,
    fresh: Path,
    out: Path,
    *,
    now: datetime | None = None,
    ask: str = "",
    keep: Path | None = None,
) -> MergeReport:
    """Merges what changed from `base` to `fresh` into `staff` and writes `out`.

    `out` may be `staff`; it is then replaced in one step, and `keep` is where a copy of it goes
    before. Nothing is written where the merge is refused. `now` dates the tracked changes (UTC),
    `ask` says in the comment at the top who answers questions ("Human Resources,
    hr@agency.example"). Raises WordFileError for what is no Word file or cannot be read,
    OutputError where `out` cannot be written, and FileBusyError where somebody saved `staff`
    meanwhile.
    """
    names = (str(base), str(staff), str(fresh))
    contents = _read(base), _read(staff), _read(fresh)
    data, report = merge_bytes(*contents, now or datetime.now(UTC), ask=ask, names=names)
    in_place = out.exists() and out.samefile(staff)
    if report.mode == "refused" or (in_place and data == contents[1]):
        return report
    if in_place:
        if _read(staff) != contents[1]:
            problem = Problem("file-busy", messages.SAVED, messages.AGAIN, Place(str(staff)))
            raise FileBusyError(problem)
        if keep:
            write_atomically(keep, contents[1])
    write_atomically(out, data)
    return report


def merge_bytes(
    base: bytes,
    staff: bytes,
    fresh: bytes,
    now: datetime,
    *,
    ask: str = "",
    names: tuple[str, str, str] = ("", "", ""),
) -> tuple[bytes, MergeReport]:
    """The edited file with the profile's changes in it, and what was done.

    Where nothing is to be done, or the result could not be trusted, these are the bytes of
    `staff`. `ask` says who answers questions, `names` are those of the three files for messages.
    Raises WordFileError.
    """
    generated = open_word_file(base, names[0])
    staff_file = open_word_file(staff, names[1], generated)
    sides = Sides(generated, staff_file, open_word_file(fresh, names[2], generated))
    if same_content(sides.base, sides.fresh):
        return staff, MergeReport("unchanged")
    if same_content(sides.base, sides.staff):
        return fresh, MergeReport("fresh")
    merge = _Merge(sides, now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), ask)
    if merge.is_done():
        return staff, MergeReport("unchanged", conflicts=tuple(merge.pending()))
    merged, report = merge.run()
    return (staff if merged is None else merged.to_bytes()), report


class _Merge:
    """One merge of which it is known that there is something to do."""

    def __init__(self, sides: Sides, date: str, ask: str) -> None:
        self.sides = sides
        self.ask = ask
        self.bench = Bench(sides.staff, AUTHOR, date)
        self.known = self.bench.own_comments()
        self.outcome = Outcome()
        self.date = date

    def is_done(self) -> bool:
        """Whether this very merge is in the file: a night was cut short after it wrote it.

        A comment that was left when its changes had been decided on is no proof.
        """
        told = any(self.sides.code in text for text in self.known)
        return told and (any(self.pending()) or has_revisions(self.sides.staff, AUTHOR))

    def pending(self) -> Iterator[Conflict]:
        """The conflicts that still stand in the file as comments."""
        for text in self.known:
            if messages.DECIDE in text:
                yield Conflict("pending", text, *_quoted(text), "", messages.BODY)

    def run(self) -> tuple[Package | None, MergeReport]:
        """The merged file and the report; None where nothing was to be written."""
        triples = list(stories(self.sides))
        mode: Mode = "tracked" if self._is_edited(triples) else "direct"
        pen = Pen(AUTHOR, self.date, self.bench.next_id, mode == "tracked")
        for story in triples:
            self._merge_story(story, pen)
        for lost in lost_stories(self.sides):
            clash = Clash("story", lost.before, lost.after)
            Applier(self.bench, pen, self.outcome, lost.where, False, self.known).tell(clash)
        report = self._report(mode)
        if mode == "tracked" or report.conflicts:
            self._sum_up(report)
        if not self.outcome.wrote:
            return None, replace(report, mode="unchanged")
        changes = self.bench.changes()
        draft = self.sides.staff.with_members(changes, level=0)
        loss = self._loss(draft) if mode == "tracked" else self._difference(draft, triples)
        if loss:
            message = messages.REFUSED.format(messages.LOST.format(loss))
            return None, MergeReport("refused", message=message)
        return self.sides.staff.with_members(changes), report

    def _is_edited(self, triples: list[StoryTriple]) -> bool:
        """Whether people changed more than looks; the text of the fresh file is no edit either.

        Tracked changes that the base has as well are nobody's edit.
        """
        if has_revisions(self.sides.staff):
            told = pending_texts(self.sides.base) == pending_texts(self.sides.staff)
            if not told or has_revisions(self.sides.staff, AUTHOR):
                return True
        return not (
            all(same_cells(story.base, story.staff) for story in triples)
            or all(same_cells(story.fresh, story.staff) for story in triples)
        )

    def _merge_story(self, story: StoryTriple, pen: Pen) -> None:
        plan = make_plan(story.base, story.staff, story.fresh, tracked=pen.tracked)
        if not plan.steps:
            return
        in_body = story.part == self.sides.staff.main
        self.bench.use(story.part, story.root)
        models = Models(plan)
        fresh = self.sides.fresh
        carrier = Carrier(fresh, story.fresh_part, self.bench, story.part, models.list_number)
        applier = Applier(self.bench, pen, self.outcome, story.where, in_body, self.known)
        applier.apply(plan, carrier, story.reader, models)

    def _report(self, mode: Mode) -> MergeReport:
        told = list(untracked(self.sides))
        if self.outcome.restyled:
            told.append(messages.PARTS["looks"])
        changes, conflicts = tuple(self.outcome.changes), tuple(self.outcome.conflicts)
        return MergeReport(mode, changes, conflicts, tuple(told))

    def _loss(self, merged: Package) -> str:
        """The part that would not come back if all were rejected, "" if all is well."""
        staff = self.sides.staff
        before = staff.with_trees(resolved_trees(staff, "reject", AUTHOR))
        # They are written by now, and nobody needs them any more as they are.
        trees = resolved_trees(merged, "reject", AUTHOR, self.bench.root)
        return first_loss(before, merged.with_trees(trees))

    def _difference(self, merged: Package, triples: list[StoryTriple]) -> str:
        """The part whose text is not that of the fresh file, where no marks show the changes."""
        if self.outcome.conflicts:
            return ""
        for story in triples:
            if not same_cells(story.fresh, Story(merged, story.part, False).read()):
                return story.part
        return ""

    def _sum_up(self, report: MergeReport) -> None:
        """Puts the comment at the top that sums up; it takes the place of an earlier night's."""
        if not (self.outcome.wrote or report.untracked):
            return
        package = self.sides.staff
        changes = list(proposals(package, self.bench.peek))
        comments = self.bench.own_comments()
        asked = sum(count for text, count in comments.items() if messages.DECIDE in text)
        untracked = dict.fromkeys([*told_earlier(list(comments)), *report.untracked])
        lines = summary(changes, asked, list(untracked), self.ask, self.sides.code)
        if not self.outcome.wrote and "\n".join(lines) in comments:
            return
        body = self.bench.root(package.main)
        earlier = self.bench.own_comment_ids(messages.TOP)
        if earlier:
            drop_comments(body, earlier)
            drop_comments(self.bench.comments(), earlier)
        first = next(every(body, "w:p"), None)
        if lines and first is not None:
            place_comment(self.bench.comment(lines), None, None, first)
        self.outcome.wrote = True


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        raise WordFileError(Problem("merge-read", message, "", Place(str(path)))) from error


def _quoted(text: str) -> tuple[str, str]:
    """The old and the new text that a comment on a conflict holds, "" for one that it has not."""
    found = []
    for frame in (messages.WAS, messages.NOW):
        start, end = frame.split("{}")
        _, there, rest = text.partition(start)
        found.append(rest.partition(f"{end}\n")[0].removesuffix(end) if there else "")
    return found[0], found[1]

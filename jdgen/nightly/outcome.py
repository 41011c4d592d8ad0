"""What a night came to, put together from its profiles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from jdgen.errors import JdgenError
from jdgen.merge import Pending, pending
from jdgen.nightly import messages
from jdgen.nightly.orphans import Asked, copy_of, find_orphans
from jdgen.nightly.places import rivals_of
from jdgen.nightly.profiles import Profiles
from jdgen.nightly.steps import Steps
from jdgen.nightly.told import chart_of, dues_of
from jdgen.nights import Due, Orphan, Rivals, TimeChart, Waiting
from jdgen.pipeline import Pipeline
from jdgen.results import ProfileResult, RunResult
from jdgen.safe_files import read_bytes
from jdgen.store.memory import DocumentMemory, ProfileMemory, Seen
from jdgen.store.scan import OutputScan, only_in_the_cloud


@dataclass(frozen=True)
class Outcome:
    """The profiles of a night in their order, and what there is to know besides."""

    run: RunResult
    waiting: tuple[Waiting, ...]
    orphans: tuple[Orphan, ...]
    rivals: tuple[Rivals, ...]
    due: tuple[Due, ...]
    charts: tuple[TimeChart, ...]


def gather(pipeline: Pipeline, profiles: Profiles, steps: Steps, scan: OutputScan) -> Outcome:
    """Everything in the order of the files, whichever was finished first."""
    broken = pipeline.broken_kinds()
    results = [profiles.copies.get(file) or steps.results[file] for file in profiles.files]
    read = [file for file in profiles.files if file not in profiles.copies]
    memories = [found for file in read if (found := steps.memory_of(file))]
    until = pipeline.now.date() + timedelta(days=pipeline.settings.night.due_days)
    asked = asked_by(profiles, steps, {Path(kind.file).parent.name for kind in broken})
    due = [day for memory in memories for day in dues_of(memory) if day.day <= until]
    charts = [chart for memory in memories if (chart := chart_of(memory))]
    return Outcome(
        RunResult((*results, *broken)),
        tuple(waiting_in(memories, pipeline.output)),
        (*find_orphans(asked, scan, pipeline.store, pipeline.settings.root), *older_in(memories)),
        tuple(_rivals(results, scan)),
        tuple(sorted(due, key=lambda one: (one.day, one.profile_id, one.line))),
        tuple(charts),
    )


def waiting_in(memories: Iterable[ProfileMemory], output: Path) -> Iterator[Waiting]:
    """The documents in which something of some night waits, or whose copy for readers does."""
    for memory in memories:
        for one in (look_again(document, output) for document in memory.documents):
            if one.proposals or one.conflicts or one.readers:
                yield Waiting(
                    memory.profile_id,
                    one.kind,
                    output / one.file,
                    one.proposals,
                    one.conflicts,
                    one.since,
                    one.readers,
                )


def look_again(document: DocumentMemory, output: Path) -> DocumentMemory:
    """A memory with what waits in its document as that is now; it is read if it was saved since."""
    path = output / document.file
    if Seen.of(path) == document.seen or only_in_the_cloud(path):
        return document
    try:
        data = read_bytes(path)
        found = pending(data) if data is not None else Pending()
    except JdgenError:
        return document
    return replace(
        document, proposals=found.proposals, conflicts=found.conflicts, since=found.since
    )


def _rivals(results: Iterable[ProfileResult], scan: OutputScan) -> Iterator[Rivals]:
    """The documents beside which a sync service may have laid a second version."""
    for profile in results:
        for one in profile.documents:
            places = scan.places(f"{profile.profile_id}/{one.kind}") if one.path else []
            if one.path and (rivals := rivals_of(one.path, places)):
                names = tuple(rival.name for rival in rivals)
                yield Rivals(profile.profile_id, one.title, one.path, names)


def older_in(memories: Iterable[ProfileMemory]) -> Iterator[Orphan]:
    """The copies for readers that lie where nobody renews them."""
    for memory in memories:
        for one in memory.documents:
            for copy in map(Path, one.older):
                if copy.is_file():
                    beside = bool(one.public) and copy.parent == Path(one.public).parent
                    reason = messages.OTHER_NAME if beside else str(memory.told["why_older"])
                    yield copy_of(memory.profile_id, one.kind, copy, reason)


def asked_by(profiles: Profiles, steps: Steps, broken: Collection[str]) -> Asked:
    """What the profiles of a night ask for, as far as they could be read."""
    asked = Asked(profiles.files, broken=broken)
    for file in profiles.files:
        memory = steps.memories.get(file)
        if file in profiles.copies:
            continue
        if memory is None:
            _unread(asked, profiles.ids.get(file))
        else:
            asked.kinds[memory.profile_id] = steps.kinds_of(file)
    return asked


def _unread(asked: Asked, profile_id: str | None) -> None:
    if profile_id:
        asked.unread.add(profile_id)
    else:
        asked.unknown = True

"""What is known of the nights so far: the last good one, and what waits for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from jdgen.nightly.outcome import waiting_in
from jdgen.nightly.pruning import orphans_of
from jdgen.nightly.told import dues_of, is_whole
from jdgen.nights import Due, Orphan, Waiting
from jdgen.pipeline import Pipeline
from jdgen.store.memory import remembered
from jdgen.store.runs import LastRun, last_run


@dataclass(frozen=True)
class Status:
    """`last` is how the last run ended, None where there was none.

    `owners` says whom to ask about a profile.
    """

    last: LastRun | None
    documents: int
    waiting: tuple[Waiting, ...]
    due: tuple[Due, ...]
    owners: dict[str, str]
    orphans: tuple[Orphan, ...]


def status_of(pipeline: Pipeline, profiles: Path) -> Status:
    """The state of an output folder; nothing is changed. Word files that changed are looked at."""
    root = pipeline.store.root
    memories = [found for found in remembered(root) if is_whole(found)]
    until = pipeline.now.date() + timedelta(days=pipeline.settings.night.due_days)
    due = [day for memory in memories for day in dues_of(memory) if day.day <= until]
    return Status(
        last_run(root),
        sum(len(memory.documents) for memory in memories),
        tuple(waiting_in(memories, pipeline.output)),
        tuple(sorted(due, key=lambda one: (one.day, one.profile_id, one.line))),
        {memory.profile_id: str(memory.told["owner"]) for memory in memories},
        orphans_of(pipeline, profiles),
    )

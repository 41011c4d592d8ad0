"""What a night keeps for the nights after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jdgen import word
from jdgen.errors import JdgenError
from jdgen.merge import pending
from jdgen.nightly.told import told_of
from jdgen.nightly.work import Thought
from jdgen.results import DocumentResult, ProfileResult
from jdgen.safe_files import read_bytes
from jdgen.store.documents import sha256
from jdgen.store.memory import DocumentMemory, Input, ProfileMemory, Seen

_SETTLED = frozenset({"new", "changed", "replaced", "unchanged", "edited", "merged"})


@dataclass(frozen=True)
class Tonight:
    """The name of the profile's file, the output folder, the one for readers, and the day."""

    file: str
    output: Path
    public: Path | None
    today: date


def memory_of(
    thought: Thought,
    result: ProfileResult,
    inputs: Mapping[str, Sequence[Input]],
    before: ProfileMemory | None,
    tonight: Tonight,
) -> ProfileMemory:
    """The memory of one profile after its documents were seen to.

    What was left to a person, or failed, keeps the memory of the last night that went well, so that
    the next one can tell why it looks at it again.
    """
    documents = []
    for document in result.documents:
        old = before.document(document.kind) if before else None
        new = _document(document, inputs[document.kind], thought.valid_until, tonight)
        documents.append(new or (old and replace(old, older=_names(document.older))))
    settled = None not in documents and all(map(_is_settled, result.documents))
    grave = any(result.all_problems()) or any(f.severity == "error" for f in result.findings)
    return ProfileMemory(
        file=tonight.file,
        profile_id=result.profile_id,
        settled=settled and not grave,
        judged_on=tonight.today,
        valid_until=thought.valid_until,
        inputs=tuple(dict.fromkeys(one for listed in inputs.values() for one in listed)),
        documents=tuple(found for found in documents if found),
        told=told_of(thought, result),
    )


def _is_settled(document: DocumentResult) -> bool:
    """Whether the next night has nothing to do while nothing changes."""
    decided = document.state == "merged" and not document.lapsed
    return document.state in _SETTLED and (not document.waits or decided)


def _names(copies: Sequence[Path]) -> tuple[str, ...]:
    return tuple(map(str, copies))


def _document(
    done: DocumentResult, inputs: Sequence[Input], valid_until: date | None, tonight: Tonight
) -> DocumentMemory | None:
    """The memory of one document, None where it is not brought up to date."""
    if done.state not in _SETTLED or not done.path:
        return None
    try:
        seen, data = Seen.of(done.path), read_bytes(done.path) or b""
        waiting, content = pending(data), word.content_key(data)
    except JdgenError:
        return None
    copy = tonight.public / done.path.name if tonight.public else None
    return DocumentMemory(
        kind=done.kind,
        title=done.title,
        state=done.state,
        file=place_in(tonight.output, done.path),
        inputs=tuple(inputs),
        seen=seen,
        sha256=sha256(data),
        content=content,
        valid_until=valid_until,
        public=str(copy) if copy and copy.exists() else "",
        proposals=waiting.proposals,
        conflicts=waiting.conflicts,
        since=waiting.since,
        readers=done.readers,
        older=_names(done.older),
    )


def place_in(output: Path, path: Path) -> str:
    """A path counted from the output folder, if it lies there."""
    return path.relative_to(output).as_posix() if path.is_relative_to(output) else str(path)

"""One run at a time on one output folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from jdgen.errors import BusyError, OutputError, Place, Problem


def refuse_files(store: Path) -> None:
    """Raises OutputError where a file stands in the place of the store or of a folder round it."""
    for place in (store, *store.parents):
        if place.exists() and not place.is_dir():
            message = "A file stands where a folder is needed."
            hint = "Move it away or rename it, then run jdgen again."
            raise OutputError(Problem("output-in-the-way", message, hint, Place(str(place))))


@contextlib.contextmanager
def single_run(store: Path) -> Iterator[None]:
    """Hold the store's lock; `BusyError` at once where another run holds it.

    The operating system frees the lock when a run dies, so no stale lock stays behind.
    """
    from filelock import FileLock, Timeout

    try:
        store.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(store / "run.lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        hint = "Wait until it has ended, then run jdgen again."
        raise BusyError(
            Problem("run-active", "Another jdgen run is at work on this folder.", hint)
        ) from error
    except OSError as error:
        refuse_files(store)
        hint = "Choose a folder you may write to with -o."
        reason = error.strerror or "the system refused"
        message = f"The output folder cannot be used: {reason}."
        raise OutputError(
            Problem("output-unusable", message, hint, Place(str(store.parent)))
        ) from error
    try:
        yield
    finally:
        lock.release()

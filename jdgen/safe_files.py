"""Reading and writing whole files: never half written, never lost, told in plain words."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jdgen.errors import FileBusyError, OutputError, Place, Problem

# Windows answers with these while Word, a virus scanner or a sync client holds the target.
_HELD_ON_WINDOWS = {5, 32, 33}
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "the folder is read-only",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENAMETOOLONG: "the path is too long",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EISDIR: "a folder stands in the way",
    errno.EEXIST: "a file stands where a folder is needed",
}


def read_bytes(path: Path) -> bytes | None:
    """The bytes of a file, None where there is none; `OutputError` where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise trouble("read", path, error) from error


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write beside the target, flush to disk, then replace: a reader sees the old or the new file.

    `private` keeps the file to its owner (mode 600). Raises `FileBusyError` where another program
    holds the target and `OutputError` where it cannot be written; then nothing has changed.
    """
    # One name for each target: what a killed run left behind is gone with the next write.
    fresh = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        with open(fresh, "xb", opener=_owner_only) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.chmod(0o600 if private else _usual_mode(path))
        _replace(fresh, path)
    except OSError as error:
        raise trouble("write", path, error) from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def move(source: Path, target: Path) -> None:
    """Give a file its place, over what stood there; it takes no room on the disk.

    Raises `FileBusyError` and `OutputError` as `write_atomically` does.
    """
    try:
        _replace(source, target)
    except OSError as error:
        raise trouble("write", target, error) from error


def remove(path: Path) -> None:
    """Take a file away; `OutputError` where it cannot be."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise trouble("take away", path, error) from error


def _owner_only(name: str, flags: int) -> int:
    """Opens a new file that nobody else may read while it is being written."""
    return os.open(name, flags, 0o600)


def _usual_mode(path: Path) -> int:
    """The mode of the file that is replaced, else what a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _replace(fresh: Path, path: Path) -> None:
    for wait in (*_WAITS, None):
        try:
            fresh.replace(path)
        except PermissionError as error:
            if wait is None or getattr(error, "winerror", None) not in _HELD_ON_WINDOWS:
                raise
            time.sleep(wait)
        else:
            return


def trouble(verb: str, path: Path, error: OSError) -> OutputError:
    """An error of the system in words a person can act on."""
    place = Place(str(path))
    if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        hint = "Close it there and run jdgen again."
        return FileBusyError(
            Problem("file-busy", "Another program has this file open.", hint, place)
        )
    reason = _REASONS.get(error.errno or 0, error.strerror or "the system refused")
    hint = "Nothing was changed. Mend that, or choose another folder with -o."
    return OutputError(Problem("file-failed", f"Cannot {verb} this file: {reason}.", hint, place))


def read_json(path: Path) -> Any:
    """What a file of jdgen's own says; None where it is not there, unreadable or damaged."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def write_json(path: Path, told: Mapping[str, object]) -> None:
    """Write a file of jdgen's own, for its owner only; days are written as 2026-12-01.

    Raises `OutputError` where it cannot be written.
    """
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)
    write_atomically(path, text.encode("utf-8"), private=True)

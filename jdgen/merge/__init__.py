"""The three-way merge: what the profile changed goes into files that people edited."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdgen.merge.files import AUTHOR, merge_bytes, merge_files
    from jdgen.merge.report import Change, Conflict, MergeReport
    from jdgen.merge.resolve import accept, reject

_HOMES = {
    "AUTHOR": "files",
    "Change": "report",
    "Conflict": "report",
    "MergeReport": "report",
    "accept": "resolve",
    "merge_bytes": "files",
    "merge_files": "files",
    "reject": "resolve",
}

__all__ = [
    "AUTHOR",
    "Change",
    "Conflict",
    "MergeReport",
    "accept",
    "merge_bytes",
    "merge_files",
    "reject",
]


def __getattr__(name: str) -> Any:
    """Loads a module only when something of it is asked for: lxml is slow to load."""
    if name not in _HOMES:
        raise AttributeError(f"module 'jdgen.merge' has no attribute {name!r}")
    return getattr(import_module(f"jdgen.merge.{_HOMES[name]}"), name)

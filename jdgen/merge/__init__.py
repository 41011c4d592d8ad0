"""The three-way merge: what the profile changed goes into files that people edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.lazy import loads_from

if TYPE_CHECKING:
    from jdgen.merge.files import merge_bytes, merge_files
    from jdgen.merge.report import Change, Conflict, MergeReport
    from jdgen.merge.resolve import accept, reject

_HOMES = {
    "Change": "report",
    "Conflict": "report",
    "MergeReport": "report",
    "accept": "resolve",
    "merge_bytes": "files",
    "merge_files": "files",
    "reject": "resolve",
}

__all__ = [
    "Change",
    "Conflict",
    "MergeReport",
    "accept",
    "merge_bytes",
    "merge_files",
    "reject",
]

__getattr__ = loads_from(__name__, _HOMES)

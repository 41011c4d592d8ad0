"""The three-way merge: what the profile changed goes into files that people edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.lazy import loads_from

if TYPE_CHECKING:
    from jdgen.merge.files import merge_bytes, merge_files
    from jdgen.merge.report import Change, Conflict, MergeReport
    from jdgen.merge.resolve import accept, reject
    from jdgen.merge.waiting import Pending, pending

_HOMES = {
    "Change": "report",
    "Conflict": "report",
    "MergeReport": "report",
    "Pending": "waiting",
    "accept": "resolve",
    "merge_bytes": "files",
    "merge_files": "files",
    "pending": "waiting",
    "reject": "resolve",
}

__all__ = [
    "Change",
    "Conflict",
    "MergeReport",
    "Pending",
    "accept",
    "merge_bytes",
    "merge_files",
    "pending",
    "reject",
]

__getattr__ = loads_from(__name__, _HOMES)

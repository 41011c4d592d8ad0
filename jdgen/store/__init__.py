"""What was generated, from what: bases, drafts, backups, the lock, and safe writing."""

from jdgen.store.documents import DocumentStore, Generated
from jdgen.store.edits import EditedFiles, Merged
from jdgen.store.locks import refuse_files, single_run
from jdgen.store.naming import document_path, public_folder
from jdgen.store.outputs import OutputWriter, put_away
from jdgen.store.owners import open_by
from jdgen.store.slots import Outcome, Slot

__all__ = [
    "DocumentStore",
    "EditedFiles",
    "Generated",
    "Merged",
    "Outcome",
    "OutputWriter",
    "Slot",
    "document_path",
    "open_by",
    "public_folder",
    "put_away",
    "refuse_files",
    "single_run",
]

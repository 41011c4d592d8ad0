"""The PDF beside a document: made anew, or told as older than the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jdgen.merge import accept
from jdgen.office import convert_to_pdf
from jdgen.results import DocumentResult


def with_old_pdf(document: DocumentResult) -> DocumentResult:
    """Say so where a PDF of the document's last state is left beside it."""
    renewed = document.state in ("new", "changed", "replaced", "merged", "draft")
    if not (renewed and document.path and document.path.with_suffix(".pdf").exists()):
        return document
    note = "the PDF beside it may be older: --pdf makes it anew"
    return replace(document, note="; ".join(filter(None, (document.note, note))))


def with_pdf(written: Sequence[DocumentResult]) -> list[DocumentResult]:
    """Add a PDF beside each document that stands there; what fails is told, not hidden.

    Changes that wait in an edited document are printed as if they were accepted.
    """
    paths = [d.path for d in written if d.path and d.state not in ("open", "failed")]
    edited = [d.path for d in written if d.path and d.state in ("merged", "edited")]
    made, problem = convert_to_pdf(paths, {path: accept(path.read_bytes()) for path in edited})

    def one(document: DocumentResult) -> DocumentResult:
        if document.path in made:
            return replace(document, pdf=made[document.path])
        if problem and document.path in paths:
            return replace(document, problems=(*document.problems, problem))
        return document

    return [one(document) for document in written]

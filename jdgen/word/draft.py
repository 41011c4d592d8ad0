"""A draft: DRAFT across every page, and each finding as a Word comment at the right words."""

from __future__ import annotations

from collections.abc import Sequence

from jdgen.model import Finding
from jdgen.word.opening import open_word_file
from jdgen.word.remarks import with_remarks
from jdgen.word.watermark import add_watermark

_WORD = "DRAFT"


def mark_as_draft(data: bytes, findings: Sequence[Finding]) -> bytes:
    """The document as a draft; raises WordFileError if it cannot be read."""
    return with_remarks(add_watermark(open_word_file(data), _WORD), findings).to_bytes()

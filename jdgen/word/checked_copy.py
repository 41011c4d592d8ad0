"""A checked copy: a Word file with its findings as comments, renewed at each check."""

from __future__ import annotations

from collections.abc import Sequence

from jdgen.model import Finding
from jdgen.word.comments import AUTHOR
from jdgen.word.content import content_key, package_key
from jdgen.word.opening import open_word_file
from jdgen.word.properties import custom_property, with_custom_property
from jdgen.word.remarks import with_remarks
from jdgen.word.uncomment import without_comments, without_comments_of

_CONTENT = "CheckedContent"  # what the copy held when it was written, to see later who changed it


def annotate(data: bytes, findings: Sequence[Finding]) -> bytes:
    """A copy with each finding as a comment by jdgen; those of an earlier check are taken out.

    Comments of people stay. Raises WordFileError if the file cannot be read.
    """
    bare = without_comments_of(open_word_file(data), AUTHOR)
    copy = with_remarks(bare, findings)
    return with_custom_property(copy, _CONTENT, package_key(copy)).to_bytes()


def without_remarks(data: bytes) -> bytes:
    """The file without comments by jdgen, which are no text of the document."""
    return without_comments_of(open_word_file(data), AUTHOR).to_bytes()


def untouched_copy(data: bytes) -> bool:
    """Whether a file is a checked copy that nobody changed since it was written."""
    told = custom_property(open_word_file(data), _CONTENT)
    return bool(told) and told == content_key(data)


def text_key(data: bytes) -> str:
    """A hash of what a person sees of a file, comments left out."""
    return package_key(without_comments(open_word_file(data)))

"""Plain text and Markdown: bytes in, paragraphs out, each with the line it stands on."""

from jdgen.plain.reading import MAX_TEXT_FILE, PlainText, read_plain

__all__ = ["MAX_TEXT_FILE", "PlainText", "read_plain"]

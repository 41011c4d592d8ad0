"""The words the merge puts into comments and reports."""

from __future__ import annotations

CONFLICT = {
    "both_changed": "The profile changed here, and so did this document. The text here was kept.",
    "deleted_edited": "The profile no longer has this text. It was edited here, so it was kept.",
    "edited_deleted": "The profile changed a text that was deleted from this document.",
    "deleted_fixed": "The profile no longer has this part. Word cannot mark it as deleted.",
    "fixed": "The profile changed a part that Word cannot mark: a field, a note or a drawing.",
    "row_shape": "The profile changed a row, but the columns of the table are no longer the same.",
    "story": "The profile changed a header or footer that this document no longer has.",
}
WAS, NOW, DECIDE = "Before: “{}”", "New text: “{}”", "Please decide which text stays."
GONE = "The profile has no text here any more."
TOP = "jdgen brought changes of the profile into this document."
TOP_COUNT = "Marked changes: {}. Left for you to decide: {}."
REPLACED = "“{}” is now “{}”, in: {}"
INSERTED, DELETED, WITHIN = "New: “{}”", "Taken out: “{}”", "in: {}"
EMPTY_LINE = "(an empty line)"
MORE = "And {} more."
MOST = 6
ASK = "Questions on this? Ask {}."
CODE = "Reference {}."
UNTRACKED = "Word cannot track these, so they were left as they are here: {}."
PARTS = {
    "theme": "theme colours and fonts",
    "styles": "styles",
    "settings": "document settings",
    "numbering": "list formats",
    "layout": "page size, margins or columns",
    "looks": "formatting of text",
}
BODY, HEADER, FOOTER = "text", "header", "footer"
DRAWING, WORDLESS = "(drawing)", "(no words)"
REFUSED = "The merge could not be trusted ({}). The edited file was left as it is."
LOST = "the part {} did not come out as it should"
SAVED = "Somebody saved this file while it was being merged."
AGAIN = "Nothing was written. Try again."
SHORT = 60


def shortened(text: str) -> str:
    """A text in one line, cut to a length that a person takes in at a glance."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"

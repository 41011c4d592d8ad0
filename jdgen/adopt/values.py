"""From edited words in a document back to the text of the field that they print."""

from __future__ import annotations

from collections.abc import Sequence

from jdgen.adopt.edits import Hunk

# Word and pasted web pages hold these; in a profile they cannot be seen, or not be written.
_PLAIN_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\t\u0085\u2028\u2029", " "))


def text_for_value(value: str, printed: str, hunks: Sequence[Hunk]) -> str | None:
    """The field's text with the edits made to how it was printed.

    A document may print it with a capital or with words round it ("A peer worker"). None where
    the edits lie outside the field's own words, or these cannot be found again, or nothing is
    left. The places in `hunks` count from the start of `printed`.
    """
    start = _where(value, printed)
    if start is None:
        return None
    end = start + len(value)
    if any(not start <= hunk.start <= hunk.end <= end for hunk in hunks):
        return None
    new = _with(hunks, printed)
    text = new[start : len(new) - (len(printed) - end)].strip()
    text = text.translate(_PLAIN_SPACES)
    return _with_case(value, printed[start:end], text) or None


def says_already(value: str, printed: str, hunks: Sequence[Hunk]) -> bool:
    """Whether the field has the edited wording by now: it was adopted, and not built yet."""
    shown = _with(hunks, printed)
    return len(value) == len(shown.strip()) and _where(value, shown) is not None


def _with(hunks: Sequence[Hunk], printed: str) -> str:
    for hunk in sorted(hunks, key=lambda hunk: hunk.start, reverse=True):
        printed = printed[: hunk.start] + hunk.new + printed[hunk.end :]
    return printed


def _where(value: str, printed: str) -> int | None:
    """Where the value begins in what was printed; its first letter may have another case."""
    for one in (value, value[:1].upper() + value[1:], value[:1].lower() + value[1:]):
        if one and one in printed:
            return printed.find(one)
    return None


def _with_case(value: str, shown: str, text: str) -> str:
    """The text with the case that the field has where the document only capitalized it."""
    capitalized = shown != value and value[:1].islower() and text[:1].isupper()
    abbreviation = text[1:2].isupper()
    return text[:1].lower() + text[1:] if capitalized and not abbreviation else text

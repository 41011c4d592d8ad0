"""What to say of text in another language: it was not checked, and that is no clean result."""

from __future__ import annotations

from jdgen.errors import Place, Problem
from jdgen.guidelines import JudgedTexts

_HINT = "Ask somebody who knows that language and peer support to read it."


def language_notes(judged: JudgedTexts, file: str) -> tuple[Problem, ...]:
    """Notes on the text as a whole, or on its paragraphs in another language."""
    if judged.unchecked:
        message = (
            f"This text is in {judged.language}, it seems. Its wording was not checked: the rules "
            "know English only."
        )
        return (Problem("check-language", message, _HINT, Place(file)),)
    if not judged.unread:
        return ()
    (block, language), count = judged.unread[0], len(judged.unread)
    if count == 1:
        message = f"A paragraph seems to be in {language}; it was not checked ({block.place})."
    else:
        told = f"{count} paragraphs seem to be in another language; they were not checked"
        message = f"{told} (the first, in {language}: {block.place})."
    return (Problem("check-language", message, _HINT, Place(file)),)

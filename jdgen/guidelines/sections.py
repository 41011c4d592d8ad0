"""The sections that a document kind must keep: all there, as headings, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from jdgen.guidelines.rule import Miss
from jdgen.guidelines.subjects import DocumentSubject


def section_misses(subject: DocumentSubject) -> Iterator[Miss]:
    """A miss for each section that is gone, that is no heading any more, or that has moved."""
    last, before = -1, ""
    for title in subject.kind.sections:
        head = subject.heading(title)
        shown = head.text.strip() if head else title
        if head is None:
            yield _gone(subject, title, before)
        elif subject.body.index(head) < last:
            yield Miss(f"“{shown}” stands before “{before}”; it comes after it.", block=head)
        else:
            last, before = subject.body.index(head), shown


def _gone(subject: DocumentSubject, title: str, before: str) -> Miss:
    wanted = title.casefold().strip(" ?:.")
    plain = next((b for b in subject.body if b.text.casefold().strip(" ?:.") == wanted), None)
    if plain:
        message = f"“{plain.text.strip()}” is plain text here and no heading."
        cure = "Give this paragraph the style Heading 1 in Word."
        return Miss(message, block=plain, quote=plain.text.strip(), suggestion=cure)
    where = f" It comes after “{before}”." if before else " It is the first one."
    return Miss(f"The heading “{title}” is missing.{where}")

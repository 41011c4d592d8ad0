"""The sections that a document kind must keep: all there, as headings, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdgen.guidelines.rule import Miss
from jdgen.guidelines.subjects import DocumentSubject, is_heading
from jdgen.model import Block


def section_misses(subject: DocumentSubject) -> Iterator[Miss]:
    """A miss for each section that is gone, that is no heading any more, or that has moved."""
    before: Block | None = None
    for title in subject.kind.sections:
        head = subject.heading(title)
        if head is None:
            yield _gone(subject, title, before)
        elif before and subject.body.index(head) < subject.body.index(before):
            order = f"“{head.text.strip()}” stands before “{before.text.strip()}”"
            yield Miss(f"{order}; it comes after it.", block=head)
        else:
            before = head


def parts(blocks: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Each heading, "" for none, with the paragraphs up to the next one of any level."""
    heading, inside = "", list[Block]()
    for block in blocks:
        if is_heading(block):
            yield heading, inside
            heading, inside = block.text.strip(), []
        else:
            inside.append(block)
    yield heading, inside


def _gone(subject: DocumentSubject, title: str, before: Block | None) -> Miss:
    wanted = title.casefold().strip(" ?:.")
    plain = next((b for b in subject.body if b.text.casefold().strip(" ?:.") == wanted), None)
    if plain:
        message = f"“{plain.text.strip()}” is plain text here and no heading."
        cure = "Give this paragraph the style Heading 1 in Word."
        return Miss(message, block=plain, quote=plain.text.strip(), suggestion=cure)
    where = f"It comes after “{before.text.strip()}”" if before else "It is the first one"
    return Miss(f"The heading “{title}” is missing. {where}.", block=before)

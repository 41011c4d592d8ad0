"""Whether a public text is easy to read: the whole of it, and each longer section of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdgen.guidelines.reading_grade import ReadingGrade, reading_grade
from jdgen.guidelines.rule import Miss
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject, is_heading
from jdgen.model import Block

_SHOWN = 60  # characters of a hard sentence that a message repeats


def grade_misses(subject: DocumentSubject, limit: float) -> Iterator[Miss]:
    """A miss where the running text is harder than grade `limit`, else one for a hard section."""
    whole = reading_grade(subject.body)
    if whole and whole.grade > limit:
        yield _miss("The text", whole, limit)
        return
    for heading, blocks in _sections(subject.body):
        told = reading_grade(blocks)
        enough = told and told.words >= subject.figure("COM-14.section_words")
        if told and enough and told.grade > limit:
            yield _miss(f"The part “{heading}”", told, limit)


def _miss(what: str, told: ReadingGrade, limit: float) -> Miss:
    message = f"{what} reads at about grade {told.grade:.0f}; {limit} is the highest for this text."
    if not told.hardest:
        return Miss(message)
    worst = listed(f"“{_short(sentence.text)}”" for sentence in told.hardest)
    first = told.hardest[0]
    return Miss(f"{message} Hardest: {worst}.", block=first.block, quote=first.text)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Each heading with the paragraphs up to the next one."""
    heading, inside = "", list[Block]()
    for block in blocks:
        if is_heading(block):
            yield heading, inside
            heading, inside = block.text.strip(), []
        else:
            inside.append(block)
    yield heading, inside

"""Whether a public text is easy to read: the whole of it, and each longer section of its own."""

from __future__ import annotations

from collections.abc import Iterator

from jdgen.guidelines.reading_grade import ReadingGrade, reading_grade
from jdgen.guidelines.rule import Miss
from jdgen.guidelines.say import listed, quoted
from jdgen.guidelines.sections import parts
from jdgen.guidelines.subjects import DocumentSubject


def grade_misses(subject: DocumentSubject, limit: float) -> Iterator[Miss]:
    """A miss where the running text is harder than grade `limit`, else one for a hard section."""
    whole = reading_grade(subject.body)
    if whole and whole.grade > limit:
        yield _miss("The text", whole, limit)
        return
    for heading, blocks in parts(subject.body):
        told = reading_grade(blocks)
        enough = told and told.words >= subject.figure("COM-14.section_words")
        if told and enough and told.grade > limit:
            yield _miss(f"The part “{heading}”", told, limit)


def _miss(what: str, told: ReadingGrade, limit: float) -> Miss:
    message = f"{what} reads at about grade {told.grade:.0f}; {limit} is the highest for this text."
    hard = [sentence for sentence in told.hardest if sentence.grade > limit]
    if not hard:
        return Miss(message)
    worst = listed(quoted(sentence.text) for sentence in hard)
    return Miss(f"{message} Hardest: {worst}.", block=hard[0].block, quote=hard[0].text)

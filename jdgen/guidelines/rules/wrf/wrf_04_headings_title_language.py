"""WRF-04: Headings are real, and the file has a title and a language.

Headings have Word's heading styles and go down one level at a time. The file's properties name its
title, and its language is set.

Why: People who cannot see the page move by headings, hear the title first, and need the language to
be read aloud in the right voice. A new look in Word reaches real headings only.

Cure: Give headings the styles Heading 1, Heading 2 and so on; set the title under File, Info, and
the language under Review, Language.

Source: Word practice, accessibility
"""

from collections.abc import Iterator
from itertools import pairwise

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if not subject.text.title.strip():
        yield Miss("The properties of the file give no title.")
    if not subject.text.language.strip():
        yield Miss("No language is set for the text.")
    heads = subject.headings
    if not heads:
        yield Miss("No paragraph has a heading style.")
    elif _level(heads[0]) > 1:
        yield _skips(heads[0], 1, _level(heads[0]))
    for first, second in pairwise(heads):
        if _level(second) > _level(first) + 1:
            yield _skips(second, _level(first) + 1, _level(second))


def _level(head: Block) -> int:
    """The level of a heading; the title stands on the first."""
    return 1 if head.role == "title" else int(head.role.removeprefix("heading"))


def _skips(head: Block, wanted: int, found: int) -> Miss:
    text = head.text.strip()
    message = f"“{text}” has the style Heading {found}; Heading {wanted} comes next."
    return Miss(message, block=head, quote=text)


_JOB = ["job-description"]

RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    alone=("word",),
    passes=(
        Example(
            "one level down, and up again",
            blocks=[("heading1", "Duties"), ("heading2", "Others"), ("heading1", "Pay")],
            documents=_JOB,
        ),
    ),
    fails=(
        Example("no title", word={"title": ""}, documents=_JOB),
        Example("no language", word={"language": ""}, documents=_JOB),
        Example(
            "a level is skipped",
            blocks=[("heading1", "Duties"), ("heading3", "Others")],
            documents=_JOB,
        ),
        Example("bold text instead of headings", blocks=[("body", "Duties")], documents=_JOB),
    ),
)

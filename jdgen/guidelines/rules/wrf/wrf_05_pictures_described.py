"""WRF-05: Every picture is described.

Each picture has an alternative text, or is marked as decorative.

Why: People who do not see it hear “picture” and nothing else, and may miss a chart or whose paper
this is.

Cure: Select the picture in Word, choose View Alt Text, and say in a few words what it shows, or
mark it as decorative. For the logo set `organization.brand.logo_alt`.

Source: Word practice, accessibility
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for block in subject.text.blocks:
        without = sum(1 for alt in block.alt if not alt.strip())
        if without:
            which = "A picture" if without == 1 else f"{without} pictures"
            yield Miss(f"{which} here cannot be heard: there is no alternative text.", block=block)


_JOB = ["job-description"]


def _picture(alt: str) -> Block:
    return Block("word/document.xml", 0, "body", "", alt=(alt,))


RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    alone=("word",),
    passes=(
        Example("a logo in words", blocks=[_picture("Two banks and a bridge")], documents=_JOB),
    ),
    fails=(Example("a picture without words", blocks=[_picture("")], documents=_JOB),),
)

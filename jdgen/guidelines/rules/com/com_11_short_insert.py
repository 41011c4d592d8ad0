"""COM-11: The worker's insert is short.

The insert about one worker has at most 120 words. Its file cannot be written without the day on
which the worker agreed.

Why: It is a friendly word at the first meeting, and no life story. What is printed about a worker
stays in strangers' hands.

Cure: Keep a short message, what the worker does and how to reach them.

Source: Toolkit, section on communicating the role
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    words = sum(len(block.text.split()) for block in subject.body)
    most = subject.figure("COM-11.words")
    if words > most:
        yield Miss(f"The insert has {words} words; {most} are the most.")


_INSERT = ["worker-profile"]
_LINE = "I like gardening, and I know how hard first steps are."

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    documents=("worker-profile",),
    passes=(Example("a few lines", blocks=[("body", _LINE)] * 5, documents=_INSERT),),
    fails=(Example("a long story", blocks=[("body", _LINE)] * 20, documents=_INSERT),),
)

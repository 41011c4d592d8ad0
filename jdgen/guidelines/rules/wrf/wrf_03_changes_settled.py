"""WRF-03: Changes and comments are settled before a document is approved.

A document of an approved profile holds no tracked changes that are open, and no comments.

Why: Who prints an approved text with open changes may hand out either version, and comments were
not meant for its readers.

Cure: In Word, accept or reject the changes under Review and delete the comments; or set `status` to
`in_review` while people still work on it.

Source: Word practice
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import counted
from jdgen.guidelines.subjects import DocumentSubject


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.get("status") != "approved":
        return
    first = next((block for block in subject.text.blocks if block.inserted), None)
    if subject.text.revisions:
        changes = counted(subject.text.revisions, "tracked change")
        yield Miss(f"The profile is approved, but its document still has {changes}.", block=first)
    if subject.text.comments:
        comments = counted(subject.text.comments, "comment")
        note = next((block for block in subject.text.blocks if block.role == "comment"), None)
        yield Miss(f"The profile is approved, but its document still has {comments}.", block=note)


_JOB = ["job-description"]

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    passes=(
        Example(
            "changes while it is in review",
            {"status": "in_review"},
            word={"revisions": 3, "comments": 2},
            documents=_JOB,
        ),
    ),
    fails=(
        Example("three open changes", word={"revisions": 3}, documents=_JOB),
        Example("a comment", word={"comments": 1}, documents=_JOB),
    ),
)

"""DOC-09: Peer notes have a format of their own.

Neither the policy on records nor a document makes the worker write in a clinical format (SOAP, DAP,
BIRP and the like).

Why: The boxes of a clinical note ask for an assessment and a plan of treatment. Who must fill them
in does clinical work or invents it.

Cure: Use a short form with the eight fields of a peer note, and name that form in its place.

Source: Toolkit, role-clarity activity 6 and documentation guidelines
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject, sentence_at

_FIELD = "organization.policies.documentation"
_FORMAT = re.compile(
    r"\b(?:SOAP|S\.O\.A\.P\.|DAP|BIRP|GIRP|PIRP|SIRP|SOAPIE)(?: |-)?"
    r"(?:[Nn]ot(?:es?|ing)\b|[Ff]orm(?:s|at)?\b|[Cc]hart\w*|[Tt]emplates?\b)"
    r"|\b[Ss]ubjective\W{1,3}[Oo]bjective\W{1,3}[Aa]ssessment\b"
)
_SAID_NOT_TO = re.compile(r"\b(?:no|not|never|without|instead of|rather than)\b", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    policy = str(subject.get(_FIELD, ""))
    found = _FORMAT.search(policy)
    if found:
        yield Miss(_told(found.group()), _FIELD, quote=found.group())


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for block, match in subject.find(_FORMAT, subject.body):
        if not _SAID_NOT_TO.search(sentence_at(block.text, match.start())):
            told = _told(match.group())
            yield Miss(told, block=block, quote=match.group(), start=match.start())


def _told(words: str) -> str:
    return f"“{words}” is a clinical format; a peer worker's notes need one of their own."


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    in_document=in_document,
    alone=("word", "text"),
    passes=(
        Example("a form of its own", {_FIELD: "Records policy 4, peer note form"}),
        Example(
            "said the other way",
            blocks=[("body", "Peer workers do not write SOAP notes.")],
            documents=["note-form"],
        ),
    ),
    fails=(
        Example("the clinical form", {_FIELD: "Records policy 4 (SOAP notes)"}),
        Example(
            "in a guide",
            blocks=[("body", "Use the DAP format for each contact.")],
            documents=["documentation-guide"],
        ),
    ),
)

"""WRD-04: Recovery is explained, or joined by wellness.

Where a text for people supported says “recovery”, it also says what is meant, or speaks of wellness
or quality of life beside it.

Why: Some people hear in the word that they must become free of symptoms, or of drugs. Others hold
it dear. Explained, it can be both people's word.

Cure: Keep the line that explains it, write “recovery (living the life you choose)”, or set
`terms.recovery` to `wellness`.

Source: Toolkit, glossary and section on communicating the role
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.core_values import values_missing_from
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject, is_heading
from jdgen.model import Block

_RECOVERY = re.compile(r"\brecovery\b", re.IGNORECASE)
_EXPLAINED = re.compile(
    r"\brecovery\b[^.]{0,40}?(?:\(|:|\bmeans\b|\bis\b)|\bquality of life\b"
    r"|\brecovery\b.*\bwellness\b|\bwellness\b.*\brecovery\b",
    re.IGNORECASE | re.DOTALL,
)
_OWN_NAMES = ("organization.name", "organization.short_name", "organization.legal_name")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.kind.audience != "public":
        return
    names = [str(subject.get(path)) for path in _OWN_NAMES if subject.get(path)]
    told = [(block, _without(block, names)) for block in subject.body]
    said = [(block, text) for block, text in told if _RECOVERY.search(text)]
    if said and not any(_EXPLAINED.search(text) for _, text in said):
        message = "“Recovery” stands here without a word on what is meant."
        yield Miss(message, block=said[0][0], quote=_RECOVERY.findall(said[0][1])[0])


def _without(block: Block, names: list[str]) -> str:
    """The text without names and headings; the line of the core values is a set of names."""
    text = block.text
    for name in names:
        text = text.replace(name, "")
    return "" if is_heading(block) or not values_missing_from([text]) else text


_FOLDED = ["brochure"]

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    passes=(
        Example(
            "explained on the spot",
            blocks=[("body", "Recovery (living the life you choose) is yours.")],
            documents=_FOLDED,
        ),
        Example(
            "part of a name",
            {"organization.name": "Pinewood Recovery Services"},
            blocks=[("body", "Welcome to Pinewood Recovery Services.")],
            documents=_FOLDED,
        ),
    ),
    fails=(
        Example(
            "a bare word", blocks=[("body", "We walk with you in recovery.")], documents=_FOLDED
        ),
    ),
)

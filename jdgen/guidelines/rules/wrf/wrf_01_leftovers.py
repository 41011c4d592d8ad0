"""WRF-01: Nothing unfinished is left in the text.

No template tag, no blank to fill in, no reminder such as TODO, no placeholder text. Blanks are
meant in forms, worksheets and checklists.

Why: A document with a gap in it is not true yet, and people sign and print what they are given.

Cure: Fill the blank or take it out. A tag that shows is a mistake in the template: mend it there.
Where only one sentence is meant to look so, answer it with a waiver that repeats it exactly.

Source: Word practice
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.facts import filled_in_by_hand
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block

_BLANK = "A blank to fill in is left"
_LEFTOVERS = {
    "A template tag is left": re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}"),
    _BLANK: re.compile(r"_{3,}"),
    "A reminder is left": re.compile(r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b"),
    "Placeholder text is left": re.compile(
        r"\blorem ipsum\b|[\[<](?:insert|your|enter|add)\b[^\]>]*[\]>]", re.IGNORECASE
    ),
    "An invisible mark of the program is left": re.compile(r"[\ue000-\uf8ff]+"),
}
_EMPTY_VALUE = re.compile(r"(?:^|: |, |[a-z] )(None|nan|NaN|null|undefined)(?=$|[.,;)]| [a-z])")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    meant = {_BLANK} if subject.kind.name in filled_in_by_hand() else set()
    for block in subject.text.blocks:
        texts = (block.text, *block.alt)
        for message, pattern in _LEFTOVERS.items():
            if message in meant:
                continue
            found = next((match for text in texts for match in pattern.finditer(text)), None)
            if found:
                yield Miss(f"{message}: “{found[0]}”.", block=block, quote=found[0])
        for found in _EMPTY_VALUE.finditer(block.text):
            if not _written_by_a_person(subject, block, found):
                message = f"“{found[1]}” stands where a value is missing."
                yield Miss(message, block=block, quote=found[1], start=found.start(1))


def _written_by_a_person(subject: DocumentSubject, block: Block, found: re.Match[str]) -> bool:
    """Whether the profile itself holds the word, as in “Licences: None”."""
    fields = subject.fields_of(block, *found.span(1))
    return any(found[1] in str(subject.get(path, "")) for path in fields)


_TITLE = "Job description, Riverbend Community Mental Health"


def _left(says: str, text: str) -> Example:
    return Example(says, edits={_TITLE: f"{_TITLE}. {text}"}, documents=["job-description"])


RULE = rule(
    __doc__,
    "error",
    in_document=in_document,
    alone=("word", "text"),
    waivable="by-sentence",
    passes=(
        _left("“none” in a sentence", "None of this is a test. Travel: none."),
        _left("braces of another kind", "Write to hr@riverbend.example {room 2}."),
        Example("a line on a form", blocks=[("body", "Date: ______")], documents=["note-form"]),
    ),
    fails=(
        _left("a tag", "Ask {{ org.name }}."),
        _left("a blank", "At ________."),
        _left("a reminder", "TODO: ask the union."),
        _left("placeholder text", "Lorem ipsum dolor."),
        _left("a value that is missing", "Reports to: None"),
    ),
)

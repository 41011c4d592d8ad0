"""Every field of a profile, for people: what it is called, what it holds, an example."""

from __future__ import annotations

from typing import NamedTuple

from jdgen.profile.library import in_plain_words
from jdgen.profile.misread import as_yaml
from jdgen.profile.schema_files import Rules, profile_schema, walk

_KINDS = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "yes or no",
    "date": "date",
    "list": "list",
    "dict": "block",
}


class Field(NamedTuple):
    """One field. In `path` a `*` stands for every entry of a list or every id of a checklist."""

    path: str
    title: str
    description: str
    type: str
    required: bool
    allowed: tuple[str, ...]
    example: str


def fields() -> list[Field]:
    """The fields in the order of the schema."""
    return [_field(path, rules) for path, rules in walk(profile_schema()) if "meta" in rules]


def as_markdown() -> str:
    """The reference as a page of the documentation."""
    lines = [
        "# Fields of a profile",
        "",
        "Made from the schema by `python -m tools.write_references`; do not edit it here.",
        "",
        "A field that is left empty (`phone:`) counts as absent and keeps what a part says;",
        'an empty text (`phone: ""`) takes away what a part says. In a path `*` stands for every',
        "entry of a list.",
    ]
    section = ""
    for field in fields():
        top = field.path.split(".")[0]
        if top != section:
            section = top
            lines += ["", f"## {top}", "", "| field | what it is | holds | example |"]
            lines += ["| --- | --- | --- | --- |"]
        lines.append(_row(field))
    return "\n".join([*lines, *_library()]) + "\n"


def _library() -> list[str]:
    """The duties that `use` can name, as a table."""
    return [
        "",
        "## The library of duties",
        "",
        "`- {use: share-experience, percent: 20}` takes one with its result, values and the rest;",
        "any field can be given anew beside it. Where `terms` has words of your own, they stand in",
        "place of “people” and “peer worker”.",
        "",
        "| use | duty | side | kind |",
        "| --- | --- | --- | --- |",
        *(
            f"| `{name}` | {duty['text']} | {duty['side']} | {duty['kind']} |"
            for name, duty in in_plain_words().items()
        ),
    ]


def _row(field: Field) -> str:
    needed = " **Required.**" if field.required else ""
    holds = field.type + (f": {', '.join(field.allowed)}" if field.allowed else "")
    example = f"`{field.example}`" if field.example else ""
    cells = (f"`{field.path}`", f"{field.title}. {field.description}{needed}", holds, example)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _field(path: str, rules: Rules) -> Field:
    meta = rules["meta"]
    return Field(
        path=path,
        title=meta["title"],
        description=meta["description"],
        type=_kind(rules),
        required=bool(rules.get("required")),
        allowed=tuple(str(word) for word in rules.get("allowed", ())),
        example=as_yaml(meta["example"]) if "example" in meta else "",
    )


def _kind(rules: Rules) -> str:
    if "anyof" in rules:
        return " or ".join(_KINDS[alternative["type"]] for alternative in rules["anyof"])
    kind = _KINDS[rules["type"]]
    limits = [f"{word} {rules[rule]}" for rule, word in _LIMITS if rule in rules]
    return f"{kind}, {', '.join(limits)}" if limits else kind


_LIMITS = (
    ("min", "from"),
    ("max", "to"),
    ("minlength", "at least"),
    ("maxlength", "at most"),
)

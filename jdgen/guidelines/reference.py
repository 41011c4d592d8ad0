"""The rule reference: `jdgen explain` in the terminal, `docs/rules.md` for reading.

`python -m tools.write_references` writes the page.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from jdgen.guidelines.registry import (
    catalogue,
    groups,
    packs,
    prefix,
    rules_by_id,
    sources,
    statuses,
    unknown_rule,
)
from jdgen.guidelines.rule import Example, Rule
from jdgen.guidelines.say import counted, listed
from jdgen.guidelines.wording.entries import catalogue as wordings
from jdgen.model import Block

_WIDTH = 88
_WHERE = {"profile": "the profile", "document": "the document", "both": "profile and document"}
_WITHOUT_A_CHECK = {
    "by construction": ("needs no check.", "Held by"),
    "not checkable": ("cannot be checked by a program.", "What helps instead"),
}
_FORMS = {("word",): "Word files", ("word", "text"): "Word files and texts"}
_FEW_EXAMPLES = 2
_WAIVING = {
    "yes": "yes: add an entry to `waivers` with the rule, a reason and the last day",
    "by-sentence": "not as a whole; one sentence can be answered by repeating it under `text`",
    "no": "no",
}
_INTRO = """\
# The rules

Written by `python -m tools.write_references`; change the rules, not this page.

A finding is an **error** (that document is not written), a **warning** (it is, and the finding is
listed) or **advice** (a count, unless asked for). A rule runs only where one of its documents is
built. Rules on practice are counted, and shown with `--practice` or with their checklist. Legal
packs run only where `legal.packs` of the profile names them.

A waiver stands in the profile:

```yaml
waivers:
  - rule: TIM-02
    reason: Two workers share the groups until spring
    approved_by: Director of Community Programs
    until: 2027-03-31
```

The tests run every example below.
"""


def explain(rule_id: str) -> str:
    """What a rule asks, why, by which source, how to mend a miss, and examples, for a terminal.

    Raises UsageError, with the nearest id, where there is no such rule.
    """
    wanted = rule_id.strip().upper()
    rule = rules_by_id().get(wanted)
    if rule is None:
        status = statuses().get(wanted)
        if status is None:
            raise unknown_rule(rule_id.strip())
        says, held_by = _WITHOUT_A_CHECK[status.status]
        return _wrapped(f"{wanted} {says} {status.reason} {held_by}: {status.held_by}")
    parts = [
        f"{rule.id}  {rule.title}  [{' or '.join(rule.severities)}]",
        _wrapped(rule.what),
        _wrapped(f"Why: {rule.why}"),
        _wrapped(f"What to do: {rule.cure}"),
        _wrapped(f"Source: {rule.source}"),
        "\n".join(_wrapped(f"{name}: {text}".replace("`", "")) for name, text in _facts(rule)),
        *(_told("Passes", example) for example in rule.passes),
        *(_told("Fails", example) for example in rule.fails),
        *(_wrapped(line) for line in _words(rule)),
    ]
    return "\n\n".join(part for part in parts if part)


def _words(rule: Rule) -> Iterator[str]:
    """Of a rule that reads words: what each kind of them does, with texts that fail and pass."""
    known = wordings().wordings if rule.words else ()
    for told in (wording for wording in known if wording.rule == rule.id):
        says = told.says.rstrip(".")
        yield from (f"Fails, since it {says}: {text}" for _, text in told.bad[:_FEW_EXAMPLES])
        yield from (f"Passes: {text}" for _, text in told.good[:_FEW_EXAMPLES])


def rules_reference() -> str:
    """The whole reference as Markdown."""
    parts = [_INTRO, *_lists()]
    for name, group in groups().items():
        rules = [rule for rule in catalogue() if prefix(rule.id) == name]
        parts.append(f"## {group.title}\n")
        parts.extend(_section(rule) for rule in rules)
        others = [(rule, told) for rule, told in statuses().items() if prefix(rule) == name]
        if others:
            parts.append("Not checked by a rule of their own:\n")
            lines = [
                f"| {rule} | {told.status} | {told.reason} | {_code(told.held_by)} |"
                for rule, told in sorted(others)
            ]
            head = "| id | status | reason | held by |\n| --- | --- | --- | --- |"
            parts.append("\n".join([head, *lines]) + "\n")
    return "\n".join(parts)


def _lists() -> Iterator[str]:
    yield (
        f"{counted(len(catalogue()), 'rule')} are checked; {len(statuses())} more ids are held by "
        "construction or cannot be checked by a program.\n"
    )
    yield "Sources, by the short names used below:\n"
    yield "\n".join(f"- **{name}**: {title}" for name, title in sources().items()) + "\n"
    yield "Legal packs (reminders, no legal advice):\n"
    lines = (
        f"- `{name}`: {told['title']}, checked {told['checked']}; {listed(told['sources'])}"
        for name, told in packs().items()
    )
    yield "\n".join(lines) + "\n"


def _section(rule: Rule) -> str:
    facts = "\n".join(f"- {name}: {text}" for name, text in _facts(rule))
    parts = [
        f"### {rule.id} {rule.title}",
        rule.what,
        f"**Why.** {rule.why}",
        f"**What to do.** {rule.cure}",
        f"**Source.** {rule.source}",
        f"{facts}\n- More texts that pass and fail: `jdgen explain {rule.id}`"
        if rule.words
        else facts,
        *(_fenced("Passes", example) for example in rule.passes),
        *(_fenced("Fails", example) for example in rule.fails),
    ]
    return "\n\n".join(parts) + "\n"


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "Severity", " or ".join(rule.severities)
    yield "Looks at", _WHERE[rule.where]
    if rule.words:
        yield "Reads", "words in their context, in any text"
    if rule.documents:
        yield "Documents", listed(f"`{name}`" for name in rule.documents)
    if rule.alone and not rule.words:
        called = " and whose title says that they are one" if rule.documents else ""
        yield "Also looks at", f"{_FORMS[rule.alone]} that jdgen did not make{called}"
    if rule.standing == "practice":
        also = f", or with {listed(f'`{name}`' for name in rule.checklists)}"
        yield "Shown", "with `--practice`" + (also if rule.checklists else "")
    if rule.standing == "pack":
        yield "Legal packs", listed(f"`{name}`" for name in rule.packs)
    if rule.figures:
        yield "Thresholds", listed(f"`{name} = {value}`" for name, value in rule.figures.items())
    yield "Can be waived", _WAIVING[rule.waivable]


def _fenced(verdict: str, example: Example) -> str:
    lines = _lines(example)
    title = f"{verdict}: {example.says}"
    language = "text" if example.reads_document else "yaml"
    return f"{title}\n\n```{language}\n{lines}\n```" if lines else f"{title}."


def _told(verdict: str, example: Example) -> str:
    return f"{verdict}: {example.says}\n{textwrap.indent(_lines(example), '    ')}".rstrip()


def _lines(example: Example) -> str:
    """An example as a reader sees it: the changed fields, or the words of the document."""
    lines = [f"{path}: {_value(value)}" for path, value in example.profile.items()]
    lines += [
        f"“{old}” -> “{new}”" if new else f"“{old}” -> taken out"
        for old, new in example.edits.items()
    ]
    lines += [_times(told, len(list(same))) for told, same in groupby(map(_block, example.blocks))]
    lines += [f"[{panel}] {used:g} of {room:g} points used" for panel, used, room in example.fits]
    lines += [f"[{name} of the file] {_value(value)}" for name, value in example.word.items()]
    if example.today:
        lines.append(f"# on {example.today.isoformat()}")
    return "\n".join(lines)


def _times(told: str, times: int) -> str:
    """A paragraph that is given several times in a row, told once."""
    return told if times == 1 else f"{told} ({times} times)"


def _block(block: tuple[str, str] | Block) -> str:
    if not isinstance(block, Block):
        return f"[{block[0]}] {block[1]}"
    alt = "".join(f" [picture: {text or 'no alternative text'}]" for text in block.alt)
    style = f", style {block.style}" if block.style else ""
    return f"[{block.role}{style}] {block.text}{alt}"


def _value(value: Any) -> str:
    """A value as YAML on one line; "absent" for one that is taken away."""
    if value is None:
        return "(absent)"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_value(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_value(part) for part in value) + "]"
    return str(value) if value != "" else '""'


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _wrapped(text: str) -> str:
    paragraphs = text.replace("`", "").split("\n\n")
    return "\n\n".join(textwrap.fill(part, _WIDTH) for part in paragraphs)

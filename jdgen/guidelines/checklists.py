"""The items of the readiness, onboarding and success checklists, and how a profile answers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jdgen.errors import did_you_mean
from jdgen.guidelines.rule import Miss
from jdgen.guidelines.say import counted, listed
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.yaml_source import load_data

_DATA = Path(__file__).parent / "facts" / "checklists.yaml"
_SETTLED = {"yes", "not_applicable"}
_FEW = 2


@cache
def checklist_items() -> Mapping[str, Mapping[str, str]]:
    """For each checklist its items: id and what it asks for, in own words."""
    told: Mapping[str, Mapping[str, str]] = load_data(_DATA)
    return told


def open_items(subject: ProfileSubject, checklist: str, items: list[str]) -> list[str]:
    """Those of the items that are answered, and not by yes or not applicable.

    Items without an answer are told by the rule on the checklist as a whole, which counts those
    with a number of their own; the others are open as soon as the checklist is begun.
    """
    answers: Mapping[str, Any] = subject.get(checklist, {})
    told = {item: answers[item]["status"] if item in answers else "" for item in items}
    return [
        item
        for item, status in told.items()
        if (status and status not in _SETTLED) or (answers and not status and not _counts(item))
    ]


def _counts(item: str) -> bool:
    """Whether an item is one of those that its checklist numbers."""
    return item[-1].isdigit() and not item.startswith("before")


def told_items(checklist: str, items: list[str]) -> str:
    """Items in words, each with its id: "support from senior leaders (leadership-4)"."""
    return listed(f"{checklist_items()[checklist][item]} ({item})" for item in items)


def unfinished(subject: ProfileSubject, checklist: str, wanted: int) -> Iterator[Miss]:
    """What is missing from the answers to a checklist of this many numbered items.

    Told once each: ids that are no items, items without an answer, answers without owner or date.
    """
    answers: Mapping[str, Any] = subject.get(checklist, {})
    known = checklist_items()[checklist]
    for item in answers.keys() - known.keys():
        hint = did_you_mean(item, known, "Every id stands in docs/checklists.md.")
        yield Miss(f"The {checklist} checklist has no item {item}. {hint}", f"{checklist}.{item}")
    numbered = [item for item in known if _counts(item)]
    missing = [item for item in numbered if item not in answers]
    if len(missing) == len(numbered):
        message = f"The {checklist} checklist is not begun: none of its {wanted} items is answered."
        yield Miss(message, checklist)
    elif missing:
        first = told_items(checklist, missing[:_FEW]) + (", and more" * (len(missing) > _FEW))
        done = f"{wanted - len(missing)} of the {wanted} items of the {checklist} checklist"
        yield Miss(f"{done} are answered. Without an answer: {first}.", checklist)
    open_ended = [item for item, told in answers.items() if item in known and _open_ended(told)]
    if open_ended:
        message = (
            f"In the {checklist} checklist there is no owner or no date for "
            f"{counted(len(open_ended), 'answer')}, beginning with {open_ended[0]}."
        )
        yield Miss(message, f"{checklist}.{open_ended[0]}")


def _open_ended(told: Mapping[str, Any]) -> bool:
    if told["status"] == "not_applicable":
        return False
    return not (told.get("owner") and (told.get("due") or told.get("date")))


def checklists_page() -> str:
    """The items with their ids, as a page in Markdown."""
    parts = [_INTRO]
    for checklist, items in checklist_items().items():
        parts.append(f"\n## {checklist}\n\n| id | item |\n| --- | --- |\n")
        parts += [f"| `{item}` | {text} |\n" for item, text in items.items()]
    return "".join(parts)


_INTRO = """\
# The checklists

Written by `python -m tools.write_references`; change `jdgen/guidelines/facts/checklists.yaml`.

A profile answers an item under its id. `status` is `"yes"`, `"no"`, `in_progress` or
`not_applicable`:

```yaml
readiness:
  leadership-4: {status: "yes", owner: Executive Director, date: 2026-10-01}
  leadership-6: {status: in_progress, owner: Human Resources, due: 2027-01-31}
```

`jdgen check --practice` tells what is open. Nothing about one worker belongs in a profile: item-2
of `onboarding` asks whether the precautions are ready, whoever comes, and not whether somebody was
served here. Source: Toolkit, readiness checklist, onboarding checklist and success checklist.
"""

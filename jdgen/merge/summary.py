"""The comment at the top of a merged file: what the profile changed, and who to ask."""

from __future__ import annotations

from collections.abc import Sequence

from jdgen.merge import messages
from jdgen.merge.report import Change


def summary(
    changes: Sequence[Change],
    conflicts: int,
    untracked: Sequence[str],
    ask: str,
    code: str,
) -> list[str]:
    """The lines of the comment; [] where nothing waits for anybody.

    `changes` are all that wait in the file, those of earlier nights included. `ask` names who
    answers questions, "" leaves that out. `code` is the reference by which the merge knows itself.
    """
    if not (changes or conflicts or untracked):
        return []
    lines = [f"{messages.TOP} {messages.TOP_COUNT.format(len(changes), conflicts)}"]
    shown = changes[: messages.MOST]
    lines += [_line(change) for change in shown]
    if len(changes) > len(shown):
        lines.append(messages.MORE.format(len(changes) - len(shown)))
    if untracked:
        lines.append(messages.UNTRACKED.format(", ".join(untracked)))
    if ask:
        lines.append(messages.ASK.format(ask))
    return [*lines, messages.CODE.format(code)]


def _line(change: Change) -> str:
    before, after = messages.shortened(change.before), messages.shortened(change.after)
    where, _, context = change.place.partition(": ")
    place = "" if where == messages.BODY else f"{where}: "
    if before and after:
        return place + messages.REPLACED.format(before, after, context)
    told = after or before or context
    line = place + (messages.DELETED if before else messages.INSERTED).format(told)
    whole = told == context or not context
    return line if whole else f"{line} {messages.WITHIN.format(context)}"


def told_earlier(comments: Sequence[str]) -> list[str]:
    """What an earlier night said that Word cannot track; it may be so still."""
    start = messages.UNTRACKED.partition("{")[0]
    ours = [text for text in comments if text.startswith(messages.TOP)]
    told = [line for text in ours for line in text.split("\n") if line.startswith(start)]
    return [part for part in messages.PARTS.values() if any(part in line for line in told)]

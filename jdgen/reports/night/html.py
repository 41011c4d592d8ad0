"""HTML that is escaped by construction: plain text becomes text, only `tag` makes markup."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

_VOID = frozenset({"meta", "wbr"})
# Marks that turn the direction of text could make a name read as something else.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])


class Html(str):
    """Text that is markup already; nothing but this module makes it."""

    __slots__ = ()


Child = str | None
Attribute = str | int | float | bool | None


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """One element. Attributes are named as in HTML, with `_` for `-` and at the end of `class_`.

    Children that are plain text are escaped, None and "" are left out. An attribute that is None
    or False is left out, one that is True stands without a value.
    """
    told = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{told}>")
    return Html(f"<{name}{told}>{join(children)}</{name}>")


def join(children: Iterable[Child]) -> Html:
    """Several pieces after each other, each escaped unless it is markup."""
    return Html("".join(text(child) for child in children if child))


def text(told: str) -> Html:
    """A text as markup: escaped, without characters that a page may not hold."""
    return told if isinstance(told, Html) else Html(html.escape(_clean(told)))


def with_code(told: str) -> Html:
    """A text in which words between back quotes are set as code; markup stays as it is."""
    if isinstance(told, Html):
        return told
    pieces = re.split(r"`([^`]+)`", told)
    return join(tag("code", piece) if n % 2 else piece for n, piece in enumerate(pieces))


def raw(trusted: str) -> Html:
    """The project's own markup or style sheet, as it is: never for anything that was read."""
    return Html(trusted)


def _attribute(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{html.escape(_clean(str(value)))}"'


def _clean(told: str) -> str:
    """Without control characters, half characters and marks that turn the direction."""
    kept = "".join(c for c in told.translate(_TURNING) if c in "\n\t" or (c >= " " and c != "\x7f"))
    return kept.encode("utf-8", "replace").decode("utf-8")


def link_to(path: Path, start: Path) -> str:
    """A link to a file as seen from a folder; a file address where there is no way between them."""
    try:
        way = os.path.relpath(path.absolute(), start.absolute())
    except ValueError:  # two drives
        return path.absolute().as_uri()
    return f"./{quote(Path(way).as_posix(), errors='replace')}"

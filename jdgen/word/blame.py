"""Messages about templates: which file, where in it, near which words, and what was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from jinja2.exceptions import TemplateSyntaxError

from jdgen.errors import Place, Problem, TemplateError
from jdgen.word.sandbox import ForbiddenError
from jdgen.word.tags import OpenTag, TaggedText, place_of

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%-?\s*(\w+).*?%\}", re.DOTALL)
_HOLDERS = {"p": "paragraph", "tr": "row", "tc": "cell"}
_NEAR = 60
_ENDLESS = re.compile(r"looking for the following tags: .*?'(end\w+)'")
_STRAY = re.compile(r"Encountered unknown tag '(\w+)'")


class Where(NamedTuple):
    """A place in words, and text near it that a person can search for in Word."""

    place: str = ""
    near: str = ""


NOWHERE = Where()


def problem(
    name: str, code: str, message: str, where: Where = NOWHERE, hint: str = ""
) -> TemplateError:
    """A template's error."""
    told = [f"template {name}"]
    if where.place:
        told.append(where.place)
    if where.near:
        told.append(f"near '{where.near}'")
    return TemplateError(
        Problem(f"template-{code}", f"{', '.join(told)}: {message}", hint, Place(name))
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint with the known word most like this one, "" if none is."""
    found = difflib.get_close_matches(word, [k for k in known if not k.startswith("_")], 1, 0.6)
    return f"did you mean '{found[0]}'?" if found else ""


def open_tag(name: str, tag: OpenTag) -> TemplateError:
    """A tag without its other half."""
    opener = tag.mark.startswith("{")
    what = "opened and never closed" if opener else "closed and never opened"
    hint = "a tag opens and closes within one paragraph: {{ name }}, {% if name %}"
    return problem(name, "open-tag", f"a tag is {what}", Where(tag.place, tag.near), hint)


def deleted_tag(name: str, tag: OpenTag) -> TemplateError:
    """A tag that somebody deleted while Word tracked changes."""
    return problem(
        name,
        "deleted-tag",
        "a tag stands in deleted text that is still in the file",
        Where(tag.place, tag.near),
        "accept or reject the tracked changes in Word, and save it again",
    )


def rich_tag(name: str, tag: OpenTag) -> TemplateError:
    """A tag for rich text."""
    return problem(
        name,
        "rich-tag",
        "the tag prints rich text, which a profile does not hold",
        Where(tag.place, tag.near),
        "write {{ name }} and give the words their look in Word",
    )


def crowded_tag(name: str, tag: OpenTag) -> TemplateError:
    """A tag for a whole paragraph, row or cell that is not alone in it."""
    what = _HOLDERS[tag.mark]
    return problem(
        name,
        "crowded-tag",
        f"a {{%{tag.mark} … %}} tag stands for its whole {what}; other words in it would be lost",
        Where(tag.place, tag.near),
        f"give the tag a {what} of its own",
    )


def locate(texts: list[TaggedText], source: str, line: int, wanted: str = "") -> Where:
    """The place of a line of the source, and the tag in it that holds `wanted`, or its first."""
    tags = [tag.group() for tag in _TAG.finditer(_line(source, line))]
    with_word = [tag for tag in tags if wanted and wanted in tag]
    if wanted and not with_word:
        with_word = [tag.group() for tag in _TAG.finditer(source) if wanted in tag.group()]
    near = (with_word or tags or [""])[0]
    inner = re.sub(r"^\{[{%]\s*|\s*[}%]\}$", "", near).strip()
    place = place_of(texts, inner) if inner else ""
    return Where(place or (texts[0].place if texts else ""), inner[:_NEAR])


def _line(source: str, line: int) -> str:
    lines = source.split("\n")
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _unclosed(source: str) -> str:
    """The last tag that begins a loop or condition and has no end."""
    opened: list[str] = []
    for tag in _STATEMENT.finditer(source):
        if tag.group(1).startswith("end"):
            opened = opened[:-1]
        elif tag.group(1) in {"for", "if"}:
            opened.append(tag.group())
    return opened[-1] if opened else ""


def unknown_name(
    name: str, texts: list[TaggedText], near: str, unknown: str, known: Collection[str]
) -> TemplateError:
    """A name that the data does not have."""
    return problem(
        name,
        "unknown-name",
        f"'{unknown}' is not a name that templates can use here",
        Where(place_of(texts, near), near),
        nearest(unknown, known) or "`jdgen template fields` lists all names",
    )


def too_deep(name: str, texts: list[TaggedText]) -> TemplateError:
    """Loops, conditions or brackets in each other, more than Python itself can hold."""
    where = Where(texts[0].place if texts else "")
    hint = "twenty loops, or two hundred conditions, within each other are too many"
    return problem(name, "too-deep", "its tags or brackets are nested too deep", where, hint)


def syntax(
    name: str,
    texts: list[TaggedText],
    source: str,
    error: Exception,
    filters: Collection[str],
) -> TemplateError:
    """What Jinja said while compiling, in words for a person who works in Word."""
    line = error.lineno if isinstance(error, TemplateSyntaxError) else 0
    text = str(error.message if isinstance(error, TemplateSyntaxError) else error) or "not valid"
    if isinstance(error, ForbiddenError):
        wanted = re.search(r"'([^']+)'", text)
        where = locate(texts, source, line, wanted.group(1) if wanted else "")
        hint = error.hint
        if error.code == "unknown-filter" and wanted:
            allowed = ", ".join(sorted(filters))
            hint = nearest(wanted.group(1), filters) or f"filters are {allowed}"
        return problem(name, error.code, text, where, hint)
    where = locate(texts, source, line)
    hint = "statements are for, if and set"
    endless, stray = _ENDLESS.search(text), _STRAY.search(text)
    if endless:
        start = endless.group(1).removeprefix("end")
        where = locate(texts, source, 0, _unclosed(source))
        text = f"a {{% {start} %}} is never closed; {{% {endless.group(1)} %}} is missing"
    elif stray:
        text = f"{{% {stray.group(1)} %}} is unknown or has nothing to close"
        if stray.group(1) in _HOLDERS:
            text, hint = _misplaced(source, stray.group(1))
    return problem(name, "syntax", text, where, hint)


def _misplaced(source: str, mark: str) -> tuple[str, str]:
    """Why a tag for a whole paragraph, row or cell was not taken for one, and what to do."""
    what = f"a {{%{mark} … %}} tag"
    tags = (tag.group() for tag in _STATEMENT.finditer(source) if tag.group(1) == mark)
    tag = next(tags, "")
    if tag.startswith("{% "):
        return f"{what} is written with a space before its {mark}", f"write {{%{mark} if … %}}"
    if mark == "p" or re.search("[%}]", tag[2:-2]):
        return f"{what} cannot hold the signs % and }} inside", ""
    return f"{what} stands outside of a table", "put it into a table, or write {%p … %}"

"""Which kind of document a file is that jdgen did not make, by what it calls itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jdgen.guidelines.subjects import is_heading
from jdgen.model import WordText
from jdgen.yaml_source import load_data

_DATA = Path(__file__).parent / "facts" / "document_titles.yaml"
_WORDS = re.compile(r"[^\W_]+")
_FIRST = 3  # lines
_LONGEST_TITLE = 12  # words; a longer first line is running text


def kind_by_title(text: WordText) -> str:
    """The kind that the first heading or one of the first short lines tells of, "" for none.

    The name of the organization often comes first, so three lines are looked at. The title in the
    file's properties is asked last: it is often that of an older file.
    """
    filled = [block for block in text.body() if block.text.strip()]
    headings = [block.text for block in filled if is_heading(block)][:1]
    titles = [*headings, *(block.text for block in filled[:_FIRST]), text.title]
    return next((kind for title in titles if (kind := _kind_of(title))), "")


def _kind_of(title: str) -> str:
    words = _WORDS.findall(title.lower())
    if len(words) > _LONGEST_TITLE or title.rstrip().endswith("."):
        return ""
    line = f" {' '.join(words)} "
    found = [(len(phrase), kind) for phrase, kind in _phrases().items() if f" {phrase} " in line]
    return max(found)[1] if found else ""


@cache
def _phrases() -> Mapping[str, str]:
    return {phrase: kind for kind, phrases in load_data(_DATA).items() for phrase in phrases}

"""Two wordings as marked words: what went is struck through, what came is underlined."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from jdgen.reports.night.html import Html, join, tag

# Below this likeness single words would be a puzzle; the whole wording is shown as replaced.
_ALIKE = 0.4
_MOST_WORDS = 600


def marked_words(before: str, after: str) -> tuple[Html, Html]:
    """Both wordings, with `del` and `ins` round the words that differ."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > _MOST_WORDS or matcher.ratio() < _ALIKE:
        return _marked("del", before), _marked("ins", after)
    gone, come = [], []
    for kind, a, b, c, d in matcher.get_opcodes():
        gone.append("".join(old[a:b]) if kind == "equal" else _marked("del", "".join(old[a:b])))
        come.append("".join(new[c:d]) if kind == "equal" else _marked("ins", "".join(new[c:d])))
    return join(gone), join(come)


def _marked(name: str, words: str) -> Html:
    """Words in an element; the space behind them stays outside, else it would be underlined."""
    core = words.rstrip()
    return join([tag(name, core) if core else None, words[len(core) :]])


def _words(told: str) -> list[str]:
    return re.findall(r"\S+\s*|\s+", told)

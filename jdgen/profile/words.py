"""The word that was most likely meant, whatever its capitals, spaces and dashes."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def _phrase(name: str) -> str:
    """A name without what people mix up: capitals, spaces, dashes."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def nearest(word: str, allowed: Iterable[str], cutoff: float) -> str:
    """The allowed word that was most likely meant, "" if none is near."""
    by_phrase = {_phrase(name): name for name in allowed}
    near = get_close_matches(_phrase(word), by_phrase, 1, cutoff)
    return by_phrase[near[0]] if near else ""

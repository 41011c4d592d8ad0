"""Small helpers for messages."""

from __future__ import annotations

from collections.abc import Iterable


def list_of(words: Iterable[str]) -> str:
    return ", ".join(words)


def phrase(name: str) -> str:
    """A name without what people mix up: capitals, spaces, dashes."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")

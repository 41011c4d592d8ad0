"""How a text says that lived experience is shared, or asked for, in whatever words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jdgen.yaml_source import load_data

_DATA = Path(__file__).parent / "facts" / "own_experience.yaml"
_BETWEEN = r"\b[^.;:!?]{0,120}?"  # within one sentence


def shares_own_experience(text: str) -> bool:
    """Whether a duty says that the worker shares something of their own life."""
    return bool(_sharing().search(text))


def asks_own_experience(text: str) -> bool:
    """Whether a sentence on candidates speaks of what they have lived themselves."""
    return bool(_asked().search(text))


@cache
def _sharing() -> re.Pattern[str]:
    verbs = _data()["verbs"].replace(" |", "|")
    things = "|".join(_data()["things"]).replace(" |", "|")
    return re.compile(rf"\b(?:{verbs}){_BETWEEN}(?:{things})", re.IGNORECASE)


@cache
def _asked() -> re.Pattern[str]:
    return re.compile("|".join(_data()["asked"]), re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    told: dict[str, Any] = load_data(_DATA)
    return told

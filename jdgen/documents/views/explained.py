"""Words explained for readers who are new to them."""

from __future__ import annotations

from typing import Any

from jdgen.documents.source import Source

_ALWAYS = ("lived_experience", "recovery", "self_determination", "social_inclusion")


def view(source: Source) -> dict[str, Any]:
    words = [*_ALWAYS, *(["harm_reduction"] if _concerns_substances(source) else [])]
    own = [
        {"word": source.text(f"{path}.term"), "meaning": source.text(f"{path}.meaning")}
        for path in source.rows("terms.defined_terms")
    ]
    return {
        "rows": own
        + [{"word": _say(source, "word", w), "meaning": _say(source, "meaning", w)} for w in words],
        "recovery": _say(source, "meaning", "recovery"),
        "lived_experience": _say(source, "meaning", "lived_experience"),
    }


def _say(source: Source, part: str, word: str) -> str:
    if word != "recovery":
        return source.say(f"explained.{part}.{word}")
    mode = source.get("terms.recovery", "both")
    return source.say(f"explained.{part}.recovery.{mode}", "terms.recovery")


def _concerns_substances(source: Source) -> bool:
    return "substance_use" in source.get("role.population", ())

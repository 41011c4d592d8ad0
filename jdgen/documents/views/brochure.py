"""What the brochure says in its panels."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from jdgen.documents.source import Source
from jdgen.documents.views import contact
from jdgen.documents.views.statements import numbers, statement
from jdgen.model import Profile

_SAID = (
    "what_heading",
    "who_heading",
    "who",
    "do_heading",
    "local_heading",
    "local_introduction",
    "quotes_heading",
    "no_quotes",
    "choice_heading",
    "choice",
    "private_heading",
    "reach_heading",
    "values_heading",
    "words_heading",
    "source",
)


def view(source: Source) -> dict[str, Any]:
    quotes = [
        _quote(source, path)
        for path in source.rows("brochure.quotes")
        if _may_be_read(source.get(path), source.today)
    ]
    return {
        **{name: source.say(f"brochure.{name}") for name in _SAID},
        "cover_title": source.own_or("brochure.cover_title", "brochure.cover_title"),
        "cover_line": source.own_or("brochure.cover_line", "brochure.cover_line"),
        "what": source.say_all("brochure.what"),
        "not_clinical": source.say("brochure.not_clinical"),
        "general_introduction": source.say("statements.stem"),
        "general": _general(source),
        "local": source.texts("brochure.local_tasks"),
        "extra": source.text("brochure.extra_panel"),
        "questions": source.own_or("brochure.questions_box", "brochure.questions"),
        "quotes": quotes,
        "has_quotes": bool(quotes),
        "has_watermark": bool(source.get("brochure.watermark", True)),
        "cost": contact.cost(source),
    }


def _general(source: Source) -> list[dict[str, Any]]:
    """The chosen statements in the order of their numbers, without one the service has not."""
    printed = numbers(source)
    chosen: dict[int, tuple[str, ...]] = {
        source.get(path): (path,)
        for path in source.rows("brochure.statements")
        if source.get(path) in printed
    }
    numbers_shown = sorted(chosen or source.data("statements.chosen"))
    return [statement(source, number, *chosen.get(number, ())) for number in numbers_shown]


def withheld_quotes(profile: Profile, today: date) -> tuple[str, ...]:
    """The words of the quotes that nobody may read today: their consent is missing or has ended."""
    quotes = profile.get("brochure.quotes", ())
    return tuple(str(one["text"]) for one in quotes if not _may_be_read(one, today))


def _may_be_read(quote: Mapping[str, Any], today: date) -> bool:
    """Whether consent is on file and has begun and not ended today; its last day still counts."""
    consent, expires = quote.get("consent"), quote.get("expires")
    if not isinstance(consent, date) or consent > today:
        return False
    return not isinstance(expires, date) or today <= expires


def _quote(source: Source, path: str) -> dict[str, str]:
    attribution = source.text(f"{path}.attribution")
    elsewhere = source.text(f"{path}.source") if source.get(f"{path}.from") == "other" else ""
    return {
        "text": source.text(f"{path}.text"),
        "attribution": source.say_if(
            "brochure.elsewhere", attribution=attribution, source=elsewhere
        )
        or attribution,
    }

"""COM-09: Each quote is real, agreed to, and still allowed.

Each quote has a written consent with its date, the form in which the person wishes to be named, and
an end of the consent that has not passed. One from elsewhere names its source.

Why: A quote confirms in print that somebody was supported here. Privacy law asks for a written
consent with an end; an invented quote is a lie on paper.

Cure: Have the consent form signed and enter `consent`, `expires` and `attribution`; for a quote
from elsewhere also `source`. Otherwise take the quote out.

Source: Toolkit, section on communicating the role; Law, HIPAA and 42 CFR Part 2
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_FIELD = "brochure.quotes"


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for number, quote in enumerate(subject.get(_FIELD, ())):
        for key, what in _wrong(quote, subject.today):
            yield Miss(f"Quote {number + 1} {what}.", f"{_FIELD}.{number}.{key}")


def _wrong(quote: Any, today: date) -> Iterator[tuple[str, str]]:
    """The fields of a quote that are not as they should be; its words are never repeated."""
    consent, ends = quote.get("consent"), quote.get("expires")
    if not isinstance(consent, date):
        yield "consent", "has no consent on file"
        return
    if consent > today:
        yield "consent", f"may be used only from {consent.isoformat()}, the day of its consent"
    if not isinstance(ends, date):
        yield "expires", "has a consent without an end"
    elif ends < today:
        yield "expires", f"may not be used any more: its consent ended on {ends.isoformat()}"
    if not str(quote.get("attribution") or "").strip():
        yield "attribution", "does not say how the person wishes to be named"
    if quote.get("from") == "other" and not str(quote.get("source") or "").strip():
        yield "source", "is from elsewhere, but does not say where from"


_ONE = f"{_FIELD}.0"

RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    documents=("brochure",),
    passes=(
        Example("the last day of a consent", {f"{_ONE}.expires": date(2026, 12, 1)}),
        Example(
            "from elsewhere, and saying so",
            {f"{_ONE}.from": "other", f"{_ONE}.source": "Shared by a partner service, 2025"},
        ),
        Example("no quotes yet", {_FIELD: []}),
    ),
    fails=(
        Example("no consent", {f"{_ONE}.consent": None}),
        Example("the consent has ended", {f"{_ONE}.expires": date(2026, 11, 30)}),
        Example("a consent for ever", {f"{_ONE}.expires": None}),
        Example("nobody named", {f"{_ONE}.attribution": ""}),
        Example("from nowhere", {f"{_ONE}.from": "other"}),
    ),
)

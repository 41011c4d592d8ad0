"""Checks between fields that belong to the shape of a profile. Guidelines are checked elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jdgen.errors import Problem
from jdgen.profile.extend import Joined
from jdgen.services import WAYS

_Found = Iterator[tuple[str, str, str, str]]


def cross_checks(data: Mapping[str, Any], joined: Joined) -> Iterator[Problem]:
    """Problems between fields. Values of a wrong kind are passed over: they were told already."""
    for check in _CHECKS:
        for kind, path, message, hint in check(data, joined):
            places = joined.places
            place = next(
                (places[p] for p in _upward(path) if p in places),
                places.get(next(iter(places), "")),
            )
            yield Problem(f"profile-{kind}", message, hint, place)


def _upward(path: str) -> Iterator[str]:
    steps = path.split(".")
    return (".".join(steps[:length]) for length in range(len(steps), 0, -1))


def _block(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    block = data.get(name)
    return block if isinstance(block, Mapping) else {}


def _entries(value: Any) -> list[tuple[int, Mapping[str, Any]]]:
    if not isinstance(value, list):
        return []
    return [(index, item) for index, item in enumerate(value) if isinstance(item, Mapping)]


def _duty_ids(data: Mapping[str, Any], joined: Joined) -> _Found:
    seen: dict[str, int] = {}
    for index, duty in _entries(data.get("duties")):
        name = duty.get("id")
        if not isinstance(name, str):
            continue
        if name in seen:
            first = joined.places.get(f"duties.{seen[name]}")
            line = f" (line {first.line})" if first else ""
            message = f"Duty {index + 1} has the id “{name}”, as duty {seen[name] + 1}{line} has."
            yield "duty-id", f"duties.{index}.id", message, "Give one of them an id of its own."
        else:
            seen[name] = index


def _review(data: Mapping[str, Any], joined: Joined) -> _Found:
    start, end = data.get("effective_date"), data.get("review_by")
    if isinstance(start, date) and isinstance(end, date) and end <= start:
        message = f"“Review by” ({end}) is not after “In force from” ({start})."
        yield "date-order", "review_by", message, "Write a later day; a year after is usual."


def _services(data: Mapping[str, Any], joined: Joined) -> _Found:
    """The offers of the service and the ways people are met speak of the same things."""
    role = _block(data, "role")
    modes, services = role.get("support_modes"), _block(role, "services")
    for offer, (mode, *_) in WAYS.items():
        if services.get(offer) is False and isinstance(modes, list) and mode in modes:
            message = f"The service has no “{offer}” here, yet “{mode}” is among the support modes."
            hint = f"Take {mode} out of role > support_modes, or write {offer}: true."
            yield "contradiction", f"role.services.{offer}", message, hint


def _pay(data: Mapping[str, Any], joined: Joined) -> _Found:
    pay = _block(data, "compensation")
    low, high = pay.get("min"), pay.get("max")
    if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
        figures = "" if pay.get("private") else f" ({low} and {high})"
        message = f"The lowest pay is above the highest{figures}."
        yield "pay-order", "compensation.min", message, "Exchange min and max, or mend one."


def _consents(data: Mapping[str, Any], joined: Joined) -> _Found:
    for index, quote in _entries(_block(data, "brochure").get("quotes")):
        given, ends = quote.get("consent"), quote.get("expires")
        if isinstance(given, date) and isinstance(ends, date) and ends <= given:
            message = f"The consent for quote {index + 1} ends before it was given."
            hint = "Look at the signed form; expires is the later of the two days."
            yield "date-order", f"brochure.quotes.{index}.expires", message, hint


def _statements(data: Mapping[str, Any], joined: Joined) -> _Found:
    numbers = _block(data, "brochure").get("statements")
    seen: set[int] = set()
    for index, number in enumerate(numbers if isinstance(numbers, list) else ()):
        if isinstance(number, int) and number in seen:
            message = f"Statement {number} is chosen twice for the brochure."
            yield (
                "repeated",
                f"brochure.statements.{index}",
                message,
                "Choose another, from 1 to 17.",
            )
        elif isinstance(number, int):
            seen.add(number)


def _reachable(data: Mapping[str, Any], joined: Joined) -> _Found:
    organization = _block(data, "organization")
    if organization and not organization.get("phone") and not organization.get("email"):
        message = "People supported have no way to reach the organization: no phone and no e-mail."
        yield "missing-field", "organization", message, "Give organization > phone or email."


_CHECKS: tuple[Callable[[Mapping[str, Any], Joined], _Found], ...] = (
    _duty_ids,
    _review,
    _services,
    _pay,
    _consents,
    _statements,
    _reachable,
)

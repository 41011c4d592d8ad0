"""Invented profiles, built straight from plain values, for the tests of views and kinds."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jdgen.documents import build_context
from jdgen.documents.context import view_names
from jdgen.errors import Place
from jdgen.model import Context, Duty, Profile

ProfileMaker = Callable[..., Profile]
ContextMaker = Callable[..., Context]

TODAY = date(2026, 12, 1)


def _duty(name: str, percent: int, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "text": f"Do the work called {name}.",
        "result": f"What {name} leads to.",
        "approach": f"How {name} is done.",
        "kind": "essential",
        "side": "direct",
        "percent": Decimal(percent),
        "uses_lived_experience": "yes",
        "values": ["hope", "empathetic-equal-relationships"],
        **more,
    }


# Everything in it is invented.
PLAIN: Mapping[str, Any] = {
    "id": "fernhill-peer-worker",
    "status": "approved",
    "version": "2.1",
    "effective_date": date(2026, 12, 1),
    "review_by": date(2027, 12, 1),
    "owner": {"name": "People Office", "email": "people@fernhill.example"},
    "locale": "en-CA",
    "organization": {
        "name": "Fernhill Wellness Society",
        "short_name": "Fernhill",
        "mission": "We keep a door open.",
        "sector": "community",
        "setting": {"type": "mainstream", "clinical": False},
        "address": "3 Pine Road, Fernhill",
        "phone": "555-0177",
        "email": "hello@fernhill.example",
        "website": "www.fernhill.example",
        "hours": "Monday to Friday, 8 to 4",
        "crisis_line": "988, at any hour",
        "goals": ["Nobody waits alone"],
        "policies": {"confidentiality": "Privacy rules 5", "crisis_response": "Safety rules 2"},
    },
    "terms": {
        "role": "peer supporter",
        "roles": "peer supporters",
        "person": "guest",
        "people": "guests",
        "recovery": "both",
    },
    "role": {
        "title": "Peer Supporter",
        "department": "Day Services",
        "location": "Fernhill House",
        "work_mode": "on_site",
        "population": ["mental_health", "substance_use"],
        "family_peer": False,
        "is_new": True,
        "purpose": "Guests meet someone who has been there.",
        "what": "Meets guests.",
        "how": "By sharing on purpose.",
        "why": "Being understood opens doors.",
        "outcomes_expected": ["Guests stay as long as they wish"],
        "support_modes": ["one_to_one", "group", "phone"],
        "services": {"groups": True, "phone": True, "community": False},
        "hours_per_week": Decimal(30),
        "schedule": "Monday to Thursday",
        "employment_type": "permanent part-time",
        "union": "none",
        "team": {"name": "Day Team", "disciplines": ["nursing", "cooking"], "peer_workers": 1},
        "leads": ["Garden group"],
    },
    "duties": [
        _duty("share-experience", 25, per_week_max=3, note="Only if asked."),
        _duty("go-along", 20, uses_lived_experience="partly"),
        _duty("garden-group", 20),
        _duty("notes", 15, side="indirect", uses_lived_experience="no"),
        _duty("newsletter", 2, side="indirect", uses_lived_experience="no", kind="marginal"),
    ],
    "time": {
        "supervision": 5,
        "peer_community": 4,
        "training": 4,
        "meetings": 3,
        "administration": 2,
    },
    "qualifications": {
        "lived_experience": {"required": True, "kinds": ["mental_health"]},
        "required": ["Training in peer support"],
        "preferred": ["Paid peer work"],
        "skills": ["Listens well"],
        "background_check": "Every record is looked at in its own light.",
        "physical": [{"demand": "Kneeling", "function": "Garden group", "frequency": "weekly"}],
    },
    "supervision": {
        "reports_to": "Manager, Day Services",
        "model": "A",
        "supervisors": [{"title": "Senior Peer, Elm Centre", "kind": "peer"}],
        "first_months": "every two weeks",
        "later": "monthly",
    },
    "peer_community": {
        "frequency": "monthly",
        "up_to": "weekly",
        "provider": "Elm Centre",
        "paid_time": True,
    },
    "training": {
        "provided": [{"topic": "Peer support basics", "days": 5, "by": "Elm Centre"}],
        "shadow_days": 3,
        "continuing_hours_per_year": 20,
        "team_trained": True,
    },
    "compensation": {
        "currency": "CAD",
        "per": "hour",
        "min": Decimal("24.00"),
        "max": Decimal("27.50"),
        "grade": "B7",
        "benefits": "Dental after a season",
        "private": False,
    },
    "brochure": {
        "statements": [12, 3, 2],
        "local_tasks": ["Runs the garden group", "Talks on the phone"],
        "quotes": [
            {
                "text": "Somebody listened.",
                "from": "participant",
                "attribution": "B., guest",
                "consent": date(2026, 1, 5),
                "expires": date(2027, 1, 5),
            }
        ],
    },
    "legal": {"accommodation_contact": "people@fernhill.example"},
    "approvals": [{"role": "Director", "name": "", "date": ""}],
    "history": [
        {"version": "2.1", "date": date(2026, 11, 3), "by": "People Office", "what": "Garden added"}
    ],
    "documents": ["job-description"],
}


@pytest.fixture
def make_profile() -> ProfileMaker:
    """A profile of invented facts; changes are given by path, None takes a value away."""

    def make(changes: Mapping[str, Any] | None = None, file: str = "fernhill.yaml") -> Profile:
        data = copy.deepcopy(dict(PLAIN))
        for path, value in (changes or {}).items():
            _set(data, path, value)
        places = {path: Place(file, line) for line, path in enumerate(_paths(data), 1)}
        duties = tuple(_as_duty(told, index) for index, told in enumerate(data["duties"]))
        return Profile(file, data, places, (file,), duties)

    return make


@pytest.fixture
def context(make_profile: ProfileMaker) -> ContextMaker:
    """The context of a profile with some changes, of all views unless some are named."""

    def make(
        changes: Mapping[str, Any] | None = None,
        *views: str,
        trace: bool = False,
        today: date = TODAY,
    ) -> Context:
        needed = frozenset(views) or view_names()
        return build_context(make_profile(changes), needed, trace=trace, today=today)

    return make


def _set(data: Any, path: str, value: Any) -> None:
    *steps, last = path.split(".")
    for step in steps:
        data = data[int(step)] if isinstance(data, list) else data.setdefault(step, {})
    if isinstance(data, list):
        data[int(last)] = value
    elif value is None:
        data.pop(last, None)
    else:
        data[last] = value


def _paths(value: Any, prefix: str = "") -> Iterator[str]:
    rows = enumerate(value) if isinstance(value, list) else value.items()
    for key, item in rows:
        path = f"{prefix}{key}"
        yield path
        if isinstance(item, (dict, list)):
            yield from _paths(item, f"{path}.")


def _as_duty(told: Mapping[str, Any], index: int) -> Duty:
    return Duty(
        id=told["id"],
        text=told["text"],
        result=told["result"],
        approach=told["approach"],
        kind=told["kind"],
        side=told["side"],
        percent=told["percent"],
        uses_lived_experience=told["uses_lived_experience"],
        values=tuple(told["values"]),
        activity=told.get("activity"),
        field=f"duties.{index}",
        more=told,
    )

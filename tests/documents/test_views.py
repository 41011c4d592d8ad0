"""What templates get to say: the whole vocabulary, nothing else, and all of it traceable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jdgen import marks
from jdgen.documents import vocabulary
from jdgen.documents.context import view_names
from jdgen.errors import TemplateError
from jdgen.model import Context, Profile

ContextMaker = Callable[..., Context]

# Profiles that differ in what they leave out and in what they bring; all invented.
LEFT_OUT = (
    "owner review_by time qualifications supervision peer_community training compensation "
    "brochure legal approvals history"
)
BARE: Mapping[str, Any] = {
    **dict.fromkeys(LEFT_OUT.split()),
    "terms.roles": None,
    "terms.people": None,
}
FAMILY: Mapping[str, Any] = {
    "locale": "en-GB",
    "role.family_peer": True,
    "role.population": ["family", "mental_health"],
    "terms.recovery": "wellness",
    "terms.person": "caregiver",
    "terms.people": "caregivers",
    "role.services": {"groups": False},
    "role.union": "Workers United, Local 9",
    "role.team.peer_workers": 3,
    "compensation.currency": "GBP",
    "compensation.private": True,
    "hiring": {"vacancy": True},
}
FULL: Mapping[str, Any] = {
    "locale": "en-US",
    "role.job_code": "PS-2",
    "role.flsa": {"status": "non_exempt", "basis": "paid by the hour"},
    "role.travel_percent": 5,
    "role.driving_required": True,
    "role.team.peer_workers": 2,
    "qualifications.certification": {
        "name": "Peer certificate",
        "body": "Board",
        "need": "preferred",
    },
    "qualifications.volunteer_years_min": 1,
    "qualifications.training_days_min": 5,
    "brochure.cost": "Meeting us is free.",
    "brochure.extra_panel": "The garden is open to all.",
    "role.committees": [{"name": "Garden committee", "hours": 2, "role": "member"}],
    "role.after_hours": True,
    "qualifications.skills_if": [{"skill": "Speaks in public", "if": "talks are asked for"}],
    "qualifications.licences": ["Food safety card"],
    "qualifications.languages": ["English", "French", "Cree"],
    "qualifications.education": "None beyond training",
    "qualifications.paid_experience": "asset",
    "terms.defined_terms": [{"term": "Open door", "meaning": "You can come any time."}],
    "supervision.extra_supervision": True,
    "role.non_clinical_statement": "This role is non-clinical: it is company, not treatment.",
    "training.shadow_days": 1,
    "supervision.model": "B",
    "supervision.topics": ["work", "rest"],
    "duties.0.label": "Sharing",
}
PROFILES = {"plain": {}, "bare": BARE, "family": FAMILY, "full": FULL}


@pytest.fixture(params=PROFILES, ids=str)
def changes(request: pytest.FixtureRequest) -> Mapping[str, Any]:
    return PROFILES[request.param]


def described_names() -> dict[str, str]:
    return {entry.name: entry.type for entry in vocabulary()}


def names_of(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from names_of(item, f"{name}.{key}".lstrip("."))
        return
    if isinstance(value, list):
        yield name, "list"
        rows = [row for row in value if isinstance(row, Mapping)]
        for row in rows:
            for key, item in row.items():
                yield from names_of(item, f"{name}[].{key}")
        return
    yield name, {bool: "flag", int: "number", str: "text"}[type(value)]


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item)


def stripped(value: Any) -> Any:
    if isinstance(value, str):
        return marks.strip(value)
    if isinstance(value, Mapping):
        return {key: stripped(item) for key, item in value.items()}
    return [stripped(item) for item in value] if isinstance(value, list) else value


def test_every_name_a_view_gives_is_described_with_its_type(
    context: ContextMaker, changes: Mapping[str, Any]
) -> None:
    described = described_names()
    given = dict(names_of(context(changes).values))
    assert {name: described.get(name, "not described") for name in given} == given


def test_every_described_name_is_given_by_some_profile(context: ContextMaker) -> None:
    given = {name for told in PROFILES.values() for name, _ in names_of(context(told).values)}
    assert sorted(set(described_names()) - given) == []


def test_every_described_name_outside_lists_is_given_by_every_profile(
    context: ContextMaker, changes: Mapping[str, Any]
) -> None:
    given = dict(names_of(context(changes).values))
    assert [name for name in described_names() if "[]" not in name and name not in given] == []


def test_no_name_hides_behind_a_method_of_a_plain_value() -> None:
    methods = {*dir({}), *dir([])}
    assert [name for name in described_names() if name.rsplit(".", 1)[-1] in methods] == []


def test_traced_and_plain_contexts_say_the_same(
    context: ContextMaker, changes: Mapping[str, Any]
) -> None:
    traced = context(changes, trace=True)
    assert stripped(traced.values) == context(changes).values


def test_a_plain_context_carries_no_marks(context: ContextMaker) -> None:
    plain = context()
    assert plain.origins == ()
    assert [text for text in texts_of(plain.values) if text != marks.strip(text)] == []


def test_every_text_of_a_traced_context_is_marked_from_end_to_end(
    context: ContextMaker, changes: Mapping[str, Any]
) -> None:
    unmarked = []
    for text in texts_of(context(changes, trace=True).values):
        covered = sum(mark.end - mark.start for mark in outermost(text))
        joints = sum(len(joint) for joint in gaps(text))
        if covered + joints != len(marks.strip(text)):
            unmarked.append(marks.strip(text))
    assert unmarked == []


def outermost(text: str) -> list[marks.Marked]:
    spans = list(marks.spans(text))
    return [
        span
        for span in spans
        if not any(o.start <= span.start and span.end <= o.end and o != span for o in spans)
        or any(o[:2] == span[:2] and o.number > span.number for o in spans)
    ]


def gaps(text: str) -> list[str]:
    """What stands between marked parts: the words that join a list."""
    plain, at, found = marks.strip(text), 0, []
    for span in sorted(outermost(text)):
        gap = plain[at : span.start]
        assert gap in {"", ", ", " and ", " or ", " ", " · ", ", and ", ", or "}, gap
        found.append(gap)
        at = span.end
    return found


@pytest.mark.parametrize("changes", [{}, FULL], ids=["plain", "full"])
def test_every_value_of_the_profile_that_is_printed_carries_its_field(
    context: ContextMaker,
    make_profile: Callable[..., Profile],
    changes: Mapping[str, Any],
) -> None:
    traced = context(changes, trace=True)
    carried: dict[str, set[str]] = {}
    for text in texts_of(traced.values):
        for span in marks.spans(text):
            for field in traced.origins[span.number]:
                carried.setdefault(field, set()).add(marks.strip(text)[span.start : span.end])
    missing = [
        path
        for path, value in leaves(make_profile(changes).data)
        if path.split(".")[0] not in NEVER_PRINTED
        and not (path.startswith("duties.") and path.split(".")[-1] in NEVER_PRINTED_OF_A_ROW)
        and path not in DECIDES_ONLY
        and not any(same(value, shown) for shown in carried.get(path, ()))
    ]
    assert missing == []


NEVER_PRINTED = {"id", "locale", "documents"}
NEVER_PRINTED_OF_A_ROW = {"id", "kind"}
# These choose words or are conditions; their own text is not print.
DECIDES_ONLY = {
    "role.after_hours",
    "qualifications.certification.need",
    "qualifications.skills_if.0.if",
    "organization.setting.type",
    "organization.setting.clinical",
    "role.family_peer",
    "role.is_new",
    "role.services.groups",
    "role.services.phone",
    "role.services.community",
    "qualifications.lived_experience.required",
    "compensation.private",
    "brochure.quotes.0.from",
    "brochure.quotes.0.consent",
    "brochure.quotes.0.expires",
}
# The value is printed as another word or form of it.
CHANGED_FORM = (str, bool, date, int, Decimal)


def same(value: Any, shown: str) -> bool:
    """A text is shown as it is but for a capital or full stop; codes and numbers in words."""
    if isinstance(value, str) and " " in value:
        return value.rstrip(".").lower() in shown.lower()
    return isinstance(value, CHANGED_FORM) and bool(shown)


def leaves(value: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    rows = enumerate(value) if isinstance(value, list) else value.items()
    for key, item in rows:
        if isinstance(item, (Mapping, list)):
            yield from leaves(item, f"{prefix}{key}.")
        elif item not in ("", None):
            yield f"{prefix}{key}", item


def test_a_computed_value_carries_all_fields_it_was_made_of(context: ContextMaker) -> None:
    traced = context({}, "duties", trace=True)
    hours = traced.values["duties"]["essential"][1]["hours"]
    (span,) = marks.spans(hours)
    assert traced.origins[span.number] == ("duties.1.percent", "role.hours_per_week")


def test_a_text_that_ships_names_itself_and_the_words_filled_into_it(context: ContextMaker) -> None:
    traced = context({}, "statements", trace=True)
    text = traced.values["statements"]["rows"][1]["text"]
    origins = {
        marks.strip(text)[span.start : span.end]: traced.origins[span.number]
        for span in marks.spans(text)
    }
    assert origins["peer supporter"] == ("terms.role",)
    assert origins[marks.strip(text)] == ("text:statements.text.2",)


def test_only_the_views_asked_for_are_computed(context: ContextMaker) -> None:
    assert set(context({}, "role", "pay").values) == {"role", "pay"}


def test_a_view_that_does_not_exist_is_named_with_the_nearest_one(context: ContextMaker) -> None:
    with pytest.raises(TemplateError, match=r"'organisation'.*\n.*'organization'"):
        context({}, "organisation")


def test_every_view_is_described() -> None:
    assert {entry.view for entry in vocabulary()} == view_names()


def test_topics_of_supervision_fit_into_their_sentence(context: ContextMaker) -> None:
    told = context({"supervision.topics": ["Hard calls", "Boundaries."]}, "supervision")
    assert "Supervision looks at hard calls and boundaries." in str(told.values)


@pytest.mark.parametrize(
    ("own_id", "label"), [("thursday-group", "Thursday group"), ("d3", "Lead the Thursday")]
)
def test_a_duty_without_a_label_gets_one_that_a_reader_understands(
    context: ContextMaker, own_id: str, label: str
) -> None:
    change = {"duties.0.id": own_id, "duties.0.label": None, "duties.0.text": "Lead the Thursday."}
    rows = context(change, "duties").values["duties"]
    assert label in [row["short"] for row in (*rows["essential"], *rows["marginal"])]
